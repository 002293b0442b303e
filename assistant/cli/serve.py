"""``kuvend serve``: the HTTP service."""


def serve() -> None:
    """Serve the API and the page, building the index first when there is none yet.

    Example: KUVEND_PORT=8080 kuvend serve
    """
    from assistant.cli.service import serve_forever
    from assistant.settings import load_settings

    serve_forever(load_settings())
