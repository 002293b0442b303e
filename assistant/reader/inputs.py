"""Question and passages -> Inputs: the arrays that the network reads, in training and service."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.reader.marks import Marks, same_letters, same_meaning

GAP = 4  # rows of zeros behind each passage: as far as the network looks to either side
_WORD = re.compile(r"[^\W_]+")
_SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d",
        r"\b(?:1[5-9]|20)\d\d\b",
        r"[$€£]|\b[A-Z]{3}\b",
        r"%",
        r"@",
        r"https?:|www\.|\.\w{2,3}/",
        r"\+?\d[\d /()-]{7,}\d",
        r"\d{1,2}[:.]\d\d\b",
    )
)
_HITS = 15  # beyond this place all hits are as far
_SENTENCES = 10
_SPREAD = 2.0  # brings differences of search scores to about 1


@dataclass(frozen=True, slots=True)
class AskedTokens:
    """A question's tokens.

    ``vectors`` has shape ``(t, d)``; ``traits`` ``(t, 3)``: whether the token's word is written as
    a name, whether it is a number, and how rare the token is among the passages, 0 to 1.
    """

    vectors: NDArray[np.float32]
    marks: Marks
    traits: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class PassageTokens:
    """A passage's tokens, cut in sentences.

    ``vectors`` has shape ``(n, d)``; ``sentence_of`` gives the sentence of each token, -1 for what
    stands above the passage, shape ``(n,)``; ``shapes`` says of each sentence what values its
    letters look like, shape ``(sentences, 8)``. ``document`` is any name that the passages of one
    document share, ``score`` what search gave.
    """

    vectors: NDArray[np.float32]
    marks: Marks
    sentence_of: NDArray[np.int32]
    shapes: NDArray[np.float32]
    document: str
    score: float


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the network reads of one question: ``n`` rows of tokens and gaps, ``s`` sentences.

    ``inside`` are the rows of all sentences in order, ``lengths`` how many each has; ``above`` and
    ``above_lengths`` the same for what stands over each passage, where row ``n`` is a row of zeros.
    ``by_document`` sorts passages by document, ``document_lengths`` counts them.
    """

    tokens: NDArray[np.float32]
    keep: NDArray[np.float32]
    question: NDArray[np.float32]
    traits: NDArray[np.float32]
    letters: NDArray[np.float32]
    meanings: NDArray[np.float32]
    inside: NDArray[np.int64]
    lengths: NDArray[np.int64]
    passage_of: NDArray[np.int64]
    passage_lengths: NDArray[np.int64]
    above: NDArray[np.int64]
    above_lengths: NDArray[np.int64]
    by_document: NDArray[np.int64]
    document_lengths: NDArray[np.int64]
    document_of: NDArray[np.int64]
    sentences: NDArray[np.float32]
    best: float


def traits_of(
    text: str, spans: NDArray[np.int32], frequency: NDArray[np.int32], passages: int
) -> NDArray[np.float32]:
    """The traits of a question's tokens at ``spans`` of ``text``: name, number, rarity."""
    traits = np.zeros((len(spans), 3), np.float32)
    middles = (spans[:, 0] + spans[:, 1]) / 2
    for match in _WORD.finditer(text):
        first, last = np.searchsorted(middles, match.start()), np.searchsorted(middles, match.end())
        traits[first:last, :2] = _is_name(match.group(), match.start()), match.group()[0].isdigit()
    traits[:, 2] = 1 - np.log1p(frequency) / np.log(passages + 2)
    return traits


def _is_name(word: str, start: int) -> bool:
    return (word[0].isupper() and start > 0) or (word.isupper() and len(word) > 2)


def shapes_of(sentences: Sequence[str]) -> NDArray[np.float32]:
    """What values each sentence's letters look like, shape ``(sentences, 8)``."""
    rows = [[bool(shape.search(one)) for shape in _SHAPES] for one in sentences]
    return np.array(rows, np.float32).reshape(len(sentences), len(_SHAPES))


