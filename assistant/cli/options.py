"""Arguments and options that several commands share."""

from typing import Annotated

import typer

from assistant.limits import LANGUAGES, UnfitTextError, clean_question, known_language


def _question(text: str) -> str:
    try:
        return clean_question(text)
    except UnfitTextError as error:
        raise typer.BadParameter(f"The text {error}.") from None


def _language(tag: str) -> str:
    try:
        return known_language(tag)
    except UnfitTextError as error:
        raise typer.BadParameter(f"The language {error}.") from None


Question = Annotated[
    str, typer.Argument(metavar="TEXT", callback=_question, help="The question, in quotes.")
]
MaybeQuestion = Annotated[
    str | None,
    typer.Argument(
        metavar="[TEXT]",
        callback=lambda text: None if text is None else _question(text),
        help="The question, in quotes.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document.")]
AskedIn = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar=f"[{'|'.join(LANGUAGES)}]",
        callback=lambda tag: None if tag is None else _language(tag),
        help="The question's language; told if left out.",
    ),
]
