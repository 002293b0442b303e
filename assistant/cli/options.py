"""Arguments and options that several commands share."""

from enum import StrEnum
from typing import Annotated

import typer

from assistant.limits import UnfitTextError, clean_question


class Language(StrEnum):
    """The languages that questions are asked in."""

    SQ = "sq"
    EN = "en"
    SR = "sr"


def _question(text: str) -> str:
    try:
        return clean_question(text)
    except UnfitTextError as error:
        raise typer.BadParameter(f"The text {error}.") from None


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
    Language | None, typer.Option("--language", help="The question's language; told if left out.")
]
