"""``kuvend mcp``: the documents as tools of other assistants."""

from typing import Annotated

import typer

_Http = Annotated[
    bool, typer.Option("--http", help="Listen on KUVEND_HOST and KUVEND_PORT, at the path /mcp.")
]


def mcp(http: _Http = False) -> None:
    """Serve ask, search, members and document as MCP tools, on standard input and output.

    Example: kuvend mcp --http
    """
    from assistant.api.server import listen
    from assistant.composition import open_mcp
    from assistant.mcp.http import serve_http
    from assistant.settings import load_settings

    settings = load_settings()
    if http:
        with listen(settings.host, settings.port) as listener, open_mcp(settings) as server:
            serve_http(server, listener, settings.rate_limit)
    else:
        with open_mcp(settings) as server:
            server.run()
