"""An app behind a real server on the loopback, for what a test client cannot show."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal

import uvicorn
from starlette.applications import Starlette

from assistant.api.server import listen


@contextmanager
def serving(app: Starlette, lifespan: Literal["on", "off"] = "off") -> Iterator[tuple[str, int]]:
    """Serve ``app`` from a thread; the host and port that it listens on."""
    listener = listen("127.0.0.1", 0)
    config = uvicorn.Config(app, http="h11", ws="none", lifespan=lifespan, log_config=None)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        until(lambda: server.started)
        yield listener.getsockname()
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def until(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    """Whether ``holds`` becomes true within ``seconds``."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.01)
    return True


def reset(connection: socket.socket) -> None:
    """Close ``connection`` as a client does that vanishes: at once, with a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    connection.close()
