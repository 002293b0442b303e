"""Which words of a question find their like in a text: by token vectors across languages, by
letters within one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.content import Word
from assistant.deputies import full_words
from assistant.glossary import meanings
from index.embedding import Embedding
from index.tokens import PassageTokens

Support = NDArray[np.float32]  # one number per question word: 0 not there, 1 there as typed

_REMEMBERED = 4_096
_STEM = 4
_KEY = 3  # forms of a word, and names as they are heard, share so many letters
_ALIKE = 0.9  # support of another form of the same word
_ACRONYM = 0.5  # KOMF is not BKTF, however alike their vectors: letters must say it
_LISTED = 0.65  # a word of the glossary would have been found by its meaning
_HEARD = str.maketrans({"c": "k", "q": "k", "w": "v", "y": "i", "x": "ks"})
_DOUBLED = re.compile(r"(.)\1")
_DIGITS = re.compile(r"\d")
_NONE = 1e-9


@dataclass(frozen=True, slots=True)
class QuestionTokens:
    """The token vectors of a question, and which of them make up each content word.

    ``vectors`` has shape ``(tokens, dimensions)``, ``shares`` ``(words, tokens)``: each word's
    row sums to 1 over its tokens. ``trust`` is how much a word's likeness counts.
    """

    vectors: NDArray[np.float32]
    shares: NDArray[np.float32]
    trust: NDArray[np.float32]

    @classmethod
    def of(cls, question: Embedding, words: Sequence[Word]) -> "QuestionTokens":
        """The tokens of ``words`` among those of the embedded question."""
        starts, ends = question.spans[:, 0], question.spans[:, 1]
        rows = [(starts < word.end) & (ends > word.start) for word in words]
        own = np.array(rows, np.float32).reshape(len(words), len(starts))
        shares = own / np.maximum(own.sum(axis=1, keepdims=True), 1.0)
        trust = np.array([_trust(word) for word in words], np.float32)
        return cls(question.tokens, shares, trust)

    def similarities(self, passage: PassageTokens) -> NDArray[np.float32]:
        """The cosine of every question token to every token of a passage."""
        return np.asarray(self.vectors @ passage.vectors.T, np.float32)

    def best(
        self, similarities: NDArray[np.float32], ranges: Sequence[tuple[int, int]]
    ) -> NDArray[np.float32]:
        """The best likeness of each question token in each range: ``(ranges, tokens)``."""
        # The column of zeros is what an empty range finds, and lets a range reach the end.
        width = similarities.shape[1]
        nothing = np.zeros((len(similarities), 1), np.float32)
        padded = np.concatenate([similarities, nothing], axis=1)
        return np.asarray(np.maximum.reduceat(padded, _bounds(ranges, width), axis=1)[:, ::2].T)

    def support(self, best: NDArray[np.float32]) -> NDArray[np.float32]:
        """What each word finds in each range of a passage's tokens: ``(ranges, words)``.

        A word's support is the mean over its tokens of their best likeness in the range.
        """
        return np.asarray(np.maximum(best @ self.shares.T, 0.0) * self.trust, np.float32)

    def likeness(
        self,
        best: NDArray[np.float32],
        passage: PassageTokens,
        ranges: Sequence[tuple[int, int]],
    ) -> NDArray[np.float32]:
        """How like the whole question each range is: ``(ranges, 2)``.

        The mean over all tokens of the question, those of small words too, of their best
        likeness; and the likeness of the mean of the range's tokens to that of the question's.
        """
        vectors = np.concatenate([passage.vectors, np.zeros_like(passage.vectors[:1])])
        sums = np.add.reduceat(vectors, _bounds(ranges, len(passage.vectors)), axis=0)[::2]
        lengths = np.maximum(np.linalg.norm(sums, axis=1), _NONE)
        whole = self.vectors.sum(axis=0)
        meaning = sums @ whole / (lengths * max(float(np.linalg.norm(whole)), _NONE))
        return np.column_stack([best.mean(axis=1), meaning]).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The folded words of a text by their first letters, and the meanings listed for them."""

    language: str
    stems: dict[str, tuple[str, ...]]
    meanings: frozenset[int]

    @classmethod
    def of(cls, text: str, language: str) -> "Vocabulary":
        """The vocabulary of ``text``, which is in ``language``."""
        stems: dict[str, tuple[str, ...]] = {}
        known: set[int] = set()
        for word in set(full_words(text)):
            stems[word[:_KEY]] = (*stems.get(word[:_KEY], ()), word)
            known |= meanings(word, language)
        return cls(language, stems, frozenset(known))

    def support(self, words: Sequence[Word]) -> Support:
        """How well each word is there: 1 as typed, 0.9 in another form or language."""
        return np.array([self._best(word) for word in words], np.float32).reshape(len(words))

    def _best(self, word: Word) -> float:
        alike = self.stems.get(word.folded[:_KEY], ())
        if not word.name:
            alike = tuple(other for other in alike if other[:_STEM] == word.folded[:_STEM])
        if word.folded in alike:
            return 1.0
        if word.meanings & self.meanings or any(self._related(word, other) for other in alike):
            return _ALIKE
        return 0.0

    def _related(self, word: Word, other: str) -> bool:
        """Whether two words look like forms of one and are not known to mean different things."""
        known, others = word.meanings, meanings(other, self.language)
        alike = same_word(word.folded, other) or (
            word.name and _sound(word.folded) == _sound(other)
        )
        return alike and (not known or not others or bool(known & others))


def _bounds(ranges: Sequence[tuple[int, int]], width: int) -> list[int]:
    """Each range's beginning and end, one after the other; of an empty one, what lies behind."""
    return [bound for one in ranges for bound in (one if one[0] < one[1] else (width, width))]


def _sound(word: str) -> str:
    """A folded name as it is heard: Medicor is Medikor in Serbian."""
    return _DOUBLED.sub(r"\1", word.translate(_HEARD))


@lru_cache(maxsize=_REMEMBERED)
def vocabulary(text: str, language: str) -> Vocabulary:
    """The vocabulary of a sentence or a title; those of one question's texts are remembered."""
    return Vocabulary.of(text, language)


def _trust(word: Word) -> float:
    """How much the likeness of vectors says of a word whose letters or meaning can be looked up."""
    if word.acronym:
        return _ACRONYM
    return _LISTED if word.meanings else 1.0


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: their beginnings agree, their endings may not."""
    if _DIGITS.search(one) or _DIGITS.search(other):
        return one == other
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    length = min(len(one), len(other)) if shared is None else shared
    longest = max(len(one), len(other))
    # fushata and fushatave, themelua and themelimin; not parim and parti.
    rest = longest - length
    return length >= _STEM - 1 and rest <= max(2, length - 2) and length >= 0.6 * longest


def token_ranges(
    passage: PassageTokens, stretches: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The rows of the tokens that lie in each stretch of the embedded text."""
    firsts, lasts = np.array(stretches, np.int64).reshape(-1, 2).T
    begins = np.searchsorted(passage.spans[:, 1], firsts, side="right")
    ends = np.searchsorted(passage.spans[:, 0], lasts, side="left")
    return list(zip(begins.tolist(), ends.tolist(), strict=True))
