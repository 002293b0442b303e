"""Edges of tokens -> Headline: the value that answers, tied to what was asked by a learnt span."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.question.answer_type import AnswerType
from assistant.reader.pages import Page
from assistant.reader.sentences import Span
from assistant.reader.values import Value, ValueFinder

# What its tokens say of a headline, and what is known of the reading that it is of.
_OWN, _OF_READING = ("ahead", "mass", "alone"), ("here_met", "passage_names", "top")
FEATURES = (*_OWN, *_OF_READING, "answers", "share", "typed")

_NOWHERE = -30.0  # the score of a value that no token stands for
_RIVAL = 3.0  # log-odds: where no other value competes, the value is so far ahead


@dataclass(frozen=True, slots=True)
class Headline:
    """A value at ``start:end`` of a passage's text; ``features`` tell how sure it is."""

    text: str
    start: int
    end: int
    features: Mapping[str, float]


def headline(
    page: Page,
    quote: Span,
    edges: NDArray[np.float32],
    wanted: AnswerType,
    values: ValueFinder,
) -> Headline | None:
    """The value of the type ``wanted`` in ``quote`` that an answer begins and ends with best.

    ``edges`` are the scores of the page's tokens to begin and to end an answer, shape ``(n, 2)``.
    """
    start, end = quote
    inside = (page.token_spans[:, 1] > start) & (page.token_spans[:, 0] < end)
    found = values.find(page.text[start:end], wanted)
    if not found or not inside.any():
        return None
    scored = [(_score(one, start, page, edges), one) for one in found]
    scored.sort(key=lambda pair: -pair[0])
    (best, value), others = scored[0], scored[1:]
    different = [score for score, one in others if one.text != value.text]
    total = sum(float(np.logaddexp.reduce(edges[inside, side])) for side in (0, 1))
    features = {
        "ahead": min(best - max(different), 2 * _RIVAL) if different else _RIVAL,
        "mass": best - total,
        "alone": float(not different),
    }
    return Headline(value.text, start + value.start, start + value.end, features)


def headline_features(
    found: Headline, reading: Mapping[str, float], answers: float, share: float, typed: float
) -> Mapping[str, float]:
    """What tells how sure a headline is.

    ``reading`` are the features of what was read, ``answers`` how sure it is that the stretch with
    the headline answers, ``share`` that it does so sooner than others, and ``typed`` how sure the
    type of answer is.
    """
    known = {name: reading[name] for name in _OF_READING}
    return {**found.features, **known, "answers": answers, "share": share, "typed": typed}


def headline_probability(
    features: Mapping[str, float], weights: Mapping[str, float], bias: float
) -> float:
    """How sure it is that a headline is what was asked for."""
    score = bias + sum(weight * features[name] for name, weight in weights.items())
    return 1 / (1 + math.exp(-score))


def _score(value: Value, shift: int, page: Page, edges: NDArray[np.float32]) -> float:
    """How well an answer begins with the value's first token and ends with its last."""
    start, end = shift + value.start, shift + value.end
    rows = np.flatnonzero((page.token_spans[:, 1] > start) & (page.token_spans[:, 0] < end))
    if not len(rows):
        return _NOWHERE
    return float(edges[rows, 0].max() + edges[rows, 1].max())


def rows_of(page: int, pages: Sequence[Page], gap: int) -> slice:
    """The rows of a page's tokens among those of all ``pages``, ``gap`` rows of zeros between."""
    start = sum(len(one.tokens.vectors) + gap for one in pages[:page])
    return slice(start, start + len(pages[page].tokens.vectors))
