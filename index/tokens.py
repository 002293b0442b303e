"""Token vectors of every passage, in two bits a dimension, for late interaction.

A centred unit vector of d dimensions, rotated so that every dimension carries about the same,
has coordinates near a normal distribution of variance 1/d. Each is kept as one of the four levels
that fit a normal distribution best, four to a byte: 96 bytes a token for d = 384. Unlike leaving
dimensions out, this keeps the small ones, where the meaning that languages share lies.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedding

_LEVELS = np.array([-1.5104, -0.4528, 0.4528, 1.5104], np.float32)  # Lloyd and Max, 1960
_EDGES = (_LEVELS[1:] + _LEVELS[:-1]) / 2
# The levels' mean square: decoded vectors are that much too short for a dot product, on average.
_SHRINKAGE = np.float32(0.8825)
_PER_BYTE = 4
_CHUNK = 512  # tokens decoded at a time: they stay in the processor's cache
_OPENING = 40  # tokens: a sentence or two
_REACH = 3  # tokens: how far apart two matches still belong together


@dataclass(frozen=True, slots=True)
class PassageTokens:
    """The tokens of one passage.

    ``vectors`` are near enough the embedder's, shape ``(n, dimensions)``: their dot products with
    unit vectors are cosines within about 0.02; ``ids`` vocabulary ids, shape ``(n,)``; ``spans``
    start and end in the embedded text, shape ``(n, 2)``.
    """

    vectors: NDArray[np.float32]
    ids: NDArray[np.int32]
    spans: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class StoredTokens:
    """Tokens of one passage as they are kept: ``codes`` of shape ``(n, dimensions / 4)``."""

    codes: NDArray[np.uint8]
    ids: NDArray[np.int32]
    spans: NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Matches:
    """How well ``t`` question tokens match ``n`` passages: dot products, at least 0, ``(n, t)``.

    ``best`` is the best in the passage, ``opening`` among its first tokens; ``beside`` the best
    product of a token's match and the next token's within a few tokens of it, 0 for the last.
    """

    best: NDArray[np.float32]
    opening: NDArray[np.float32]
    beside: NDArray[np.float32]

    def of(self, tokens: slice) -> "Matches":
        """The matches of some of the question's tokens."""
        return Matches(self.best[:, tokens], self.opening[:, tokens], self.beside[:, tokens])


def stored(embedding: Embedding) -> StoredTokens:
    """``embedding``'s tokens, made small for keeping."""
    spans = np.minimum(embedding.spans, np.iinfo(np.uint16).max).astype(np.uint16)
    return StoredTokens(encode(embedding.tokens), embedding.token_ids, spans)


