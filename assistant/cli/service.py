"""The service from its settings to its end: index, library, assistant, app, server.

Apart from ``serve``, which has to be light: this module imports everything.
"""

import structlog

from assistant.api.server import address, listen, run
from assistant.cli.index_report import build_with_bars
from assistant.cli.output import progress_console
from assistant.composition import open_app, open_store
from assistant.settings import Settings


def serve_forever(settings: Settings) -> None:
    """Serve until told to stop; raises ``KuvendError`` when it cannot start.

    An empty store is built first. One that holds a generation serves it as it is, since a
    service that comes back after a crash should not wait for a build.
    """
    with listen(settings.host, settings.port) as listener:
        if not open_store(settings).names():
            progress_console().print(f"Nothing is indexed yet: reading {settings.documents}.")
            build_with_bars(settings, settings.documents)
        with open_app(settings) as app:
            structlog.get_logger().info("serving", address=address(listener))
            run(app, listener)
            structlog.get_logger().info("stopped")
