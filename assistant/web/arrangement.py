"""An answer arranged for reading: the few words, the prose, the list, the quotes, each once.

``static/arrangement.js`` does the same in the browser; a browser test holds them together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.api.shapes.answers import AnswerShape, CitationShape, ItemShape

_MARKS = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'))
_MARKER = re.compile(r"\[(\d{1,3})\]")
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of prose, or the marker of a citation."""

    text: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What stands where: ``quotes`` are shown below the prose, ``listed`` beside their items."""

    headline: str | None
    prose: tuple[tuple[Piece, ...], ...]
    items: tuple[ItemShape, ...]
    quotes: tuple[CitationShape, ...]
    listed: dict[int, CitationShape]
    checked: int | None  # how many documents, where the prose does not say so


def arrange(answer: AnswerShape) -> Arrangement:
    """``answer`` with each quote in one place only."""
    text = answer.answer
    if answer.items:
        text = "\n".join(line for line in text.split("\n") if not line.startswith("- "))
    cut = _without_quotes(text, answer.citations)
    if answer.short and _WORDS.findall(_MARKER.sub("", cut)) == _WORDS.findall(answer.short):
        cut = ""
    by_item = {number for item in answer.items for number in item.citations}
    in_text = {int(number) for number in _MARKER.findall(text)}
    return Arrangement(
        headline=answer.short,
        prose=tuple(tuple(_pieces(line)) for line in cut.split("\n") if line.strip()),
        items=tuple(answer.items),
        quotes=tuple(c for c in answer.citations if c.number in in_text or c.number not in by_item),
        listed={c.number: c for c in answer.citations},
        checked=_unsaid(answer, cut),
    )


def _unsaid(answer: AnswerShape, prose: str) -> int | None:
    if answer.checked is None or str(answer.checked.documents) in _WORDS.findall(prose):
        return None
    return answer.checked.documents


def _without_quotes(text: str, citations: list[CitationShape]) -> str:
    """``text`` without its quotes, where they are sentences of their own: they stand below."""
    for citation in citations:
        for opening, closing in _MARKS:
            quoted = f"{opening}{citation.quote}{closing} [{citation.number}]"
            place = text.find(quoted)
            if place > 0 and text[place - 1] in "(:":
                continue
            if place >= 0:
                text = text[:place] + text[place + len(quoted) :]
    return text


def _pieces(line: str) -> Iterator[Piece]:
    end = 0
    for found in _MARKER.finditer(line):
        yield Piece(line[end : found.start()].rstrip(" "))
        yield Piece(found[0], int(found[1]))
        end = found.end()
    yield Piece(line[end:].rstrip())
