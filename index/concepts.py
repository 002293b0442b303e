"""Passages by concept: words of different languages meet through the glossary."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from index.glossary import Glossary
from index.terms import idf, length_penalty, rarest_idf

_PARTS = ("data", "indices", "indptr")


@dataclass(frozen=True, slots=True)
class ConceptIndex:
    """How often each passage names each concept.

    ``counts`` has shape ``(passages, concepts)``; ``penalty`` is BM25's, shape ``(passages,)``.
    """

    counts: sparse.csc_array
    penalty: NDArray[np.float32]

    @classmethod
    def of(
        cls, passages: Iterable[Sequence[str]], languages: Iterable[str], glossary: Glossary
    ) -> "ConceptIndex":
        """The index of passages given as their folded words and their languages."""
        rows: list[int] = []
        cells: list[int] = []
        lengths: list[int] = []
        for row, (words, language) in enumerate(zip(passages, languages, strict=True)):
            lengths.append(len(words))
            for word in words:
                concepts = glossary.find(word, language)
                rows.extend([row] * len(concepts))
                cells.extend(concepts)
        counts = sparse.csc_array(
            (np.ones(len(rows), np.float32), (rows, cells)),
            shape=(len(lengths), glossary.concepts),
        )
        return cls(counts, length_penalty(np.array(lengths, np.float32)))

    @classmethod
    def read(cls, folder: Path) -> "ConceptIndex":
        """The index saved in ``folder``, mapped into memory."""
        parts = tuple(np.load(folder / f"{part}.npy", mmap_mode="r") for part in _PARTS)
        penalty = np.load(folder / "penalty.npy", mmap_mode="r")
        shape = (len(penalty), len(parts[2]) - 1)
        return cls(sparse.csc_array(parts, shape=shape, copy=False), penalty)

    def write(self, folder: Path) -> None:
        """Save to a new folder."""
        folder.mkdir(parents=True)
        np.save(folder / "penalty.npy", self.penalty)
        for part in _PARTS:
            np.save(folder / f"{part}.npy", getattr(self.counts, part))

    def share(self, concepts: Iterable[frozenset[int]]) -> NDArray[np.float32]:
        """How much of the question's ``concepts`` each passage names, 0 to 1, ``(passages,)``.

        Each set is one word's concepts, any of which satisfies it; an empty set is a word that
        the glossary does not know.
        """
        passages = self.counts.shape[0]
        scores = np.zeros(passages, np.float32)
        total = 0.0
        for group in concepts:
            named = self._named(group)
            found = np.flatnonzero(named)
            weight = float(idf(np.array([found.size]), passages)[0])
            total += weight if found.size else rarest_idf(passages)
            scores[found] += weight * named[found] / (named[found] + self.penalty[found])
        return np.asarray(scores / (total or 1.0), np.float32)

    def _named(self, group: frozenset[int]) -> NDArray[np.float32]:
        named = np.zeros(self.counts.shape[0], np.float32)
        starts, rows = self.counts.indptr, self.counts.indices
        for concept in sorted(group):
            entries = slice(starts[concept], starts[concept + 1])
            np.add.at(named, rows[entries], self.counts.data[entries])
        return named