def sentence_of(spans: NDArray[np.int32], starts: Sequence[int], shift: int) -> NDArray[np.int32]:
    """The sentence of each token: they begin at ``starts`` behind ``shift`` characters; or -1."""
    middles = (spans[:, 0] + spans[:, 1]) / 2 - shift
    found = np.searchsorted(np.array(starts), middles, side="right") - 1
    return np.where(middles < 0, -1, np.maximum(found, 0)).astype(np.int32)


def inputs_of(question: AskedTokens, passages: Sequence[PassageTokens]) -> Inputs:
    """The inputs for ``question`` and at least one passage, best first."""
    width = question.vectors.shape[1]
    sizes = [len(one.vectors) + GAP for one in passages]
    begins = np.concatenate([[0], np.cumsum(sizes)])
    tokens = np.zeros((int(begins[-1]), width), np.float32)
    keep = np.zeros((len(tokens), 1), np.float32)
    letters = np.zeros((len(tokens), len(question.vectors)), np.float32)
    meanings = np.zeros_like(letters)
    for begin, one in zip(begins, passages, strict=False):
        rows = slice(int(begin), int(begin) + len(one.vectors))
        tokens[rows], keep[rows] = one.vectors, 1.0
        letters[rows] = same_letters(one.marks, question.marks)
        meanings[rows] = same_meaning(one.marks, question.marks)
    inside = [
        rows for begin, one in zip(begins, passages, strict=False) for rows in _rows(begin, one)
    ]
    above = [
        _above(int(begin), one, len(tokens)) for begin, one in zip(begins, passages, strict=False)
    ]
    counts = np.array([len(one.shapes) for one in passages])
    names = {
        name: number for number, name in enumerate(dict.fromkeys(p.document for p in passages))
    }
    documents = np.array([names[one.document] for one in passages])
    best = max(one.score for one in passages)
    return Inputs(
        tokens=tokens,
        keep=keep,
        question=np.ascontiguousarray(question.vectors, np.float32),
        traits=question.traits,
        letters=letters,
        meanings=meanings,
        inside=np.concatenate(inside),
        lengths=np.array([len(rows) for rows in inside]),
        passage_of=np.repeat(np.arange(len(passages)), counts),
        passage_lengths=counts,
        above=np.concatenate(above),
        above_lengths=np.array([len(rows) for rows in above]),
        by_document=np.argsort(documents, kind="stable"),
        document_lengths=np.bincount(documents),
        document_of=documents,
        sentences=np.concatenate([_about(*pair, passages, best) for pair in enumerate(passages)]),
        best=best - 1.0,
    )


def _rows(begin: int, one: PassageTokens) -> list[NDArray[np.int64]]:
    """The rows of each sentence; the gap's first row for one without a token."""
    found = [np.flatnonzero(one.sentence_of == number) for number in range(len(one.shapes))]
    return [begin + (rows if len(rows) else np.array([len(one.vectors)])) for rows in found]


def _above(begin: int, one: PassageTokens, nothing: int) -> NDArray[np.int64]:
    rows = np.flatnonzero(one.sentence_of < 0)
    return begin + rows if len(rows) else np.array([nothing])


def _about(
    place: int, one: PassageTokens, passages: Sequence[PassageTokens], best: float
) -> NDArray[np.float32]:
    """What is known of each sentence of a passage beside its words, shape ``(sentences, 12)``."""
    leader = max(passages, key=lambda other: other.score).document
    count = len(one.shapes)
    ahead = np.full(count, (one.score - best) * _SPREAD)
    order = np.minimum(np.arange(count), _SENTENCES) / _SENTENCES
    rest = (ahead, np.full(count, min(place, _HITS) / _HITS), order)
    same = np.full(count, float(one.document == leader))
    return np.column_stack([one.shapes, *rest, same]).astype(np.float32)
