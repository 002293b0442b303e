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
    from assistant.composition import open_mcp
    from assistant.limits import BODY_BYTES
    from assistant.settings import load_settings

    settings = load_settings()
    with open_mcp(settings) as server:
        if http:
            server.run(
                "streamable-http",
                host=settings.host,
                port=settings.port,
                json_response=True,
                # Nothing is remembered between calls, so that nothing can pile up.
                stateless_http=True,
                max_request_body_size=BODY_BYTES,
            )
        else:
            server.run()