def encode(vectors: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Codes of unit vectors: shape ``(n, d)``, d a multiple of 4, to ``(n, d / 4)``."""
    scaled = vectors * np.float32(np.sqrt(vectors.shape[1]))
    shape = (len(vectors), vectors.shape[1] // _PER_BYTE, _PER_BYTE)
    digits = np.digitize(scaled, _EDGES).astype(np.uint8).reshape(shape)
    packed = digits[..., 0] | digits[..., 1] << 2 | digits[..., 2] << 4 | digits[..., 3] << 6
    return np.asarray(packed, np.uint8)


def decode(codes: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The vectors that ``codes``, shape ``(n, d / 4)``, were made of, near enough: ``(n, d)``."""
    decoded = np.take(_decoding_table(_PER_BYTE * codes.shape[1]), codes, mode="clip")
    shape = (len(codes), _PER_BYTE * codes.shape[1])
    return np.asarray(decoded.view(np.float32).reshape(shape) / _SHRINKAGE)


class TokenIndex:
    """The tokens of all passages, mapped into memory: only what is looked at is read."""

    def __init__(
        self,
        ends: NDArray[np.int64],
        codes: NDArray[np.uint8],
        ids: NDArray[np.int32],
        spans: NDArray[np.uint16],
    ) -> None:
        self._ends, self._codes, self._ids, self._spans = ends, codes, ids, spans
        self._table = _decoding_table(4 * codes.shape[1])
        self._frequency = _passage_frequency(ends, ids)

    @staticmethod
    def write(folder: Path, passages: Sequence[StoredTokens], dimensions: int) -> None:
        """Save the tokens of ``passages``, in row order, to a new folder."""
        folder.mkdir()
        np.save(folder / "ends.npy", np.cumsum([len(row.ids) for row in passages], dtype=np.int64))
        width = dimensions // _PER_BYTE
        _save(folder / "codes.npy", (row.codes for row in passages), (width,), np.uint8)
        _save(folder / "ids.npy", (row.ids for row in passages), (), np.int32)
        _save(folder / "spans.npy", (row.spans for row in passages), (2,), np.uint16)

    @classmethod
    def read(cls, folder: Path) -> "TokenIndex":
        """The tokens saved in ``folder``, mapped into memory."""
        parts = ("ends", "codes", "ids", "spans")
        return cls(*(np.load(folder / f"{part}.npy", mmap_mode="r") for part in parts))

    def __len__(self) -> int:
        return len(self._ends)

    def passage(self, number: int) -> PassageTokens:
        """The tokens of the passage in row ``number``, decoded."""
        kept = self.kept(number)
        vectors = self._decoded(kept.codes) / _SHRINKAGE
        return PassageTokens(vectors, np.array(kept.ids), kept.spans.astype(np.int32))

    def kept(self, number: int) -> StoredTokens:
        """The tokens of the passage in row ``number`` as they are kept."""
        rows = self._rows(number)
        return StoredTokens(self._codes[rows], self._ids[rows], self._spans[rows])

    def passages_with(self, token_ids: NDArray[np.int32]) -> NDArray[np.int32]:
        """In how many passages each of ``token_ids`` stands, shape as given."""
        known = np.minimum(token_ids, len(self._frequency) - 1)
        return np.where(token_ids < len(self._frequency), self._frequency[known], 0)

    def matches(self, numbers: NDArray[np.int64], question: NDArray[np.float32]) -> Matches:
        """How well ``question``, shape ``(t, dimensions)``, matches the passages ``numbers``."""
        shape = (len(numbers), len(question))
        found = Matches(*(np.zeros(shape, np.float32) for _ in range(3)))
        ends = self._ends[numbers]
        lengths = ends - np.where(numbers > 0, self._ends[numbers - 1], 0)
        filled = np.flatnonzero(lengths)
        if not filled.size or not len(question):
            return found
        codes = np.concatenate([self._codes[self._rows(int(numbers[at]))] for at in filled])
        products, starts = self._products(codes, lengths[filled], question)
        own = products[_REACH:]
        found.best[filled] = np.maximum.reduceat(own, starts, axis=0)
        openings = np.stack([starts, starts + np.minimum(lengths[filled], _OPENING)], axis=1)
        found.opening[filled] = np.maximum.reduceat(own, openings.ravel(), axis=0)[::2]
        beside = own[:-_REACH, :-1] * _best_near(products)[:, 1:]
        found.beside[filled, :-1] = np.maximum.reduceat(beside, starts, axis=0)
        return found

    def _rows(self, number: int) -> slice:
        return slice(int(self._ends[number - 1]) if number else 0, int(self._ends[number]))

    def _products(
        self, codes: NDArray[np.uint8], lengths: NDArray[np.int64], question: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """The dot products, at least 0, of all tokens, ``_REACH`` rows of 0 around each passage.

        With them the row where each passage starts, counted behind the first of those gaps.
        """
        columns = np.ascontiguousarray(question.T)
        gaps = _REACH * np.arange(len(lengths))
        places = np.arange(len(codes)) + np.repeat(gaps, lengths) + _REACH
        products = np.zeros((int(places[-1]) + 1 + _REACH, len(question)), np.float32)
        for start in range(0, len(codes), _CHUNK):
            part = slice(start, start + _CHUNK)
            products[places[part]] = self._decoded(codes[part]) @ columns
        np.maximum(products, 0.0, out=products)
        return products, np.cumsum(lengths) - lengths + gaps

    def _decoded(self, codes: NDArray[np.uint8]) -> NDArray[np.float32]:
        decoded = np.take(self._table, codes, mode="clip")
        return decoded.view(np.float32).reshape(len(codes), 4 * codes.shape[1])


def _best_near(products: NDArray[np.float32]) -> NDArray[np.float32]:
    """The best of each row and ``_REACH`` rows on both sides; the outermost rows are left out."""
    pairs = np.maximum(products[:-1], products[1:])
    fours = np.maximum(pairs[:-2], pairs[2:])
    return np.maximum(fours[:-_REACH], fours[_REACH:])


def _decoding_table(dimensions: int) -> NDArray[np.complex128]:
    """The four coordinates of each byte, held as one 16-byte item: a look-up is one copy."""
    codes = np.arange(256, dtype=np.uint8)[:, None] >> np.array([0, 2, 4, 6], np.uint8) & 3
    levels = _LEVELS[codes] / np.float32(np.sqrt(max(dimensions, 1)))
    return np.ascontiguousarray(levels).view(np.complex128).ravel()


def _passage_frequency(ends: NDArray[np.int64], ids: NDArray[np.int32]) -> NDArray[np.int32]:
    """In how many passages each vocabulary id stands, shape ``(highest id + 1,)``."""
    if not len(ids):
        return np.zeros(1, np.int32)
    lengths = np.diff(np.concatenate(([0], ends)))
    pairs = np.repeat(np.arange(len(ends), dtype=np.int64), lengths) << 32 | ids
    return np.bincount(np.unique(pairs) & 0xFFFFFFFF).astype(np.int32)


def _save(
    path: Path, parts: Iterable[NDArray[np.generic]], shape: tuple[int, ...], dtype: type
) -> None:
    np.save(path, np.concatenate([np.zeros((0, *shape), dtype), *parts]))
