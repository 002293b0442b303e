"""Commands in a process of their own that is watched: what it looks up, connects to and writes.

``python -m tests.cli.watched REPORT ALLOWED...`` runs the commands, serves until SIGTERM, and
writes to REPORT, as JSON, every attempt beyond loopback, the ALLOWED folders and ``/dev``, and
every process that was started: what such a one does is not seen here.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_REACHING = {
    "socket.connect",
    "socket.sendto",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.gethostbyaddr",
}
# Which of an event's arguments is the path that it makes or takes away.
_CHANGING = {"os.mkdir": 0, "os.remove": 0, "os.rename": 1, "sqlite3.connect": 0}
_STARTING = {"os.fork", "os.forkpty", "os.posix_spawn", "os.exec", "os.system", "subprocess.Popen"}
_COMMANDS = (["index"], ["search", "femijet"], ["ask", "Who runs the office?"], ["serve"])


class Watch:
    """Notes what an audit hook is told."""

    def __init__(self, allowed: list[str]) -> None:
        self.reached: list[str] = []
        self.written: list[str] = []
        self.started: list[str] = []
        self._allowed = tuple(allowed)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _REACHING:
            self._reach(arguments[0] if event.startswith("socket.get") else arguments[1])
        elif event == "open" and arguments[2] is not None and arguments[2] & _WRITING:
            self._write(arguments[0])
        elif event in _CHANGING:
            self._write(arguments[_CHANGING[event]])
        elif event in _STARTING:
            self.started.append(" ".join(map(str, arguments[1])) if arguments else event)

    def _reach(self, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else address
        if host not in _LOOPBACK:
            self.reached.append(str(host))

    def _write(self, path: Any) -> None:
        if isinstance(path, int):
            return
        name = os.fsdecode(path).removeprefix("file:").partition("?")[0]  # SQLite takes addresses
        written = Path(name).absolute()
        if not any(written.is_relative_to(folder) for folder in self._allowed):
            self.written.append(str(written))


def main(report: Path, allowed: list[str]) -> None:
    """Run all commands under watch."""
    watch = Watch([*allowed, "/dev"])
    sys.addaudithook(watch)
    from assistant.cli import main as kuvend

    codes = [kuvend(command) for command in _COMMANDS]
    seen = {"reached": watch.reached, "written": watch.written, "started": watch.started}
    report.write_text(json.dumps({"codes": codes, **seen}), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
