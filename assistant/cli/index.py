"""``kuvend index``: bring the index up to date with a folder of documents."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import AsJson
from assistant.cli.output import plain, show, show_json

if TYPE_CHECKING:
    from assistant.cli.index_report import IndexShape


def index(
    folder: Annotated[
        Path | None,
        typer.Argument(help="The documents; KUVEND_DOCUMENTS when left out.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Index the documents of a folder; what did not change is re-used.

    Example: kuvend index documents
    """
    from assistant.cli.index_report import build_with_bars
    from assistant.settings import load_settings

    settings = load_settings()
    shape = build_with_bars(settings, folder or settings.documents)
    if as_json:
        show_json(shape)
    else:
        show("\n".join(_lines(shape)))


def _lines(shape: "IndexShape") -> list[str]:
    verb = "Indexed" if shape.changed else "Nothing has changed:"
    lines = [
        f"{verb} {shape.documents} documents in {shape.passages} passages, {shape.embedded} "
        f"embedded and {shape.reused} re-used, in {shape.seconds:.1f} s."
    ]
    if shape.unread:
        lines += ["", f"Not read ({len(shape.unread)}):"]
        lines += [f"  {plain(file.path)}: {plain(file.reason)}" for file in shape.unread]
    if shape.warnings:
        lines += ["", f"Warnings ({len(shape.warnings)}):"]
        lines += [f"  {plain(warned.path)}: {plain(warned.warning)}" for warned in shape.warnings]
    return lines
