"""What commands print: results on standard output, everything else on standard error."""

import io
import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel
    from rich.console import Console, RenderableType

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")


def show_json(shape: "BaseModel") -> None:
    """Print ``shape`` as the one JSON document of a command."""
    _write(shape.model_dump_json(indent=2) + "\n")


def show(*parts: "RenderableType") -> None:
    """Print ``parts`` one below the other, wrapped and in colour where a terminal shows them."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    buffer = io.StringIO()
    # A file gets whole lines: nothing there knows where a window would wrap them.
    width = None if terminal else 10_000
    console = Console(file=buffer, force_terminal=terminal, width=width, highlight=False)
    for part in parts:
        console.print(part, markup=False, emoji=False)
    lines = buffer.getvalue().splitlines()
    _write("".join(f"{line.rstrip()}\n" for line in lines))


def plain(text: str) -> str:
    """``text`` without control characters: a document must not steer the terminal."""
    return _CONTROL.sub(" ", text)


def opened(link: str, service: str) -> str:
    """``link`` as it opens from a terminal: one without a host is a page of our own service."""
    return plain(service + link if link.startswith("/") else link)


def complain(message: str) -> None:
    """Say in one line on standard error what went wrong and what to do."""
    sys.stderr.write(f"kuvend: {' '.join(plain(message).split())}\n")


def progress_console() -> "Console":
    """Where progress is drawn: standard error, so that results can be piped."""
    from rich.console import Console

    return Console(stderr=True)


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as head, has seen enough. Without this Python complains on its way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
