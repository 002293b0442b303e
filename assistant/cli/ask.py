"""``kuvend ask``: an answer with its citations, or a conversation."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.explained import explained_lines
from assistant.cli.options import AsJson, AskedIn, MaybeQuestion
from assistant.cli.output import opened, plain, show, show_json

if TYPE_CHECKING:
    from assistant.api.shapes.answers import AnswerShape, CitationShape

_Interactive = Annotated[
    bool, typer.Option("--interactive", "-i", help="Ask one question after the other.")
]
_Explain = Annotated[
    bool, typer.Option("--explain", help="Show what the answer or the refusal rests on.")
]


def ask(
    text: MaybeQuestion = None,
    language: AskedIn = None,
    as_json: AsJson = False,
    interactive: _Interactive = False,
    explain: _Explain = False,
) -> None:
    """Answer a question from the documents, or say that they do not answer it.

    Example: kuvend ask "When was the network founded?"
    """
    from assistant.cli.chat import chat, open_conversation
    from assistant.settings import load_settings

    if (text is None) != interactive or (interactive and as_json):
        raise typer.BadParameter("Give either a question in quotes or --interactive.")
    settings = load_settings()
    conversation = open_conversation(settings, language, explain=explain)
    if text is None:
        chat(conversation, lambda shape: _lines(shape, settings.service))
        return
    shape = conversation.ask(text)
    if as_json:
        show_json(shape)
    else:
        show("\n".join(_lines(shape, settings.service)))


def _lines(shape: "AnswerShape", service: str) -> list[str]:
    lines = [plain(line) for line in shape.answer.splitlines()]
    if shape.understood:
        lines = [f"({plain(shape.understood)})", *lines]
    for citation in shape.citations:
        lines += ["", *_citation_lines(citation, service)]
    if shape.related:
        lines += ["", "Nearest to the question, but no answer:"]
    for citation in shape.related:
        lines += ["", *_citation_lines(citation, service, marker="-")]
    if shape.suggestions:
        lines += ["", *(f"  ? {plain(suggestion)}" for suggestion in shape.suggestions)]
    if shape.explanation:
        lines += ["", *explained_lines(shape.explanation)]
    return lines


def _citation_lines(citation: "CitationShape", service: str, marker: str = "") -> list[str]:
    document = citation.document
    title = " - ".join(part for part in (document.title, citation.section) if part)
    page = f"p. {citation.page}" if citation.page else None
    place = ", ".join(part for part in (title, page, document.publisher, document.date) if part)
    quote = " ".join(citation.quote.split())
    marker = marker or f"[{citation.number}]"
    indent = " " * (len(marker) + 1)
    return [
        f"{marker} {plain(quote)}",
        f"{indent}{plain(place)}",
        f"{indent}{opened(citation.link, service)}",
    ]
