"""The words of lists of members, of all languages together: documents mix them.

Stems match beginnings of folded words. Few are needed: what decides is that an introduction has
no other words of its own (see ``introduction``).
"""

import re
from collections.abc import Callable, Iterable

from index.language import every, fold, packs
from index.language.countries import countries
from index.language.parts import ListWords
from index.language.patterns import any_of

_COUNTED_UP_TO = 12  # larger numbers are seldom in words, and some words for them mean others


def words(pick: Callable[[ListWords], Iterable[str]]) -> tuple[str, ...]:
    """The words that ``pick`` takes of each pack, as they are written there."""
    return every(lambda pack: pick(pack.lists))


def _folded(pick: Callable[[ListWords], Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, words(pick))))


MEMBER = _folded(lambda listed: listed.member_nouns)
ORGANISATION = _folded(lambda listed: listed.organisation_nouns)
COALITION = _folded(lambda listed: listed.coalition_nouns)
# What counts say that there are so many of.
COUNTED = (*MEMBER, *_folded(lambda listed: listed.counted_nouns))
# What may stand in an introduction beside the coalition's name without changing what it says.
FILLER = frozenset(words(lambda listed: listed.introduction_words))
# Names are held together by these; alone they do not make one.
LINKS = frozenset(words(lambda listed: listed.name_links))
HAS = frozenset(words(lambda listed: listed.having_verbs))
FOUNDING = words(lambda listed: listed.founding_stems)
YES = frozenset(words(lambda listed: listed.yes_words))
NUMBERS = {
    word: number
    for pack in packs().values()
    for word, number in pack.numbers.items()
    if number <= _COUNTED_UP_TO
}
# Countries at the end of a name, where they tell one branch from another.
COUNTRIES = countries()
# Towns, which stand behind a name with a comma between them.
PLACES = frozenset(every(lambda pack: pack.towns))
# Between two entries; the longer phrases may also join them.
AND = any_of(words(lambda listed: listed.conjunctions))
CONJUNCTION = any_of(words(lambda listed: (*listed.conjunctions, *listed.conjunction_phrases)))
OPEN_END = re.compile(
    rf"[,;]?\s*\b{any_of(words(lambda listed: listed.open_endings), loose=True)}\b\.?\s*$",
    re.IGNORECASE,
)
OPEN_LEAD = re.compile(
    rf"\b{any_of(words(lambda listed: listed.open_leads), loose=True)}\b", re.IGNORECASE
)
NOT_COMPLETE = re.compile(
    rf"{any_of(words(lambda listed: listed.list_nouns))}\w*[^.]{{0,60}}"
    rf"{any_of(words(lambda listed: listed.incomplete_phrases), loose=True)}",
    re.IGNORECASE,
)


def begins(word: str, stems: Iterable[str]) -> bool:
    """Whether a folded word begins with one of ``stems``."""
    return word.startswith(tuple(stems))
