"""What the network is trained on: a question, passages that may answer it, and which do."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.reader.inputs import (
    GAP,
    AskedTokens,
    Inputs,
    PassageTokens,
    inputs_of,
    sentence_of,
    shapes_of,
)
from assistant.reader.marks import Marks, Meanings, marks_of
from assistant.reader.sentences import Span
from index.tokens import StoredTokens, decode

Place = tuple[int, int]  # of a sentence: its passage among the candidates, and its number there


@dataclass(frozen=True, slots=True)
class FitPassage:
    """A passage to train on: its tokens as they are kept, and its sentences.

    ``shift`` characters stand above its text in what was embedded.
    """

    tokens: StoredTokens
    marks: Marks
    sentence_of: NDArray[np.int32]
    shapes: NDArray[np.float32]
    shift: int
    document: str

    def read(self, score: float, *, bare: bool = False) -> PassageTokens:
        """What the network reads of it; ``bare`` leaves out what stands above it."""
        vectors, rows, marks = decode(self.tokens.codes), self.sentence_of, self.marks
        if bare:
            own = np.flatnonzero(rows >= 0)
            places = np.full(len(rows), -1)
            places[own] = np.arange(len(own))
            kept = {concept: places[at][places[at] >= 0] for concept, at in marks.meanings.items()}
            vectors, rows, marks = vectors[own], rows[own], Marks(marks.keys[own], kept)
        return PassageTokens(vectors, marks, rows, self.shapes, self.document, score)


@dataclass(frozen=True, slots=True)
class FitQuestion:
    """A question to train on."""

    tokens: StoredTokens
    marks: Marks
    traits: NDArray[np.float32]

    def read(self) -> AskedTokens:
        """What the network reads of it."""
        return AskedTokens(decode(self.tokens.codes), self.marks, self.traits)


@dataclass(frozen=True, slots=True)
class Example:
    """A question with candidates and their scores; ``right`` is empty where none answers.

    ``answer`` is where the exact answer stands: a candidate, and a span of its text.
    """

    question: FitQuestion
    candidates: tuple[tuple[FitPassage, float], ...]
    right: frozenset[Place]
    answer: tuple[int, Span] | None = None

    def inputs(self, *, bare: bool = False) -> tuple[Inputs, list[int], Place | None]:
        """What the network reads, the sentences that answer, and the answer's rows."""
        passages = [passage.read(score, bare=bare) for passage, score in self.candidates]
        counts = np.cumsum([0, *(len(one.shapes) for one, _ in self.candidates)])
        right = sorted(int(counts[passage]) + sentence for passage, sentence in self.right)
        edges = None if self.answer is None or bare else self._edges(passages)
        return inputs_of(self.question.read(), passages), right, edges

    def _edges(self, passages: Sequence[PassageTokens]) -> Place | None:
        number, (start, end) = self.answer or (0, (0, 0))
        passage, _ = self.candidates[number]
        spans = passage.tokens.spans.astype(np.int32) - passage.shift
        rows = np.flatnonzero(
            (spans[:, 1] > start) & (spans[:, 0] < end) & (passage.sentence_of >= 0)
        )
        before = sum(len(one.vectors) + GAP for one in passages[:number])
        return (before + int(rows[0]), before + int(rows[-1])) if len(rows) else None


# Draws an example; ``None`` where the draw came to nothing.
Sampler = Callable[[random.Random], Example | None]


def fit_passage(
    tokens: StoredTokens,
    above: str,
    text: str,
    spans: Sequence[Span],
    language: str,
    document: str,
    meanings: Meanings,
) -> FitPassage:
    """A passage whose embedded text is ``above`` and then ``text`` with the sentences ``spans``."""
    places = tokens.spans.astype(np.int32)
    return FitPassage(
        tokens=tokens,
        marks=marks_of(above + text, places, language, meanings),
        sentence_of=sentence_of(places, [start for start, _ in spans], len(above)),
        shapes=shapes_of([text[slice(*span)] for span in spans]),
        shift=len(above),
        document=document,
    )
