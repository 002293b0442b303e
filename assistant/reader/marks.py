"""Tokens -> marks: the word each token stands in, by its first letters and by its meanings.

Vectors tell what is alike; they do not tell one name from another, nor which words a language
forms from one stem. Two channels of plain equality say that beside them.
"""

import re
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.language import fold

# The concepts of a folded word of a language.
Meanings = Callable[[str, str], frozenset[int]]

_WORD = re.compile(r"[^\W_]{3,}|\d+")
_LETTERS = 5  # forms of one word share so many, and few other words do


@dataclass(frozen=True, slots=True)
class Marks:
    """What letters and the glossary say of ``n`` tokens.

    ``keys`` is a number for the beginning of each token's word, 0 for none, shape ``(n,)``;
    ``meanings`` gives for each concept of the glossary the tokens whose words have it.
    """

    keys: NDArray[np.int64]
    meanings: Mapping[int, NDArray[np.int64]]


def marks_of(text: str, spans: NDArray[np.int32], language: str, meanings: Meanings) -> Marks:
    """The marks of the tokens at ``spans`` of ``text``, shape ``(n, 2)``."""
    middles = (spans[:, 0] + spans[:, 1]) / 2
    keys = np.zeros(len(spans), np.int64)
    found: dict[int, list[NDArray[np.int64]]] = {}
    for start, end, folded in _words(text):
        rows = np.arange(np.searchsorted(middles, start), np.searchsorted(middles, end, "right"))
        keys[rows] = zlib.crc32(folded[:_LETTERS].encode()) | 1
        for concept in meanings(folded, language):
            found.setdefault(concept, []).append(rows)
    return Marks(keys, {concept: np.concatenate(rows) for concept, rows in found.items()})


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    return ((*match.span(), fold(match.group())) for match in _WORD.finditer(text))


def same_letters(tokens: Marks, question: Marks) -> NDArray[np.float32]:
    """1 where a token's word begins as a question token's does, shape ``(n, t)``."""
    same = tokens.keys[:, None] == question.keys[None]
    return np.asarray(same & (question.keys != 0)[None], np.float32)


def same_meaning(tokens: Marks, question: Marks) -> NDArray[np.float32]:
    """1 where two words share a concept of the glossary, shape ``(n, t)``."""
    same = np.zeros((len(tokens.keys), len(question.keys)), np.float32)
    for concept, columns in question.meanings.items():
        rows = tokens.meanings.get(concept)
        if rows is not None:
            same[np.ix_(rows, columns)] = 1.0
    return same
