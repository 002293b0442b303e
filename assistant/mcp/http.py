"""The MCP server over HTTP, behind the limits of our own service."""

import socket

from mcp.server import MCPServer

from assistant.api.rate_limit import Limited, RateLimit
from assistant.api.server import run
from assistant.limits import BODY_BYTES


def serve_http(server: MCPServer[None], listener: socket.socket, limited: Limited) -> None:
    """Serve ``server`` at the path /mcp until SIGTERM or Ctrl-C."""
    app = server.streamable_http_app(
        json_response=True,
        # Nothing is remembered between calls, so that nothing can pile up.
        stateless_http=True,
        max_request_body_size=BODY_BYTES,
        host=listener.getsockname()[0],
    )
    run(RateLimit(app, limited), listener, lifespan=True)
