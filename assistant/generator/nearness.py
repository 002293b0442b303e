"""How near each word of a sentence is to quotes, across languages: late interaction."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder
from index.language import latin

_REMEMBERED = 128  # quotes, of about 60 KB each
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Near:
    """``mean`` over all tokens of a sentence, and ``words``: each with its own nearness."""

    mean: float
    words: tuple[tuple[str, float], ...]


class Nearness:
    """Compares sentences with quotes; what a quote's embedding is, is remembered for a while."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._tokens = lru_cache(maxsize=_REMEMBERED)(self._embedded)

    def near(self, sentence: str, language: str, quotes: Sequence[str]) -> Near:
        """The best match of each token of ``sentence`` in ``quotes``, as cosines."""
        text = latin(sentence)
        said = self._embedder.embed_questions([text], [language])[0]
        found = np.concatenate([self._tokens(latin(quote)) for quote in quotes])
        matches = (said.tokens @ found.T).max(axis=1)
        ends = said.spans[:, 1]
        words: list[tuple[str, float]] = []
        for match in _WORD.finditer(text):
            # A word's first piece carries its meaning; the others are endings to the model.
            first = int(np.searchsorted(ends, match.start(), side="right"))
            words.append((match.group(), float(matches[first]) if first < len(ends) else 0.0))
        return Near(float(matches.mean()), tuple(words))

    def _embedded(self, quote: str) -> NDArray[np.float32]:
        return next(iter(self._embedder.embed_passages([quote]))).tokens
