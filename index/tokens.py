"""Token vectors of every passage, for late interaction: which words of a text answer which.

They take most of a generation's room, so they are kept in one byte a component and read from
disk only where a question looks.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedding
from index.embedding.means import unit

_SCALE = 300.0  # components of centred unit vectors stay below 127 / 300 but for a few


@dataclass(frozen=True, slots=True)
class PassageTokens:
    """The tokens of one passage.

    ``vectors`` are centred and of unit length, shape ``(n, dimensions)``; ``ids`` vocabulary
    ids, shape ``(n,)``; ``spans`` start and end in the embedded text, shape ``(n, 2)``.
    """

    vectors: NDArray[np.float32]
    ids: NDArray[np.int32]
    spans: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class StoredTokens:
    """Tokens of one passage as they are kept: vectors in int8."""

    codes: NDArray[np.int8]
    ids: NDArray[np.int32]
    spans: NDArray[np.uint16]


def stored(embedding: Embedding) -> StoredTokens:
    """``embedding``'s tokens, made small for keeping."""
    codes = np.clip(np.rint(embedding.tokens * _SCALE), -127, 127).astype(np.int8)
    return StoredTokens(codes, embedding.token_ids, embedding.spans.astype(np.uint16))


class TokenIndex:
    """The tokens of all passages, mapped into memory: only what is looked at is read."""

    def __init__(
        self,
        ends: NDArray[np.int64],
        codes: NDArray[np.int8],
        ids: NDArray[np.int32],
        spans: NDArray[np.uint16],
    ) -> None:
        self._ends, self._codes, self._ids, self._spans = ends, codes, ids, spans

    @staticmethod
    def write(folder: Path, passages: Iterable[StoredTokens], dimensions: int) -> None:
        """Save the tokens of ``passages``, in row order, to a new folder."""
        folder.mkdir()
        rows = list(passages)
        ends = np.cumsum([len(row.ids) for row in rows], dtype=np.int64)
        np.save(folder / "ends.npy", ends)
        nothing = np.zeros((0, dimensions), np.int8)
        np.save(folder / "codes.npy", np.concatenate([nothing, *(row.codes for row in rows)]))
        np.save(folder / "ids.npy", np.concatenate([np.zeros(0, np.int32), *(r.ids for r in rows)]))
        no_spans = np.zeros((0, 2), np.uint16)
        np.save(folder / "spans.npy", np.concatenate([no_spans, *(row.spans for row in rows)]))

    @classmethod
    def read(cls, folder: Path) -> "TokenIndex":
        """The tokens saved in ``folder``, mapped into memory."""
        parts = ("ends", "codes", "ids", "spans")
        return cls(*(np.load(folder / f"{part}.npy", mmap_mode="r") for part in parts))

    def __len__(self) -> int:
        return len(self._ends)

    def passage(self, number: int) -> PassageTokens:
        """The tokens of the passage in row ``number``."""
        kept = self.kept(number)
        vectors = kept.codes.astype(np.float32) / _SCALE
        return PassageTokens(unit(vectors), np.array(kept.ids), kept.spans.astype(np.int32))

    def kept(self, number: int) -> StoredTokens:
        """The tokens of the passage in row ``number`` as they are kept."""
        start = int(self._ends[number - 1]) if number else 0
        rows = slice(start, int(self._ends[number]))
        return StoredTokens(self._codes[rows], self._ids[rows], self._spans[rows])
