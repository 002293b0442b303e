"""A word index over passages: BM25 of folded character 4-grams.

Grams of folded words find every form of an Albanian word with or without its diacritics
(trafikim, trafikimit) where whole words would miss most of them.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from index.language import folded_words

_GRAM = 4


class WordIndex:
    """BM25 scores of passages for the words of a question."""

    def __init__(self, bm25: bm25s.BM25, size: int) -> None:
        self._bm25 = bm25
        self._size = size

    @classmethod
    def of(cls, texts: Iterable[str]) -> "WordIndex":
        """An index over the words of ``texts``, one row each."""
        tokens = [list(grams(text)) for text in texts]
        bm25 = bm25s.BM25()
        if any(tokens):
            bm25.index(tokens, show_progress=False)
        return cls(bm25, len(tokens))

    @classmethod
    def read(cls, folder: Path, size: int) -> "WordIndex":
        """The index of ``size`` passages saved in ``folder``, mapped into memory."""
        if not folder.is_dir():
            return cls(bm25s.BM25(), size)
        return cls(bm25s.BM25.load(folder, mmap=True), size)

    def write(self, folder: Path) -> None:
        """Save to a new folder; an index without words saves nothing."""
        if hasattr(self._bm25, "scores"):
            self._bm25.save(folder, show_progress=False)

    def scores(self, question: str) -> NDArray[np.float32]:
        """The BM25 score of every passage, shape ``(passages,)``; 0 where no word is shared."""
        known = getattr(self._bm25, "vocab_dict", {})
        tokens = [gram for gram in grams(question) if gram in known]
        if not tokens:
            return np.zeros(self._size, np.float32)
        return np.asarray(self._bm25.get_scores(tokens), np.float32)


def grams(text: str) -> Iterator[str]:
    """The folded 4-grams of every word of ``text``; a shorter word is one gram."""
    for word in folded_words(text):
        padded = f"_{word}_"
        if len(padded) <= _GRAM:
            yield padded
        for start in range(len(padded) - _GRAM + 1):
            yield padded[start : start + _GRAM]
