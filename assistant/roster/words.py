"""The words of list questions: prompts/roster/words.yaml, read once."""

from dataclasses import dataclass
from functools import lru_cache

import yaml

from assistant.lexicon import LANGUAGES, PROMPTS, lexicon


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Whole words and beginnings of words, folded."""

    wholes: frozenset[str]
    beginnings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.wholes or word.startswith(self.beginnings)


@lru_cache(maxsize=1)
def groups() -> dict[str, WordGroup]:
    """Every group of words by its name."""
    raw = yaml.safe_load((PROMPTS / "roster" / "words.yaml").read_text("utf-8"))
    return {name: _group([str(word) for word in words]) for name, words in raw.items()}


def group(name: str) -> WordGroup:
    """The group called ``name``."""
    return groups()[name]


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words without content in any of the languages."""
    return frozenset().union(*(lexicon(language).stop for language in LANGUAGES))


def _group(words: list[str]) -> WordGroup:
    beginnings = tuple(word[:-1] for word in words if word.endswith("*"))
    return WordGroup(frozenset(word for word in words if not word.endswith("*")), beginnings)
