"""The dates and numbers of a text, in a form in which two languages can be compared."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from index.language import every, fold, latin, packs
from index.language.calendar import months
from index.language.parts import SentenceWords
from index.language.patterns import any_of

_MONTHS_IN_A_YEAR = 12
_YEARS = range(1500, 2100)
_NUMBER = re.compile(r"\d+(?:[.,:/–-]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d)[., \u00a0\u202f](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
# Month words that mean other things where no number stands beside them.
_AMBIGUOUS = frozenset(every(lambda pack: pack.ambiguous_months))
_SIGNS = {"percent": "%", "money": "€$£"}


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is given; ``month`` and ``day`` from 1."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def says(self, other: "Date") -> bool:
        """Whether everything that ``other`` gives is the same here."""
        pairs = zip(self._parts(), other._parts(), strict=True)
        return all(theirs is None or ours == theirs for ours, theirs in pairs)

    def _parts(self) -> tuple[int | None, int | None, int | None]:
        return self.year, self.month, self.day


@dataclass(frozen=True, slots=True)
class Figures:
    """What a text says in figures: its dates, its other numbers, and the units it names."""

    dates: frozenset[Date]
    numbers: frozenset[str]
    units: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.dates or self.numbers or self.units)

    def hold(self, claimed: "Figures") -> bool:
        """Whether every figure of ``claimed`` stands here too."""
        return (
            claimed.numbers <= self.numbers
            and claimed.units <= self.units
            and all(any(ours.says(date) for ours in self.dates) for date in claimed.dates)
        )


@lru_cache(maxsize=1_024)
def figures(text: str) -> Figures:
    """The dates, numbers and units of ``text``, in digits or in words."""
    plain = _THOUSANDS.sub("", fold(latin(text)))
    units = frozenset(name for name, pattern in _units().items() if pattern.search(plain))
    dates: set[Date] = set()
    for pattern in _date_patterns():
        plain = pattern.sub(lambda match: _taken(match, dates), plain)
    numbers: set[str] = set()
    for found in _NUMBER.findall(plain):
        if found.isdecimal() and len(found) == 4 and int(found) in _YEARS:
            dates.add(Date(int(found)))
        else:
            numbers.add(found.replace(",", ".").lstrip("0") or "0")
    for word in _WORD.findall(plain):
        if (value := _number_words().get(word)) is not None:
            numbers.add(str(value))
        if word not in _AMBIGUOUS and (month := _month(word)):
            dates.add(Date(month=month))
    return Figures(frozenset(dates), frozenset(numbers), units)


def is_month(word: str) -> bool:
    """Whether a folded word names a month."""
    return _month(word) is not None


def _taken(match: re.Match[str], dates: set[Date]) -> str:
    """Keep the date of ``match`` and blank it out; keep the text where it is no date."""
    given = match.groupdict()
    named = given.get("name")
    month = _month(named) if named else int(given.get("month") or 0)
    day = int(given["day"]) if given.get("day") else None
    if not month or month > _MONTHS_IN_A_YEAR or (day is not None and day > 31):
        return match.group()
    year = int(given["year"]) if given.get("year") else None
    dates.add(Date(year, month, day))
    return " "


@lru_cache(maxsize=1)
def _date_patterns() -> tuple[re.Pattern[str], ...]:
    name = r"(?P<name>[a-z]{3,12})"
    year = r"(?P<year>(?:1[5-9]|20)\d\d)"
    of_year = rf",?\s+(?:{_linked(lambda words: words.year_links)}\s+){{0,2}}"
    of_month = rf"(?:{_linked(lambda words: words.month_links)}\s+)?"
    ordinal = _linked(lambda words: words.ordinal_endings)
    day = rf"(?<!\d)(?P<day>\d{{1,2}})(?:{ordinal}|\.)?"
    sources = (
        rf"{year}-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)",
        rf"{day}\s*[./]\s*(?P<month>\d{{1,2}})\s*[./]\s*{year}",
        rf"{day}\s+{of_month}{name}{of_year}{year}",
        rf"{name}\s+(?P<day>\d{{1,2}}){ordinal}?,?\s+{year}",
        rf"{name}{of_year}{year}",
        rf"{day}\s+{of_month}{name}",
    )
    return tuple(re.compile(source) for source in sources)


def _linked(pick: Callable[[SentenceWords], Iterable[str]]) -> str:
    return any_of(every(lambda pack: pick(pack.sentences)))


@lru_cache(maxsize=1)
def _units() -> dict[str, re.Pattern[str]]:
    named = dict.fromkeys(chain.from_iterable(p.sentences.units for p in packs().values()))
    return {name: _unit(name) for name in named}


def _unit(name: str) -> re.Pattern[str]:
    words = any_of(every(lambda pack: pack.sentences.units.get(name, ())))
    signs = "".join(map(re.escape, _SIGNS.get(name, "")))
    return re.compile(rf"[{signs}]|\b{words}\b" if signs else rf"\b{words}\b")


@lru_cache(maxsize=4_096)
def _month(word: str) -> int | None:
    for beginning, number in _months():
        if word.startswith(beginning) and len(word) - len(beginning) <= 4:
            return number
    return None


@lru_cache(maxsize=1)
def _months() -> tuple[tuple[str, int], ...]:
    """Beginnings of month names with their numbers, longest first."""
    found = {name: number for pack in packs().values() for name, number in months(pack).items()}
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1)
def _number_words() -> dict[str, int]:
    return {
        word: number
        for pack in packs().values()
        for word, number in (pack.further_numbers | pack.numbers).items()
    }
