"""Values in a text: the dates, numbers, names and addresses that questions ask for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.lexicon import lexicons


class Asked(StrEnum):
    """What kind of value a question asks for; ``NOTHING`` where any sentence will do."""

    DATE = "date"
    DURATION = "duration"
    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    AGE = "age"
    PERSON = "person"
    PLACE = "place"
    PHONE = "phone"
    EMAIL = "email"
    WEBSITE = "website"
    ADDRESS = "address"
    REASON = "reason"
    LETTERS = "letters"
    YES_NO = "yes_no"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Value:
    """A value at ``start:end`` of the text it was looked for in."""

    text: str
    start: int
    end: int


_REMEMBERED = 4_096
_DIGIT = re.compile(r"\d")
_WRITTEN_IN_DIGITS = frozenset({Asked.DATE, Asked.PERCENT, Asked.MONEY, Asked.PHONE})

# Values without which a text cannot answer the question that asks for them.
NEEDED = frozenset(
    {
        Asked.DATE,
        Asked.DURATION,
        Asked.NUMBER,
        Asked.PERCENT,
        Asked.MONEY,
        Asked.AGE,
        Asked.PERSON,
        Asked.PHONE,
        Asked.EMAIL,
        Asked.WEBSITE,
        Asked.ADDRESS,
        Asked.LETTERS,
    }
)

_YEAR = r"(?:1[5-9]|20)\d\d"
_DASH = r"\s*[-–—]\s*"
_DIACRITICS = {"e": "[eë]", "c": "[cç]", "s": "[sš]", "z": "[zž]"}
_CAPITAL = r"[A-ZÀ-ÖØ-ÞČĆĐŠŽА-ШЂЈЉЊЋЏ]"
_QUOTED = r"[“\"„][^“”\"„]{3,120}[”\"“]"
_PERCENT = r"\d+(?:[.,]\d+)?\s*(?:%|p[eë]r\s?q[iï]nd\w*|per\s?cent|posto|odsto|procen\w+)"
_COIN = r"(?:euro|eur|€|\$|usd|dollar|lek|dinar|evr)"
_AMOUNT = r"\d[\d.,\s]*(?:mij[eë]\s+|milion\w*\s+|million\s+)?"
_PHONE = (
    r"(?:\+|00)\d[\d\s()/-]{6,}\d"
    r"|(?<!\d)0\d{1,2}[\s/-]\d{2,3}[\s/-]?\d{2,3}(?:[\s-]?\d{2,3})?"
)
_STREET = r"\b(?:rruga|rr|bulevardi|sheshi|ulica|ul|street|st|avenue)\b\.?\s*“?\"?\w+"
_NAME_PART = rf"{_CAPITAL}[\w’'+.&/-]*[\w+]|{_CAPITAL}+"
_NAME_LINK = r"(?:të|e|i|së|për|dhe|of|for|and|the|u|za|des|dei|to|in)"


@lru_cache(maxsize=_REMEMBERED)
def find(text: str, asked: Asked) -> tuple[Value, ...]:
    """The values of the kind ``asked`` in ``text``, in order; none where any text will do."""
    if asked is Asked.NUMBER:
        return tuple(_numbers(text))
    if asked in (Asked.PERSON, Asked.PLACE):
        return tuple(_names(text))
    return tuple(_matches(asked, text))


def _numbers(text: str) -> list[Value]:
    """Numbers that count things: no dates, percentages or lengths of time."""
    others = [
        other
        for kind in (Asked.DATE, Asked.PERCENT, Asked.DURATION)
        for other in _matches(kind, text)
    ]
    return _apart(_matches(Asked.NUMBER, text), others)


def _apart(values: list[Value], others: list[Value]) -> list[Value]:
    """Those of ``values`` that overlap none of ``others``."""
    return [
        value
        for value in values
        if not any(other.start < value.end and value.start < other.end for other in others)
    ]


def _names(text: str) -> list[Value]:
    """Names: not dates, and not a small word that only opens the sentence."""
    dates = _matches(Asked.DATE, text)
    names = [
        value
        for value in _matches(Asked.PERSON, text)
        if (value.start > 0 or " " in value.text or value.text.isupper()) and len(value.text) > 2
    ]
    return _apart(names, dates)


def _matches(kind: Asked, text: str) -> list[Value]:
    pattern = _patterns().get(kind)
    if pattern is None or (kind in _WRITTEN_IN_DIGITS and not _DIGIT.search(text)):
        return []
    return [
        Value(match.group().strip(), match.start(), match.end()) for match in pattern.finditer(text)
    ]


@lru_cache
def _patterns() -> dict[Asked, re.Pattern[str]]:
    months = _words(month for one in lexicons() for month in one.months)
    month = rf"(?:{months})\w{{0,3}}\.?"
    of = r"(?:(?:të|i|e)\s+vitit\s+|of\s+|,\s*)?"
    day = rf"(?:\d{{1,2}}\.?\s+{month}\s+{of}{_YEAR}|{month}\s+\d{{1,2}},\s+{_YEAR})"
    one = rf"(?:{day}|{month}\s+{of}{_YEAR}|\d{{1,2}}[./]\d{{1,2}}[./]{_YEAR}|{_YEAR})"
    date = rf"\b{one}(?:(?:{_DASH}|\s+(?:deri\s+në|to|until|do)\s+){one})?(?!\w|[.,]\d)"
    words = _words(word for one in lexicons() for word in one.numbers if len(word) > 1)
    number = rf"(?:\d{{1,3}}(?:[.,\s]\d{{3}})+|\d+(?:[.,]\d+)?|{words})"
    plain = rf"(?<![\w.,])(?:{number})(?![\w]|[.,]\d|\.\s*\w+\s*\Z)"
    period = _words(word for one in lexicons() for word in one.periods)
    age = rf"(?<!\w){number}(?:{_DASH}\d+)?\s+(?:vje[cç]\w*|years?\s+old|godin\w*\s+star\w*)"
    sources = {
        Asked.DATE: date,
        Asked.NUMBER: plain,
        Asked.PERCENT: _PERCENT,
        Asked.DURATION: rf"(?<!\w){number}(?:\s*\(\d+\))?\s+(?:{period})\b|{date}",
        Asked.AGE: age,
        Asked.MONEY: rf"{_AMOUNT}{_COIN}\w*|(?:€|\$)\s*\d[\d.,]*",
        Asked.PHONE: _PHONE,
        Asked.EMAIL: r"[\w.+-]+@[\w-]+\.[\w.-]+",
        Asked.WEBSITE: r"https?://\S+|www\.\S+|\b[\w-]+\.(?:org|net|com|al|rs)\b",
        Asked.ADDRESS: _STREET,
    }
    compiled = {kind: re.compile(source, re.IGNORECASE) for kind, source in sources.items()}
    name = rf"{_QUOTED}|(?:{_NAME_PART})(?:\s+(?:{_NAME_LINK}\s+){{0,2}}(?:{_NAME_PART}))*"
    compiled[Asked.PERSON] = compiled[Asked.PLACE] = re.compile(name)
    return compiled


def _words(folded: Iterable[str]) -> str:
    """Alternatives that find folded words with their diacritics too, longest first."""
    every = sorted(set(folded), key=len, reverse=True)
    return "|".join("".join(_DIACRITICS.get(letter, letter) for letter in word) for word in every)
