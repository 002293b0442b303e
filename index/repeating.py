"""Work done now and then beside what a service is asked for."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def repeating(work: Callable[[], object], every_seconds: float, name: str) -> Iterator[None]:
    """Do ``work`` every so many seconds in a thread called ``name`` while the block runs."""
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(every_seconds):
            work()

    watcher = threading.Thread(target=watch, name=name, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        stop.set()
        watcher.join()
