"""The parts of an organisation's name: what it is called, its short form, its country."""

import re
from dataclasses import dataclass

from index.language import every, fold, folded_words, latin
from index.language.patterns import CAPITALS
from index.register.vocabulary import COUNTRIES, words

_SHORT = rf"[{CAPITALS}][{CAPITALS}0-9&/]{{1,11}}"
_DASHED = re.compile(rf"^(?P<long>.+?)\s+[–—-]\s+(?P<short>{_SHORT})$")
_BRACKETED = re.compile(r"^(?P<long>.+?)\s*\((?P<short>[^()\s]{2,12})\)$")
_AFTER_COMMA = re.compile(rf"^(?P<long>.+?),\s+(?P<short>{_SHORT})$")
_LAST_WORD = re.compile(rf"^(?P<long>.+\S)\s+(?P<short>{_SHORT})$")
_LINKS = frozenset(words(lambda listed: listed.country_links))
_DIGRAPHS = every(lambda pack: pack.digraphs)


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: ``Education Centre of Kosovo – ECK`` has the short form ``ECK``.

    ``core`` is the folded long form without the country at its end.
    """

    long: str
    short: str | None
    core: str
    countries: tuple[str, ...]


def take_apart(written: str) -> Name:
    """The parts of a name as it is written."""
    long, short = _short_form(latin(written).strip(" .,;"))
    core, countries = _without_countries(list(folded_words(long)))
    return Name(long, short, " ".join(core), countries)


def key(text: str) -> str:
    """What two spellings of a name have in common: folded words with single spaces."""
    return " ".join(folded_words(text))


def is_short_form(text: str) -> bool:
    """Whether ``text`` is an abbreviation: two capitals or more, no small word."""
    return bool(re.fullmatch(_SHORT, latin(text)))


def fits(short: str, long: str) -> bool:
    """Whether ``short`` can be the initials of ``long``; digraphs count as one letter.

    Small words may be left out, and so may words at the end.
    """
    letters = fold(short)
    spelt = list(folded_words(long))
    return len(letters) > 1 and bool(spelt) and _fits(letters, spelt, skipped=False)


def _fits(letters: str, spelt: list[str], *, skipped: bool) -> bool:
    if not letters:
        return True
    if not spelt:
        return False
    word, rest = spelt[0], spelt[1:]
    pieces = [word[:1], *(word[:2] for _ in range(word.startswith(_DIGRAPHS)))]
    if any(
        letters.startswith(piece) and _fits(letters[len(piece) :], rest, skipped=False)
        for piece in pieces
    ):
        return True
    small = len(word) <= 4
    return (small or not skipped) and _fits(letters, rest, skipped=skipped or not small)


def _short_form(written: str) -> tuple[str, str | None]:
    for pattern in (_DASHED, _AFTER_COMMA):
        if match := pattern.match(written):
            return match["long"], match["short"]
    if (match := _BRACKETED.match(written)) and sum(map(str.isupper, match["short"])) > 0:
        return match["long"], match["short"]
    match = _LAST_WORD.match(written)
    # Without a mark between them only the initials show that the last word is a short form.
    if match and len(match["short"]) > 2 and fits(match["short"], match["long"]):
        return match["long"], match["short"]
    return written, None


def _without_countries(long: list[str]) -> tuple[list[str], tuple[str, ...]]:
    rest, found = list(long), list[str]()
    while rest and (rest[-1] in COUNTRIES or (found and rest[-1] in _LINKS)):
        last = rest.pop()
        if last in COUNTRIES:
            found.append(COUNTRIES[last])
    return (rest, tuple(sorted(set(found)))) if rest else (long, ())
