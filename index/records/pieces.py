"""Cutting text at commas or semicolons, but not in brackets or quotation marks."""

import re

Place = tuple[int, int]
_SHUT = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[“„\"«][^“”„\"«»]{1,80}[”“\"»]")
_TOKEN = re.compile(r"\S+")
_AROUND = " \t\n.,;:!?"


def pieces(text: str, start: int, end: int, sign: str) -> list[Place]:
    """The stretches between ``sign``, without the white space around them; empty ones left out."""
    shut = [match.span() for match in _SHUT.finditer(text, start, end)]
    found: list[Place] = []
    begin = start
    for match in re.finditer(rf"{sign}(?=\s)", text[start:end]):
        at = start + match.start()
        if not any(a < at < b for a, b in shut):
            found.append(inner(text, begin, at))
            begin = at + 1
    found.append(inner(text, begin, end))
    return [place for place in found if place[0] < place[1]] or [(start, end)]


def inner(text: str, start: int, end: int) -> Place:
    """The stretch without white space and signs around it."""
    stretch = text[start:end]
    begin = start + len(stretch) - len(stretch.lstrip(_AROUND))
    return begin, max(begin, start + len(stretch.rstrip(_AROUND)))


def words_in(text: str, start: int, end: int) -> list[Place]:
    """The words of a stretch, with the signs that cling to them."""
    return [match.span() for match in _TOKEN.finditer(text, start, end)]
