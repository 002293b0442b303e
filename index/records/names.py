"""Entries of one list -> their names, by the signs that this list sets behind names.

A name ends where it stops being bold, or before a colon, a dash, a bracket, a comma or a full stop.
Which of them a list uses is seen from its entries together: "Centre for Women, Youth and Children –
CWYC" is cut at its dash where most entries have a dash.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from index.language import fold, is_function_word
from index.records.lines import Line
from index.records.words import Words

Place = tuple[int, int]


class _Sign(Enum):
    """What may end a name."""

    BOLD = 0
    COLON = 1
    DASH = 2
    BRACKET = 3
    COMMA = 4
    SEMICOLON = 5
    STOP = 6
    INNER = 7  # a comma that may belong to the name: it ends names where other commas do


_SIGNS = re.compile(
    r"(?P<COLON>\s*:(?=\s|$))|(?P<DASH>\s[-–—]\s|\s?—\s?)|(?P<BRACKET>\s*[(\[](?=\S))"
    r"|(?P<COMMA>,(?=\s))|(?P<STOP>[.!?](?=\s))|(?P<SEMICOLON>;(?=\s))"
)
_CLOSED_BY = {"(": ")", "[": "]"}
_QUOTES = re.compile(r"[“„\"«][^“”„\"«»]{1,80}[”“\"»]")
_AROUND = " \t\n.,;:–—-"
_CHARACTERS = 90
_LOOKED_AT = 3 * _CHARACTERS  # of a line: no name ends later
_WORDS = 11
_PHRASE_CHARACTERS = 60  # before a comma or a full stop, which names themselves seldom have
_PHRASE_WORDS = 8
_PHRASE = (_Sign.COMMA, _Sign.SEMICOLON, _Sign.STOP, _Sign.INNER)
_INNER = 4  # commas at most within a name
_SIDE_WORDS = 2  # on either side of the conjunction in "Youth and Children"
_HABIT = 0.5  # of the entries must have a sign for it to be the list's own


def names(text: str, lines: Sequence[Line], words: Words) -> list[Place | None]:
    """Where the name stands in each of ``lines``, the first lines of a list's entries."""
    cuts = [_cuts(text, line, words) for line in lines]
    often = Counter(sign for found in cuts for sign in found)
    habit = {sign for sign, count in often.items() if count >= _HABIT * len(lines)}
    habit.discard(_Sign.INNER)
    ends = [_end(found, habit) for found in cuts]
    found = [_name(text, line, end) for line, end in zip(lines, ends, strict=True)]
    return _told_apart(text, lines, cuts, found)


def bold_name(text: str, start: int, end: int, words: Words) -> Place | None:
    """Where the name stands in words set in bold: without a bracket, or a role behind a comma."""
    for match in _SIGNS.finditer(text, start, end):
        kind = match.lastgroup
        lower = text[match.end() : end].lstrip()[:1].islower()
        inside = kind == "COMMA" and _is_inner(text, match.start(), end, words)
        if kind in ("BRACKET", "COLON") or (kind in ("COMMA", "DASH") and lower and not inside):
            end = match.start()
            break
    return _trimmed(text, start, end)


def _cuts(text: str, line: Line, words: Words) -> dict[_Sign, int]:
    """Where the name would end by each sign, if what stands before it is short enough."""
    found: dict[_Sign, int] = {}
    line = Line(line.start, min(line.end, line.start + _LOOKED_AT), min(line.bold, line.end))
    if line.start < line.bold and text[line.bold : line.end].strip(_AROUND):
        name = bold_name(text, line.start, line.bold, words)
        if name is not None and _fits(text, *name, _CHARACTERS, _WORDS):
            found[_Sign.BOLD] = name[1]
    for match in _outside(text, line.start, line.end):
        kind, at = match.lastgroup or "", match.start()
        if at == line.start:
            continue
        if kind == "STOP" and not _ends_sentence(text, line.start, match, words):
            continue
        inside = kind == "COMMA" and _is_inner(text, at, line.end, words)
        sign = _Sign.INNER if inside else _Sign[kind]
        phrase = sign in _PHRASE
        most = (_PHRASE_CHARACTERS, _PHRASE_WORDS) if phrase else (_CHARACTERS, _WORDS)
        if phrase and _opens_clause(text, line.start, at, words):
            continue
        if sign not in found and _fits(text, line.start, at, *most):
            found[sign] = at
    return found


