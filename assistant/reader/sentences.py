"""Passage -> sentences: what stretches are made of; a list's entry or a row is one."""

import re
from collections.abc import Iterator

import sentencex

_NUMBERED = re.compile(r"\d\.\s*\Z")
_LINES = re.compile(r"\n+")
_MARKER = re.compile(r"\s*(?:[-•*–·▪]\s+|\(?\d{1,3}[.)]\s*(?=\D))")

Span = tuple[int, int]


def sentence_spans(text: str, language: str) -> tuple[Span, ...]:
    """The sentences of each line of ``text``, without the white space around them."""
    return tuple(_found(text, language))


def without_marker(text: str, span: Span) -> Span:
    """``span`` of ``text`` without the list marker that it begins with, if there is more."""
    marker = _MARKER.match(text, *span)
    return (marker.end(), span[1]) if marker and marker.end() < span[1] else span


def is_entry(text: str, span: Span) -> bool:
    """Whether ``span`` of ``text`` begins as an entry of a list does."""
    return without_marker(text, span) != span


def _found(text: str, language: str) -> Iterator[Span]:
    begin = 0
    for line in _LINES.split(text):
        place = text.index(line, begin)
        begin = place + len(line)
        marker = _MARKER.match(line)
        head = marker.end() if marker and marker.end() < len(line) else 0
        yield from _line_spans(text, place, head, begin, language)


def _line_spans(text: str, start: int, head: int, end: int, language: str) -> Iterator[Span]:
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
    """Whether a sentence goes on in ``rest``, as behind an ordinal or within a date."""
    following = rest.lstrip()[:1]
    return following.islower() or (following.isdigit() and bool(_NUMBERED.search(so_far)))
