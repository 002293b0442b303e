"""What a short name stands for, where a text spells it out beside it.

Long Name (LN), LN (Long Name), Long Name - LN, Long Name, LN; or “Long Name” in quotation marks
whose capitals are exactly the short name. Never guessed from letters alone.
"""

import re
from collections.abc import Iterator

from assistant.values import Value

_WORD = re.compile(r"[^\W_][\w’'-]*")
_INSIDE = re.compile(r"\s*\(([^();]{5,160})")
_DASH = re.compile(r"(?:\s+[-–—]\s*|,\s*|\s+|\s*\(\s*|[\"”“]\s*\(\s*)\Z")
_BREAKS = re.compile(r"[.;:\n]\s|[“„\"]")
_COMMA = re.compile(r",\s+")
_FEWEST_WORDS = 2
_QUOTED = re.compile(r"[“„\"]([^“”„\"]{5,160})[”“\"]")
_FEWEST_LETTERS = 3


def spelled_out(text: str, short_name: str, *, item: bool) -> list[Value]:
    """What ``text`` says that ``short_name`` stands for; ``item``: the text is a list's entry."""
    name = re.compile(rf"(?<!\w){re.escape(short_name)}(?!\w)", re.IGNORECASE)
    found: list[Value] = []
    for match in name.finditer(text):
        if not match.group().isupper() and match.group() != short_name:
            continue
        found += [*_after(text, match.end()), *_before(text, match.start(), match.end(), item)]
    return found or list(_quoted(text, short_name))


def _quoted(text: str, short_name: str) -> Iterator[Value]:
    """“Long Name”, in a text that need not have the short name itself"""
    for match in _QUOTED.finditer(text):
        words = _WORD.findall(match.group(1))
        capitals = "".join(word[0] for word in words if word[0].isupper())
        if len(capitals) >= _FEWEST_LETTERS and capitals == short_name.upper():
            yield Value(match.group(1), match.start(1), match.end(1))


def _after(text: str, end: int) -> Iterator[Value]:
    """LN (Long Name)"""
    inside = _INSIDE.match(text, end)
    if inside and len(_WORD.findall(inside.group(1))) >= _FEWEST_WORDS:
        yield Value(inside.group(1).strip(), inside.start(1), inside.end(1))


def _before(text: str, start: int, end: int, item: bool) -> Iterator[Value]:
    """Long Name (LN), Long Name - LN"""
    joint = _DASH.search(text, 0, start)
    if joint is None or joint.start() == 0:
        return
    # In running text a comma parts one name from the next; in an item it may part both forms.
    closed = text[joint.start() : start].strip() not in ("", ",")
    last = text[end:].strip(' .;)"”“') == ""
    if not closed and not (item and last):
        return
    stop = joint.start()
    begin = _beginning(text, stop, text[start], whole=item)
    long_name = text[begin:stop].strip(' "“”„')
    if len(_WORD.findall(long_name)) >= _FEWEST_WORDS and long_name[0].isupper():
        at = text.index(long_name, begin)
        yield Value(long_name, at, at + len(long_name))


def _beginning(text: str, stop: int, initial: str, *, whole: bool) -> int:
    """Where the long name that ends at ``stop`` begins."""
    breaks = [match.end() for match in _BREAKS.finditer(text, 0, stop - 1)]
    floor = breaks[-1] if breaks else 0
    if whole and not breaks:
        return 0
    commas = [floor, *(match.end() for match in _COMMA.finditer(text, floor, stop))]
    for word in _WORD.finditer(text, commas[-1], stop):
        following = len(_WORD.findall(text, word.end(), stop))
        if word.group()[0] == initial.upper() and following >= _FEWEST_WORDS:
            return word.start()
    first = (begin for begin in reversed(commas[-3:-1]) if text[begin] == initial.upper())
    return next(first, commas[-1])
