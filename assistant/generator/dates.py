"""The dates and numbers of a text, in a form in which two languages can be compared."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.lexicon import lexicons
from index.language import fold, latin

_MONTHS_IN_A_YEAR = 12
_YEARS = range(1500, 2100)
_NUMBER = re.compile(r"\d+(?:[.,:/–-]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d)[., \u00a0\u202f](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W\d_]+")
# Month words that mean other things where no number stands beside them.
_AMBIGUOUS = frozenset({"may", "mars", "mart", "maj", "march", "jun", "jul"})
_UNITS = {
    "percent": r"%|\bper\s?cent|\bperqind|\bposto\b|\bodsto\b|\bprocen",
    "thousand": r"\bthousand|\bmije\b|\bhiljad",
    "million": r"\bmil+ion",
    "billion": r"\bbil+ion|\bmiliard|\bmilijard",
    "dozen": r"\bdozen|\bduzin|\btucet",
    "money": r"€|\$|£|\beuro|\busd\b|\beur\b|\bdollar|\bdolar|\bdinar|\bleke?\b",
}
_UNIT_PATTERNS = {name: re.compile(source) for name, source in _UNITS.items()}
# Beyond the lexicons', which know what questions need.
_MORE_NUMBERS = {
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "trembedhjete": 13, "katermbedhjete": 14, "pesembedhjete": 15, "gjashtembedhjete": 16,
    "shtatembedhjete": 17, "tetembedhjete": 18, "nentembedhjete": 19, "gjashtedhjete": 60,
    "shtatedhjete": 70, "tetedhjete": 80, "nentedhjete": 90,
    "trinaest": 13, "cetrnaest": 14, "petnaest": 15, "sesnaest": 16, "sedamnaest": 17,
    "osamnaest": 18, "devetnaest": 19, "sezdeset": 60, "sedamdeset": 70, "osamdeset": 80,
    "devedeset": 90,
}  # fmt: skip


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
    units = frozenset(name for name, pattern in _UNIT_PATTERNS.items() if pattern.search(plain))
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
    of = r",?\s+(?:(?:of|te|e|vitit|godine)\s+){0,2}"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
    sources = (
        rf"{year}-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)",
        rf"{day}\s*[./]\s*(?P<month>\d{{1,2}})\s*[./]\s*{year}",
        rf"{day}\s+(?:of\s+|the\s+)?{name}{of}{year}",
        rf"{name}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{year}",
        rf"{name}{of}{year}",
        rf"{day}\s+(?:of\s+)?{name}",
    )
    return tuple(re.compile(source) for source in sources)


@lru_cache(maxsize=4_096)
def _month(word: str) -> int | None:
    for beginning, number in _months():
        if word.startswith(beginning) and len(word) - len(beginning) <= 4:
            return number
    return None


@lru_cache(maxsize=1)
def _months() -> tuple[tuple[str, int], ...]:
    """Beginnings of month names with their numbers, longest first."""
    found = {
        name: place % _MONTHS_IN_A_YEAR + 1 if place < _MONTHS_IN_A_YEAR else 0
        for known in lexicons()
        for place, name in enumerate(known.months)
    }
    # The lexicon's stems of Serbian months in other cases come after the twelve.
    for place, stem in enumerate(("septembr", "oktobr", "novembr", "decembr"), 9):
        found[stem] = place
    return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=1)
def _number_words() -> dict[str, int]:
    return _MORE_NUMBERS | {
        word: value for known in lexicons() for word, value in known.numbers.items()
    }
