"""Values in a text: the dates, numbers, amounts and addresses that can stand in large type."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from assistant.question.answer_type import AnswerType
from index.language import Pack, every, fold
from index.language.calendar import months
from index.language.patterns import any_of

_YEAR = r"(?:1[5-9]|20)\d\d"
_DASH = r"\s*[-–—]\s*"
_SIGN = r"[$€£]"
_FIGURE = r"(?:\d{1,3}(?:[.,\s]\d{3})+(?:,\d\d?)?|\d+(?:[.,]\d+)?)"
_PHONE = r"(?:\+|00)\d[\d\s()/-]{6,}\d|(?<!\d)0\d{1,3}[\s/-]\d{2,4}(?:[\s/-]?\d{2,4}){1,2}"
_EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_PAGE = r"https?://[^\s)>\]]+|www\.[^\s)>\]]+|\b[\w-]+\.(?:org|net|com|eu|info|al|rs|me|ba|hr|mk)\b"


@dataclass(frozen=True, slots=True)
class Value:
    """A value at ``start:end`` of the text it was looked for in."""

    text: str
    start: int
    end: int


class ValueFinder:
    """Finds the values that each type of answer consists of, in the languages of the packs."""

    def __init__(self) -> None:
        self._patterns = _patterns()
        self._others = {AnswerType.NUMBER: (AnswerType.DATE, AnswerType.PERCENTAGE)}

    def has(self, wanted: AnswerType) -> bool:
        """Whether answers of the type ``wanted`` are values."""
        return wanted in self._patterns

    def find(self, text: str, wanted: AnswerType) -> tuple[Value, ...]:
        """The values of the type ``wanted`` in ``text``, in order."""
        found = self._matches(text, wanted)
        others = [
            value for other in self._others.get(wanted, ()) for value in self._matches(text, other)
        ]
        return tuple(
            value for value in found if not any(_overlap(value, other) for other in others)
        )

    def _matches(self, text: str, wanted: AnswerType) -> list[Value]:
        pattern = self._patterns.get(wanted)
        if pattern is None:
            return []
        matches = pattern.finditer(_plain(text))
        return [_value(text, match) for match in matches if _is_written(text, match)]


def _plain(text: str) -> str:
    """``text`` folded letter by letter, so that places in one are places in the other."""
    return "".join(fold(letter)[:1] or letter for letter in text)


def _is_written(text: str, match: re.Match[str]) -> bool:
    """Whether what may be the code of a currency is in capitals, as codes are."""
    code = match.groupdict().get("code")
    return code is None or text[match.start("code") : match.end("code")].isupper()


def _value(text: str, match: re.Match[str]) -> Value:
    start, end = match.span()
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return Value(text[start:end], start, end)


def _overlap(one: Value, other: Value) -> bool:
    return one.start < other.end and other.start < one.end


def _patterns() -> Mapping[AnswerType, re.Pattern[str]]:
    number = rf"(?:{_FIGURE}|\b{_words(lambda pack: pack.numbers)}\b)"
    date = _date()
    period = rf"{_words(lambda pack: pack.periods)}\b"
    percent, money, grown = _units("percent"), _units("money"), _units(*_MULTIPLES)
    coin = rf"(?:{_SIGN}|{money}\b|(?P<code>\b[a-z]{{2,3}}\b))"
    many = rf"{_FIGURE}(?:\s+{grown})?"
    lasting = rf"(?<!\w){number}(?:\s*\(\d+\))?(?:{_DASH}\d+)?\s+{period}"
    sources = {
        AnswerType.DATE: date,
        AnswerType.NUMBER: rf"(?<![\w.,]){number}(?:\s+{grown})?(?![\w]|[.,]\d)",
        AnswerType.PERCENTAGE: rf"{_FIGURE}\s*(?:%|{percent}\b)",
        AnswerType.DURATION: rf"{lasting}|{date}",
        AnswerType.AGE: rf"{lasting}|(?<![\w.,]){number}(?:{_DASH}\d+)?(?![\w]|[.,]\d)",
        AnswerType.MONEY: rf"{_SIGN}\s*{many}|{many}\s*{coin}",
        AnswerType.CONTACT: rf"{_EMAIL}|{_PHONE}",
        AnswerType.LINK: _PAGE,
        AnswerType.COUNT_OF_LIST: rf"(?<![\w.,]){number}(?![\w]|[.,]\d)",
    }
    return {wanted: re.compile(source) for wanted, source in sources.items()}


_MULTIPLES = ("thousand", "million", "billion")


def _date() -> str:
    months_named = any_of(every(lambda pack: (f"{name}*" for name in months(pack))))
    of = rf"(?:{_words(lambda pack: pack.sentences.year_links)}\s+){{0,2}}"
    day = rf"\d{{1,2}}(?:\.|\w{{2}})?\s+(?:{_words(lambda p: p.sentences.month_links)}\s+)?"
    named = rf"(?:{day})?{months_named}(?:\s+\d{{1,2}})?(?:,?\s+{of}{_YEAR})?"
    digits = rf"\d{{1,2}}\s*[./]\s*\d{{1,2}}\s*[./]\s*{_YEAR}|{_YEAR}-\d\d(?:-\d\d)?"
    one = rf"(?:{digits}|{named}|{_YEAR})"
    return rf"(?<![\w]){one}(?:{_DASH}{one})?(?!\w|[.,]\d)"


def _units(*names: str) -> str:
    """What amounts are measured in: the packs' words below ``names``."""
    return _words(lambda pack: [w for name in names for w in pack.sentences.units.get(name, ())])


def _words(pick: Callable[[Pack], Iterable[str]]) -> str:
    return any_of(fold(word) for word in every(pick))
