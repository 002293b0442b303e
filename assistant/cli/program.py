"""The program ``kuvend``: its commands, and how failures become one line and an exit code.

To add a command, write its function in a module of its own and name it in ``_COMMANDS``. The
module must be light: what is heavy it imports in the function, so that ``--help`` is instant.
"""

from collections.abc import Callable, Sequence
from typing import Any

import typer

from assistant.cli.ask import ask
from assistant.cli.bench import bench
from assistant.cli.evaluate import evaluate
from assistant.cli.fit import fit
from assistant.cli.index import index
from assistant.cli.mcp import mcp
from assistant.cli.members import members
from assistant.cli.output import complain
from assistant.cli.search import search
from assistant.cli.serve import serve
from index.errors import KuvendError

_COMMANDS: dict[str, Callable[..., Any]] = {
    "index": index,
    "search": search,
    "ask": ask,
    "members": members,
    "serve": serve,
    "mcp": mcp,
    "evaluate": evaluate,
    "fit": fit,
    "bench": bench,
}


def program() -> typer.Typer:
    """The command line with all its commands."""
    app = typer.Typer(
        help="Ask a coalition's own documents, in any of its languages, offline.",
        epilog="Settings are read from the environment: KUVEND_DOCUMENTS, KUVEND_STORE and others.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    for name, command in _COMMANDS.items():
        app.command(name)(command)
    return app


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 2 for bad usage, 1 for every other failure."""
    try:
        program()(arguments, prog_name="kuvend")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    except KuvendError as error:
        complain(str(error))
    except OSError as error:
        file = f"{error.filename}: " if error.filename else ""
        complain(f"{file}{error.strerror or error}. Check the path, its rights and the disk space.")
    return 1
