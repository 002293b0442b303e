"""A word index over passages whose scores are shares: how much of what is asked a passage holds.

BM25 divided by the most that the question's terms could weigh, terms that no passage has counted
as the rarest. It lies in 0 to 1 for every question, so that the few chance matches of a question
in another language stay small and no switch by language is needed.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

_SATURATION = 1.2
_LENGTH = 0.75
_PARTS = ("data", "indices", "indptr")


@dataclass(frozen=True, slots=True)
class TermIndex:
    """Saturated term frequencies of passages.

    ``weights`` has shape ``(passages, terms)`` with values in 0 to 1; ``idf`` shape ``(terms,)``;
    ``columns`` says which term stands where.
    """

    weights: sparse.csc_array
    columns: dict[str, int]
    idf: NDArray[np.float32]

    @classmethod
    def of(cls, passages: Iterable[Sequence[str]]) -> "TermIndex":
        """The index of passages given as their terms, repetitions kept."""
        columns: dict[str, int] = {}
        rows: list[int] = []
        cells: list[int] = []
        counts: list[int] = []
        lengths: list[int] = []
        for row, terms in enumerate(passages):
            lengths.append(len(terms))
            for term, count in Counter(terms).items():
                rows.append(row)
                cells.append(columns.setdefault(term, len(columns)))
                counts.append(count)
        frequency = np.array(counts, np.float32)
        penalty = length_penalty(np.array(lengths, np.float32))
        weights = frequency / (frequency + penalty[rows])
        found = np.bincount(np.array(cells, np.int64), minlength=len(columns))
        shape = (len(lengths), len(columns))
        matrix = sparse.csc_array((weights, (rows, cells)), shape=shape, dtype=np.float32)
        return cls(matrix, columns, idf(found, len(lengths)))

    @classmethod
    def read(cls, folder: Path) -> "TermIndex":
        """The index saved in ``folder``, its numbers mapped into memory."""
        terms = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
        weights = np.load(folder / "idf.npy", mmap_mode="r")
        parts = tuple(np.load(folder / f"{part}.npy", mmap_mode="r") for part in _PARTS)
        rows = int(np.load(folder / "rows.npy"))
        matrix = sparse.csc_array(parts, shape=(rows, len(terms)), copy=False)
        return cls(matrix, {term: column for column, term in enumerate(terms)}, weights)

    def write(self, folder: Path) -> None:
        """Save to a new folder."""
        folder.mkdir(parents=True)
        terms = json.dumps(list(self.columns), ensure_ascii=False)
        (folder / "terms.json").write_text(terms, encoding="utf-8")
        np.save(folder / "idf.npy", self.idf)
        np.save(folder / "rows.npy", np.int64(self.weights.shape[0]))
        for part in _PARTS:
            np.save(folder / f"{part}.npy", getattr(self.weights, part))

    def share(self, terms: Iterable[str]) -> NDArray[np.float32]:
        """How much of ``terms`` each passage holds, 0 to 1, shape ``(passages,)``."""
        passages = self.weights.shape[0]
        asked = set(terms)
        known = sorted(self.columns[term] for term in asked if term in self.columns)
        scores = np.zeros(passages, np.float32)
        total = (len(asked) - len(known)) * rarest_idf(passages)
        starts, rows, weights = self.weights.indptr, self.weights.indices, self.weights.data
        for column in known:
            entries = slice(starts[column], starts[column + 1])
            scores[rows[entries]] += self.idf[column] * weights[entries]
            total += float(self.idf[column])
        return np.asarray(scores / (total or 1.0), np.float32)


def length_penalty(lengths: NDArray[np.float32]) -> NDArray[np.float32]:
    """BM25's ``k1 * (1 - b + b * length / mean length)`` of each passage."""
    mean = max(float(lengths.mean()), 1.0) if lengths.size else 1.0
    return (_SATURATION * (1.0 - _LENGTH + _LENGTH * lengths / mean)).astype(np.float32)


def idf(found: NDArray[np.int64], passages: int) -> NDArray[np.float32]:
    """The weight of terms found in ``found`` of ``passages`` passages."""
    return np.log1p((passages - found + 0.5) / (found + 0.5)).astype(np.float32)


def rarest_idf(passages: int) -> float:
    """The weight of a term that no passage has."""
    return math.log1p(2.0 * passages)
