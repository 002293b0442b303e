"""``kuvend ask``: an answer with its citations."""

import time
from typing import TYPE_CHECKING

from assistant.cli.options import AsJson, AskedIn, Question
from assistant.cli.output import opened, plain, show, show_json

if TYPE_CHECKING:
    from assistant.api.shapes.answers import AnswerShape, CitationShape
    from assistant.settings import Settings


def ask(text: Question, language: AskedIn = None, as_json: AsJson = False) -> None:
    """Answer a question from the documents, or say that they do not answer it.

    Example: kuvend ask "Kur u themelua KOMF?"
    """
    from assistant.settings import load_settings

    settings = load_settings()
    shape = _ask(settings, text, language)
    if as_json:
        show_json(shape)
    else:
        show("\n".join(_lines(shape, settings.service)))


def _ask(settings: "Settings", text: str, language: str | None) -> "AnswerShape":
    from assistant.api.shapes.answers import answer_shape
    from assistant.composition import open_assistant, open_library

    assistant = open_assistant(settings, open_library(settings))
    started = time.perf_counter()
    answer = assistant.ask(text, (), language)
    return answer_shape(answer, round((time.perf_counter() - started) * 1_000, 1))


def _lines(shape: "AnswerShape", service: str) -> list[str]:
    lines = [plain(line) for line in shape.answer.splitlines()]
    for citation in shape.citations:
        lines += ["", *_citation_lines(citation, service)]
    if shape.suggestions:
        lines += ["", *(f"  ? {plain(suggestion)}" for suggestion in shape.suggestions)]
    return lines


def _citation_lines(citation: "CitationShape", service: str) -> list[str]:
    document = citation.document
    title = " - ".join(part for part in (document.title, citation.section) if part)
    place = ", ".join(part for part in (title, document.publisher, document.date) if part)
    quote = " ".join(citation.quote.split())
    indent = " " * (len(str(citation.number)) + 3)
    return [
        f"[{citation.number}] {plain(quote)}",
        f"{indent}{plain(place)}",
        f"{indent}{opened(citation.link, service)}",
    ]
