"""Numbers in figures and in words, and which of them counts a list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language import fold
from index.records.words import Words

_TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_SIGNS = re.compile(r"\s?[%€$£]|[.,]?\d|[/:–-]\d")
_MARKER = re.compile(r"\s*(?:\d{1,3}|[IVXivx]{1,5})[.)]\s+")
_BEFORE_OTHERS = ("€", "$", "£", "-", "–", "/", ":", "+")
_FEWEST, _MOST = 2, 999
_LOOKED_AT = 600  # characters at the end of an introduction
_FAR = 4  # words between a number and the end of what introduces a list


@dataclass(frozen=True, slots=True)
class _Number:
    value: int
    first: int  # which word of the text it begins with
    last: int


def stated_count(text: str, entries: int, words: Words) -> int | None:
    """How many entries ``text`` says that a list of ``entries`` has, if it says so.

    A number that differs from ``entries`` must be near it, and stand where the text begins or right
    before a colon at its end: other numbers count hours, euros or days.
    """
    body = _MARKER.sub("", text[-_LOOKED_AT:], count=1)
    tokens = list(_TOKEN.finditer(body))
    found = list(_numbers(body, tokens, words))
    if any(number.value == entries for number in found):
        return entries
    if body.rstrip().endswith("."):
        return None
    far = _FAR if body.rstrip().endswith(":") else -1
    near = [
        number.value
        for number in found
        if entries / 2 <= number.value <= entries * 2
        and (number.first <= 1 or len(tokens) - 1 - number.last <= far)
    ]
    return min(near, key=lambda value: abs(value - entries), default=None)


def _numbers(text: str, tokens: Sequence[re.Match[str]], words: Words) -> Iterator[_Number]:
    values = [_value(text, token, words) for token in tokens]
    at = 0
    while at < len(tokens):
        first, value = at, values[at]
        at += 1
        if value is None:
            continue
        while (step := _goes_on(tokens, values, at, value, words)) is not None:
            value, at = value + (values[step] or 0), step + 1
        if _FEWEST <= value <= _MOST:
            yield _Number(value, first, at - 1)


def _value(text: str, token: re.Match[str], words: Words) -> int | None:
    word = token.group()
    if not word.isdecimal():
        return words.numbers.get(fold(word))
    if len(word) > len(str(_MOST)) or _SIGNS.match(text, token.end()):
        return None
    before = text[max(token.start() - 1, 0) : token.start()]
    return None if before in _BEFORE_OTHERS or _is_label(text, token) else int(word)


def _is_label(text: str, token: re.Match[str]) -> bool:
    """Whether a figure numbers a section: "Article 5 Board", but not "Our 12 hubs"."""
    before, after = text[: token.start()].strip(), text[token.end() :].lstrip()
    word = before.strip("#§ ")
    titled = word.isalpha() and word[0].isupper() if word else bool(before)
    return titled and not after[:1].islower()


def _goes_on(
    tokens: Sequence[re.Match[str]],
    values: Sequence[int | None],
    at: int,
    value: int,
    words: Words,
) -> int | None:
    """Where the next word of a number is: "twenty" goes on with "two", also behind an "and"."""
    if at < len(tokens) and fold(tokens[at].group()) in words.number_joints:
        at += 1
    following = values[at] if at < len(tokens) else None
    if following is None or tokens[at].group().isdecimal():
        return None
    unit = 100 if value % 100 == 0 else 10 if value % 10 == 0 and value > 10 else 1
    return at if following < unit else None
