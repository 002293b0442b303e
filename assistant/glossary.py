"""Words that mean the same in the three languages, by their beginnings: prompts/glossary.txt.

Token vectors already match most words across languages. What stands here is sure: a word whose
meaning is listed and whose like is not in a text has no support there.
"""

from dataclasses import dataclass
from functools import lru_cache

from assistant.lexicon import PROMPTS

_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Glossary:
    """Meanings, numbered by line, of word beginnings and of whole words."""

    beginnings: dict[str, frozenset[int]]
    wholes: dict[str, frozenset[int]]

    @classmethod
    def parse(cls, text: str) -> "Glossary":
        """A glossary from lines of ``sq | en | sr`` word beginnings; ``=`` ends a whole word."""
        beginnings: dict[str, frozenset[int]] = {}
        wholes: dict[str, frozenset[int]] = {}
        for number, line in enumerate(text.splitlines()):
            if line.startswith("#"):
                continue
            for stem in line.replace("|", " ").split():
                kind = wholes if stem.endswith("=") else beginnings
                word = stem.removesuffix("=")
                kind[word] = kind.get(word, frozenset()) | {number}
        return cls(beginnings, wholes)

    def meanings(self, word: str) -> frozenset[int]:
        """The meanings of a folded word; those of its longest listed beginning."""
        if word in self.wholes:
            return self.wholes[word]
        for length in range(len(word), 1, -1):
            if word[:length] in self.beginnings:
                return self.beginnings[word[:length]]
        return frozenset()


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    """The shipped glossary."""
    return Glossary.parse((PROMPTS / "glossary.txt").read_text("utf-8"))


@lru_cache(maxsize=_REMEMBERED)
def meanings(word: str) -> frozenset[int]:
    """The meanings of a folded word in the shipped glossary."""
    return glossary().meanings(word)