def _opens_clause(text: str, start: int, end: int, words: Words) -> bool:
    """Whether what stands before a comma only opens a sentence: "In retrospect", "If"."""
    before = text[start:end].split()
    small = is_function_word(fold(before[0].strip(_AROUND)), words.language)
    return small and not any(word[0].isupper() for word in before[1:2])


def _end(cuts: Mapping[_Sign, int], habit: set[_Sign]) -> int | None:
    if _Sign.BOLD in cuts:
        return cuts[_Sign.BOLD]
    usual = [end for sign, end in cuts.items() if sign in habit]
    others = [end for sign, end in cuts.items() if sign is not _Sign.INNER]
    if not others and _Sign.COMMA in habit:
        others = list(cuts.values())
    return min(usual or others, default=None)


def _name(text: str, line: Line, end: int | None) -> Place | None:
    if end is not None:
        return _trimmed(text, line.start, end)
    whole = _trimmed(text, line.start, line.end)
    return whole if whole and _fits(text, *whole, _CHARACTERS, _WORDS) else None


def _told_apart(
    text: str,
    lines: Sequence[Line],
    cuts: Sequence[Mapping[_Sign, int]],
    found: Sequence[Place | None],
) -> list[Place | None]:
    """The names, those that two entries share going on to their next sign."""
    keys = [fold(text[slice(*name)]) if name else "" for name in found]
    often = Counter(keys)
    apart = list(found)
    for at, (line, name) in enumerate(zip(lines, found, strict=True)):
        if name is not None and often[keys[at]] > 1 and _Sign.BOLD not in cuts[at]:
            later = min((end for end in cuts[at].values() if end > name[1] + 1), default=line.end)
            longer = _trimmed(text, line.start, later)
            if longer and _fits(text, *longer, _CHARACTERS, _WORDS):
                apart[at] = longer
    return apart


def _outside(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The signs in ``text[start:end]`` that stand in no bracket and no quotation marks."""
    shut = [match.span() for match in _QUOTES.finditer(text, start, end)]
    closed = start
    for match in _SIGNS.finditer(text, start, end):
        if match.start() < closed or any(a < match.start() < b for a, b in shut):
            continue
        yield match
        if match.lastgroup == "BRACKET":
            opening = match.group().strip()
            after = text.find(_CLOSED_BY[opening], match.end(), end)
            closed = after + 1 if after >= 0 else end


def _ends_sentence(text: str, start: int, stop: re.Match[str], words: Words) -> bool:
    """Whether a full stop ends a sentence: not behind "Dr", an initial or a figure."""
    before = text[start : stop.start()].split()
    if not before or stop.group() != ".":
        return bool(before)
    last = before[-1].lstrip("(„“\"'")
    following = text[stop.end() :].lstrip()[:1]
    if following.islower() or last.isdigit() or len(last) == 1:
        return False
    return fold(last) not in words.abbreviations


def _is_inner(text: str, comma: int, end: int, words: Words, most: int = _INNER) -> bool:
    """Whether a comma belongs to the name, as in "Centre for Women, Youth and Children"."""
    following = _SIGNS.search(text, comma + 1, end)
    piece = text[comma + 1 : following.start() if following else end].split()
    if not 0 < len(piece) <= 2 * _SIDE_WORDS + 1 or not _same_case(text, comma, piece[0]):
        return False
    joints = [at for at, word in enumerate(piece) if fold(word) in words.conjunctions]
    if following is not None and following.lastgroup == "COMMA" and not joints:
        further = most and len(piece) <= _SIDE_WORDS
        return bool(further) and _is_inner(text, following.start(), end, words, most - 1)
    if len(joints) != 1 or not 0 < joints[0] < len(piece) - 1:
        return False
    sides = (joints[0], len(piece) - 1 - joints[0])
    return max(sides) <= _SIDE_WORDS and piece[0][0].isupper() == piece[joints[0] + 1][0].isupper()


def _same_case(text: str, comma: int, word: str) -> bool:
    """Whether the word before a comma and the one after it begin both large or both small."""
    before = text[max(comma - _CHARACTERS, 0) : comma].split()
    return bool(before) and before[-1][0].isupper() == word[0].isupper()


def _fits(text: str, start: int, end: int, characters: int, most_words: int) -> bool:
    name = text[start:end].strip(_AROUND)
    return 0 < len(name) <= characters and len(name.split()) <= most_words


def _trimmed(text: str, start: int, end: int) -> Place | None:
    """The stretch without the white space and signs around it."""
    inner = text[start:end].rstrip(_AROUND)
    begin = start + len(inner) - len(inner.lstrip(" \t\n–—"))
    return (begin, start + len(inner)) if begin < start + len(inner) else None
