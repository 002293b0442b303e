"""Words of a question -> what texts say so too: the same across the languages.

A topic is found by the packs' topics first, whose entries are whole ideas (several words of one
language may be one of another), then word by word in the glossary, then by the letters.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import chain

from assistant.question.glossary import meanings_anywhere
from index.language import every, folded_words, packs

_START = 3
_DIGITS = re.compile(r"\d")
_STEM = 4

Phrases = tuple[tuple[str, ...], ...]


class Match(StrEnum):
    """How surely a text speaks of a topic."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Idea:
    """One part of a topic: the words it was asked in, and the ideas of the list they name."""

    words: tuple[str, ...]
    ways: Phrases = ()


Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Sought:
    """An idea as it stands in the texts at hand: each way is the words that say each part of it.

    ``listed`` is whether the packs list the idea among the topics.
    """

    ways: tuple[tuple[Words, ...], ...]
    listed: bool

    def within(self, words: Words) -> bool:
        """Whether a text of these folded words says the idea."""
        return any(all(not part.isdisjoint(words) for part in way) for way in self.ways)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of the texts at hand, by their first letters and by what the glossary knows."""

    by_start: dict[str, tuple[str, ...]]
    by_meaning: dict[int, Words]

    @classmethod
    def of(cls, texts: Iterable[Words]) -> "Vocabulary":
        """The vocabulary of ``texts``."""
        by_start: dict[str, list[str]] = defaultdict(list)
        by_meaning: dict[int, set[str]] = defaultdict(set)
        for word in sorted(frozenset().union(*texts)):
            by_start[word[:_START]].append(word)
            for meaning in meanings_anywhere(word):
                by_meaning[meaning].add(word)
        return cls(
            {start: tuple(words) for start, words in by_start.items()},
            {meaning: frozenset(words) for meaning, words in by_meaning.items()},
        )

    def seek(self, idea: Idea, names: Words = frozenset()) -> Sought:
        """``idea`` as the texts say it; ``names`` are words that stand for nothing else."""
        ways = [tuple(self._beginning(stem) for stem in way) for way in idea.ways]
        ways.append(tuple(self._saying(word, word in names) for word in idea.words))
        return Sought(tuple(way for way in ways if all(way)), bool(idea.ways))

    def _beginning(self, stem: str) -> Words:
        longest = len(stem) + 3 if len(stem) <= _START else None  # short stems: only short endings
        words = self.by_start.get(stem[:_START], ())
        return frozenset(
            w for w in words if w.startswith(stem) and (longest is None or len(w) <= longest)
        )

    def _saying(self, word: str, name: bool) -> Words:
        start = self.by_start.get(word[:_START], ())
        alike = {w for w in start if w == word or (same_word(word, w) and not name)}
        known = frozenset[int]() if name else meanings_anywhere(word)
        return frozenset(alike.union(*(self.by_meaning.get(meaning, ()) for meaning in known)))


def words_of(text: str) -> Words:
    """The folded words of ``text``."""
    return frozenset(folded_words(text))


def ideas(words: Sequence[str]) -> tuple[Idea, ...]:
    """The ideas that folded ``words`` name: phrases of the list where they fit, else each word."""
    left, found = list(words), list[Idea]()
    for phrase, ways in _phrases():
        used = [next((w for w in left if w.startswith(stem)), "") for stem in phrase]
        fits = all(len(w) <= len(s) + 3 or len(s) > 3 for w, s in zip(used, phrase, strict=True))
        if all(used) and fits and len(set(used)) == len(phrase):
            found.append(Idea(tuple(used), ways))
            left = [word for word in left if word not in used]
    return (*found, *(Idea((word,)) for word in left))


def compared(topic: Sequence[Sought], words: Words) -> Match:
    """Whether a text of ``words`` says all of ``topic``, a good part of it, or nothing."""
    told = sum(idea.within(words) for idea in topic)
    if topic and told == len(topic):
        return Match.YES
    return Match.MAYBE if 2 * told >= len(topic) > 0 else Match.NO


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[tuple[str, ...], Phrases], ...]:
    """Every way to say an idea with all ways to say it, longest first."""
    return tuple(sorted(_all_phrases(), key=lambda pair: -len(pair[0])))


def _all_phrases() -> Iterator[tuple[tuple[str, ...], Phrases]]:
    for topic in dict.fromkeys(chain.from_iterable(pack.topics for pack in packs().values())):
        ways = _ways(topic)
        yield from ((way, ways) for way in ways)


def _ways(topic: str) -> Phrases:
    entries = every(lambda pack: pack.topics.get(topic, ()))
    return tuple(tuple(entry.split()) for entry in entries)


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: their beginnings agree, their endings may not."""
    if _DIGITS.search(one) or _DIGITS.search(other):
        return one == other
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    length = min(len(one), len(other)) if shared is None else shared
    longest = max(len(one), len(other))
    rest = longest - length
    return length >= _STEM - 1 and rest <= max(2, length - 2) and length >= 0.6 * longest
