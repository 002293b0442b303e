"""A store of many passages: building it, building it again, asking it, and what it weighs."""

import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path

from assistant.bench.corpus import MARK
from index.build import BuildReport, EmbeddingModel, Progress, build
from index.store import Store

_HOST = "127.0.0.1"
_READY_SECONDS = 60
_WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Building:
    """Seconds of a first build, of one without change, and what one changed document cost."""

    passages: int
    first_seconds: float
    again_seconds: float
    again_embedded: int
    changed_passages: int
    changed_embedded: int


@dataclass(frozen=True, slots=True)
class Serving:
    """A service over the store: seconds to ready, milliseconds to answers, resident megabytes."""

    ready_seconds: float
    ask_p50_ms: float
    ask_p95_ms: float
    resident_mb: float


def measure_building(
    folder: Path, store: Store, model: EmbeddingModel, progress: Progress
) -> Building:
    """Build ``folder`` three times: at first, without change, and with one document changed."""
    first, first_seconds = _timed_build(folder, store, model, progress)
    again, again_seconds = _timed_build(folder, store, model, progress)
    document = min(folder.glob("*.md"))
    document.write_text(
        document.read_text(encoding="utf-8").replace(MARK, f"{MARK}{MARK}"), "utf-8"
    )
    changed, _seconds = _timed_build(folder, store, model, progress)
    return Building(
        passages=first.passages,
        first_seconds=first_seconds,
        again_seconds=again_seconds,
        again_embedded=again.embedded,
        changed_passages=document.read_text(encoding="utf-8").count("\n## "),
        changed_embedded=changed.embedded,
    )


def _timed_build(
    folder: Path, store: Store, model: EmbeddingModel, progress: Progress
) -> tuple[BuildReport, float]:
    start = time.perf_counter()
    report = build(folder, store, model, progress)
    return report, time.perf_counter() - start


def measure_serving(
    store: Path, folder: Path, questions: Sequence[str], port: int, asked: int = 300
) -> Serving:
    """Serve ``store`` from a process of its own, ask ``asked`` questions one by one, end it."""
    environment = os.environ | {
        "KUVEND_STORE": str(store),
        "KUVEND_DOCUMENTS": str(folder),
        "KUVEND_HOST": _HOST,
        "KUVEND_PORT": str(port),
    }
    command = [sys.executable, "-m", "serve"]
    start = time.perf_counter()
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as service:
        try:
            _wait_until_ready(port, service)
            ready = time.perf_counter() - start
            times = [_ask(port, question) for question in _draw(questions, asked + _WARM_UP)]
            resident = _resident_mb(service.pid)
        finally:
            service.terminate()
    measured = sorted(times[_WARM_UP:])
    return Serving(
        ready_seconds=ready,
        ask_p50_ms=statistics.median(measured),
        ask_p95_ms=measured[int(0.95 * len(measured))],
        resident_mb=resident,
    )


def _draw(questions: Sequence[str], count: int) -> list[str]:
    """``count`` questions, each with a number of its own so that no cache can answer two."""
    chance = random.Random(11)  # noqa: S311 (a benchmark's dice, not a secret's)
    return [f"{chance.choice(questions)} ({number})" for number in range(count)]


def _wait_until_ready(port: int, service: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and service.poll() is None:
        with suppress(OSError), closing(HTTPConnection(_HOST, port, timeout=5)) as connection:
            connection.request("GET", "/health")
            if connection.getresponse().status == HTTPStatus.OK:
                return
        time.sleep(0.02)
    raise RuntimeError("The service did not become ready.")


def _ask(port: int, question: str) -> float:
    """Milliseconds from sending a question to having the whole answer."""
    body = json.dumps({"question": question}).encode()
    start = time.perf_counter()
    with closing(HTTPConnection(_HOST, port, timeout=30)) as connection:
        connection.request("POST", "/api/ask", body, {"content-type": "application/json"})
        response = connection.getresponse()
        response.read()
    if response.status != HTTPStatus.OK:
        raise RuntimeError(f"The service answered {response.status}.")
    return 1000 * (time.perf_counter() - start)


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) / 1000
