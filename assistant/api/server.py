"""uvicorn with our limits: where it listens, how large a header may be, how it stops."""

import gc
import signal
import socket
import sys

import uvicorn
from starlette.types import ASGIApp

from index.errors import SettingError

# The questions are queued behind this; it bounds the open sockets and their buffers.
_MAX_CONNECTIONS = 500
_MAX_HEADER_BYTES = 16 * 1024
_KEEP_ALIVE_SECONDS = 5
_BACKLOG = 2_048
# Below the ten seconds after which whoever stops services usually kills them.
_GRACEFUL_SECONDS = 8
_SWITCH_SECONDS = 0.001


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on ``host`` and ``port``.

    Raises ``SettingError`` when the address is taken or is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Without the protocol's number asyncio leaves Nagle's algorithm on: 40 ms for each response,
    # and error responses that are lost when the sender has not read yet.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise SettingError(
            f"Cannot listen on {host}:{port} ({error.strerror or error}): "
            "set KUVEND_HOST or KUVEND_PORT to a free address."
        ) from None
    return listener


def address(listener: socket.socket) -> str:
    """The web address of ``listener``."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def run(app: ASGIApp, listener: socket.socket, *, lifespan: bool = False) -> None:
    """Serve ``app`` until SIGTERM or Ctrl-C, letting requests under way end first.

    ``lifespan``: the app has something to open before and to close after.
    """
    # uvicorn raises the signal again once it has stopped; being asked to stop is no failure.
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda _number, _frame: None)
    # What stands now stays: to look through it for garbage would stop the service for a tenth of
    # a second each time.
    gc.collect()
    gc.freeze()
    # A thread that works out an answer gives way to the event loop after a millisecond, not five.
    sys.setswitchinterval(_SWITCH_SECONDS)
    uvicorn.Server(_config(app, lifespan=lifespan)).run(sockets=[listener])


def _config(app: ASGIApp, *, lifespan: bool) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="on" if lifespan else "off",
        log_config=None,
        access_log=False,
        server_header=False,
        # No address of a visitor is used for anything, so no header is trusted with one.
        proxy_headers=False,
        limit_concurrency=_MAX_CONNECTIONS,
        h11_max_incomplete_event_size=_MAX_HEADER_BYTES,
        timeout_keep_alive=_KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=_GRACEFUL_SECONDS,
    )
