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
    nothing, ``name_links`` hold names together, ``articles`` open them.
    """

    language: str
    numbers: Mapping[str, int]
    number_joints: frozenset[str]
    conjunctions: frozenset[str]
    copulas: frozenset[str]
    abbreviations: frozenset[str]
    name_links: frozenset[str]
    articles: frozenset[str]


@lru_cache(maxsize=64)
def words_of(language: str) -> Words:
    """The words of a language (BCP 47); those of all packs together for one that has none."""
    tag = language.partition("-")[0].lower()
    pack = packs().get(tag)
    return _words(tag, [pack]) if pack else _words("", tuple(packs().values()))


def _words(language: str, of: Iterable[Pack]) -> Words:
    numbers: dict[str, int] = {}
    joints, conjunctions, copulas = set[str](), set[str](), set[str]()
    abbreviations, links, articles = set[str](), set[str](), set[str]()
    for pack in of:
        numbers |= {**pack.numbers, **pack.further_numbers, **pack.records.numbers}
        joints |= pack.records.number_joints
        conjunctions |= {*map(fold, pack.lists.conjunctions), *pack.records.conjunctions}
        copulas |= {*map(fold, pack.lists.copulas), *pack.records.copulas}
        abbreviations |= pack.records.abbreviations
        links |= pack.lists.name_links
        articles |= set(map(fold, pack.lists.articles))
    return Words(
        language=language,
        numbers=numbers,
        number_joints=frozenset(joints),
        conjunctions=frozenset(conjunctions),
        copulas=frozenset(copulas),
        abbreviations=frozenset(abbreviations),
        name_links=frozenset(links),
        articles=frozenset(articles),
    )
