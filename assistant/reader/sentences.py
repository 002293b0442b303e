"""Hits -> Sentences: what evidence is made of, at verified places of stored documents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import sentencex

from index.passages import embedded_text
from index.search import Hit

_REMEMBERED = 1_024  # passages
_NUMBERED = re.compile(r"\d\.\s*\Z")
_LINES = re.compile(r"\n+")
_MARKER = re.compile(r"\s*(?:[-•*–·▪]\s+|\(?\d{1,3}[.)]\s*(?=\D))")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, list item or table row of a hit's document.

    ``start:end`` are its place in the document's text without list markers, ``first:last`` its
    place in the embedded text of the hit, where the tokens' spans count from; ``order`` is its
    place in the passage.
    """

    hit: int
    order: int
    text: str
    start: int
    end: int
    first: int
    last: int
    item: bool


def sentences(number: int, hit: Hit, language: str) -> Iterator[Sentence]:
    """The sentences of the passage of ``hit``, the ``number``-th of a search."""
    passage = hit.stored.passage
    shift = len(embedded_text(passage)) - len(passage.text)
    for order, (start, end) in enumerate(_spans(passage.text, language)):
        marker = _MARKER.match(passage.text, start, end)
        begin = marker.end() if marker and marker.end() < end else start
        yield Sentence(
            hit=number,
            order=order,
            text=passage.text[begin:end],
            start=passage.start + begin,
            end=passage.start + end,
            first=shift + begin,
            last=shift + end,
            item=begin > start,
        )


@lru_cache(maxsize=_REMEMBERED)
def _spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The sentences of each line, without the white space around them."""
    return tuple(_found(text, language))


def _found(text: str, language: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for line in _LINES.split(text):
        place = text.index(line, begin)
        begin = place + len(line)
        marker = _MARKER.match(line)
        head = marker.end() if marker and marker.end() < len(line) else 0
        yield from _line_spans(text, place, head, begin, language)


def _line_spans(
    text: str, start: int, head: int, end: int, language: str
) -> Iterator[tuple[int, int]]:
    """Sentences of ``text[start:end]``; its first ``head`` characters are a list marker."""
    place = start + head
    begin = start
    for part in sentencex.segment(language, text[place:end]):
        place += len(part)
        if _goes_on(text[begin:place], text[place:end]):
            continue
        stripped = text[begin:place].strip()
        if stripped:
            left = begin + len(text[begin:place]) - len(text[begin:place].lstrip())
            yield left, left + len(stripped)
        begin = place


def _goes_on(so_far: str, rest: str) -> bool:
    """Whether a sentence goes on in ``rest``: "2024. године", "15. 3. 2024", "čl. 5"."""
    following = rest.lstrip()[:1]
    return following.islower() or (following.isdigit() and bool(_NUMBERED.search(so_far)))
