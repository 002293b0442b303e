"""What the parsing process takes away from itself before it sees a file.

Limits of memory and time are the system's own and hold for native code too. The rest is a second
line: no code path of the readers opens connections, starts programs or writes files, and here
Python refuses to, should a file find a way to ask for it.
"""

import math
import os
import signal
import sys
import threading
import time
from pathlib import Path

from index.reading.limits import Limits

_REFUSED_EVENTS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "pty.",
    "ftplib.",
    "http.client.",
    "urllib.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_ORPHAN_CHECK_SECONDS = 1.0


def confine(limits: Limits) -> None:
    """Apply the memory limit and refuse network, programs and writing, for this process's life."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":  # macOS counts shared system memory and refuses
            resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    sys.addaudithook(_refuse)
    _exit_when_orphaned()


def allow_cpu_seconds(seconds: int) -> None:
    """Let this process use so many more seconds of processor time; past them it is killed."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = math.ceil(time.process_time()) + seconds
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def memory_in_use() -> int:
    """The address space this process holds, in bytes, as its limit counts; 0 if not known."""
    if sys.platform != "linux":
        return 0
    # Not ru_maxrss: a new process inherits its parent's there.
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_REFUSED_EVENTS):
        raise PermissionError(f"{event} is not allowed while a file is read")
    if event == "open" and isinstance(flags := arguments[2], int) and flags & _WRITING:
        raise PermissionError("writing is not allowed while a file is read")


def _exit_when_orphaned() -> None:
    """End at once when the parent is gone, even in the middle of a file."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_ORPHAN_CHECK_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
