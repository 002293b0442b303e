"""Servers that browser tests talk to, each on a free port of this machine."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import uvicorn
from fastapi import FastAPI

from assistant.api.server import address, listen


@contextmanager
def served(make: Callable[[str], FastAPI]) -> Iterator[str]:
    """The address of the app that ``make`` gives for it."""
    with listen("127.0.0.1", 0) as listener:
        place = address(listener)
        config = uvicorn.Config(
            make(place), http="h11", ws="none", lifespan="off", log_config=None, access_log=False
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        yield place
        server.should_exit = True
        thread.join()


Respond = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def answering(respond: Respond) -> Iterator[str]:
    """The address of a bare server that lets ``respond`` write each response, byte by byte."""

    class Handler(BaseHTTPRequestHandler):
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            respond(self)

        do_POST = do_OPTIONS = do_GET  # noqa: N815 - names of the standard library

        def log_message(self, *_arguments: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        address_family = socket.AF_INET

        def handle_error(self, *_arguments: object) -> None:
            """A browser that leaves is no failure."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def send(handler: BaseHTTPRequestHandler, body: str, media_type: str, **headers: str) -> None:
    """Answer with ``body`` whole."""
    content = body.encode()
    handler.send_response(200)
    handler.send_header("Content-Type", f"{media_type}; charset=utf-8")
    handler.send_header("Content-Length", str(len(content)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(content)
