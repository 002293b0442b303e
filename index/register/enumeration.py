"""Prose -> entries: "A, B for C, D and E, F – FX and G" cut where the names end.

Every comma and conjunction is a boundary with a strength. Those above zero cut; when the text
states how many entries there are, the strongest that many less one do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from index.language import fold
from index.language.patterns import SMALL, any_of
from index.register.names import fits, is_short_form, key, take_apart
from index.register.vocabulary import (
    CONJUNCTION,
    COUNTRIES,
    ORGANISATION,
    PLACES,
    begins,
    words,
)

_CLOSED_BY = {"(": ")", "[": "]", "{": "}", "“": "”", "„": "“”", "«": "»"}
_SEMICOLON = re.compile(r";\s*")
_NUMBERED = re.compile(rf"(?:^|(?<=[\s,;:]))\(?(?:\d{{1,3}}|[{SMALL}])[.)]\s+(?=\S)")
_COMMA = re.compile(rf",\s*(?:{CONJUNCTION}\s+)?", re.IGNORECASE)
_AND = re.compile(rf"\s+{CONJUNCTION}\s+", re.IGNORECASE)
_FOR = re.compile(rf"\b{any_of(words(lambda listed: listed.inner_list_openings))}\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_MOST_AMISS = 0.15


@dataclass(frozen=True, slots=True)
class _Boundary:
    start: int
    end: int
    is_comma: bool
    strength: float = 0.0


def enumerate_prose(
    text: str, start: int, end: int, stated: int | None, known: Callable[[str], bool]
) -> list[tuple[int, int]]:
    """The spans of the entries in ``text[start:end]``.

    ``stated`` is how many there should be, if that is said; ``known`` says whether a folded
    name is one of an organisation that another list names.
    """
    for pattern in (_NUMBERED, _SEMICOLON):
        cuts = [m.span() for m in pattern.finditer(text, start, end) if _outside(text, start, m)]
        if len(cuts) > 1 or (cuts and pattern is _SEMICOLON):
            return _last_and(text, _pieces(text, start, end, cuts), stated)
    boundaries = _weighed(text, start, end, known)
    return _pieces(text, start, end, [(b.start, b.end) for b in _chosen(boundaries, stated)])


def _last_and(
    text: str, pieces: list[tuple[int, int]], stated: int | None
) -> list[tuple[int, int]]:
    """The last of entries cut by semicolons may begin with "and", or hold the last two."""
    begin, end = pieces[-1]
    if match := re.compile(rf"{CONJUNCTION}\s+", re.IGNORECASE).match(text, begin, end):
        return [*pieces[:-1], (match.end(), end)]
    joints = [m for m in _AND.finditer(text, begin, end) if _is_capital(text, m.end())]
    if stated == len(pieces) + 1 and joints:
        return [*pieces[:-1], (begin, joints[-1].start()), (joints[-1].end(), end)]
    return pieces


def _weighed(text: str, start: int, end: int, known: Callable[[str], bool]) -> list[_Boundary]:
    commas = [m.span() for m in _COMMA.finditer(text, start, end) if _outside(text, start, m)]
    fragments = _pieces(text, start, end, commas, keep_empty=True)
    names = sum(_is_capital(text, s) for s, e in fragments if e > s) > 0.6 * len(fragments)
    found: list[_Boundary] = []
    for number, (cut, resumed) in enumerate(commas):
        before = (fragments[number][0], cut)
        after = (resumed, fragments[number + 1][1])
        # What is before may itself be the end of a name that began a comma earlier.
        opening = fragments[number - 1] if number and found[-1].strength <= 0 else before
        strength = _strength(text, opening[0], before, after, known) if names else 1.0
        last = number == len(commas) - 1
        if last and _AND.search(text[cut : resumed + 0] + " "):
            strength = max(strength, 2.0)
        found.append(_Boundary(cut, resumed, True, strength))
    oxford = bool(commas) and bool(re.search(CONJUNCTION, text[slice(*commas[-1])], re.I))
    return sorted(
        [*found, *_joints(text, start, fragments, known, names, oxford)],
        key=lambda boundary: boundary.start,
    )


def _joints(
    text: str,
    start: int,
    fragments: list[tuple[int, int]],
    known: Callable[[str], bool],
    names: bool,
    oxford: bool,
) -> list[_Boundary]:
    """The conjunctions between commas; only the last of all usually ends an entry."""
    found: list[_Boundary] = []
    for number, (begin, end) in enumerate(fragments):
        joints = [m for m in _AND.finditer(text, begin, end) if _outside(text, start, m)]
        last = number == len(fragments) - 1
        for place, match in enumerate(joints):
            left, right = text[begin : match.start()], text[match.end() : end]
            strength = -2.0
            if last and not oxford and place == len(joints) - 1:
                strength = 1.5 if not names or _is_capital(text, match.end()) else -1.0
            if known(key(left)) or known(key(right)):
                strength += 3.0
            if known(key(text[begin:end])):
                strength -= 5.0
            found.append(_Boundary(match.start(), match.end(), False, strength))
    return found


def _strength(
    text: str,
    opening: int,
    before: tuple[int, int],
    after: tuple[int, int],
    known: Callable[[str], bool],
) -> float:
    """How surely a name ends at the comma between two pieces; below zero it goes on."""
    left, right = text[slice(*before)].strip(), text[slice(*after)].strip()
    whole = text[opening : after[1]].strip()
    strength = 1.0
    if right[:1].islower():
        return -5.0
    if known(key(whole)):
        return -4.0
    if known(key(right)) or known(key(left)):
        strength += 3.0
    if begins(_first(right), ORGANISATION):
        strength += 2.0
    if _is_closed(left):
        strength += 2.0
    if fold(right) in PLACES and len(left.split()) > 1:
        strength -= 1.6  # "The Resource Centre, Paris"
    if is_short_form(right) and fits(right, left):
        strength -= 3.0
    short = take_apart(right).short
    if short and not is_short_form(right):
        own = fits(short, right) or fold(right)[:1] == fold(short)[:1]
        strength -= 0.0 if own else 2.0 if fold(text[opening:])[:1] == fold(short)[:1] else 0.5
    if _AND.search(right) and begins(_last(right), ORGANISATION) and len(left.split()) == 1:
        strength -= 1.5  # "Mothers, Fathers and Kids Foundation"
    # "Centre for A, B and C": a list within a name, closed by its own conjunction.
    if _FOR.search(text[opening : before[1]]) and _AND.search(right) and not _FOR.search(right):
        strength -= 1.5
    return strength


def _chosen(boundaries: list[_Boundary], stated: int | None) -> list[_Boundary]:
    sure = [boundary for boundary in boundaries if boundary.strength > 0]
    wanted = None if stated is None else stated - 1
    if wanted is None or wanted == len(sure) or wanted > len(boundaries):
        return sure
    if abs(wanted - len(sure)) > max(2, _MOST_AMISS * (wanted + 1)):
        return sure
    best = sorted(boundaries, key=lambda boundary: (-boundary.strength, boundary.start))[:wanted]
    return sorted(best, key=lambda boundary: boundary.start)


def _pieces(
    text: str, start: int, end: int, cuts: list[tuple[int, int]], *, keep_empty: bool = False
) -> list[tuple[int, int]]:
    places = [start, *(place for cut in cuts for place in cut), end]
    pieces = [_trimmed(text, a, b) for a, b in zip(places[::2], places[1::2], strict=True)]
    return [(a, b) for a, b in pieces if keep_empty or a < b]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n\t,;.–—":
        start += 1
    while start < end and text[end - 1] in " \n\t,;.":
        end -= 1
    return start, end


def _outside(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a match stands outside all brackets and quotation marks that open after start."""
    open_marks: list[str] = []
    for letter in text[start : match.start()]:
        if open_marks and letter in _CLOSED_BY[open_marks[-1]]:
            open_marks.pop()
        elif letter in _CLOSED_BY:
            open_marks.append(letter)
    return not open_marks


def _is_capital(text: str, place: int) -> bool:
    letter = text[place : place + 1].lstrip("“\"„«'(") or text[place + 1 : place + 2]
    return letter.isupper() or letter.isdigit()


def _is_closed(left: str) -> bool:
    """Whether a name cannot go on: it ends in a short form, a country or a closing mark."""
    last = _last(left)
    return bool(take_apart(left).short) or last in COUNTRIES or left.endswith((")", "”", '"'))


def _first(text: str) -> str:
    match = _WORD.search(text)
    return fold(match.group()) if match else ""


def _last(text: str) -> str:
    said = _WORD.findall(text)
    return fold(said[-1]) if said else ""
