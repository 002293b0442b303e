"""The few words that lists need to know of a language, from its pack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from index.language import Pack, fold, packs


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one ``language`` ("" for all together), folded.

    ``number_joints`` stand between tens and ones, ``conjunctions`` before the last entry of an
    enumeration, ``copulas`` before its first; ``abbreviations`` come before a full stop that ends
    nothing.
    """

    language: str
    numbers: Mapping[str, int]
    number_joints: frozenset[str]
    conjunctions: frozenset[str]
    copulas: frozenset[str]
    abbreviations: frozenset[str]


@lru_cache(maxsize=64)
def words_of(language: str) -> Words:
    """The words of a language (BCP 47); those of all packs together for one that has none."""
    tag = language.partition("-")[0].lower()
    pack = packs().get(tag)
    return _words(tag, [pack]) if pack else _words("", tuple(packs().values()))


def _words(language: str, of: Iterable[Pack]) -> Words:
    known = list(of)
    numbers: dict[str, int] = {}
    for pack in known:
        numbers |= {**pack.numbers, **pack.further_numbers, **pack.records.numbers}
    return Words(
        language=language,
        numbers=numbers,
        number_joints=_all(pack.records.number_joints for pack in known),
        conjunctions=_all(
            words
            for pack in known
            for words in (pack.lists.conjunctions, pack.records.conjunctions)
        ),
        copulas=_all(
            words for pack in known for words in (pack.lists.copulas, pack.records.copulas)
        ),
        abbreviations=_all(pack.records.abbreviations for pack in known),
    )


def _all(lists: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(fold(word) for words in lists for word in words)
