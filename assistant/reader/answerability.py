"""What tells whether the documents answer a question at all, measured on its best stretch."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from assistant.question.answer_type import OVERVIEWS, AnswerType
from assistant.reader.inputs import Inputs
from assistant.reader.network import Scores

Features = dict[str, float]

FEATURES = (
    *("margin", "top", "ahead", "search", "rank"),
    *("here_met", "here_names", "passage_met", "passage_names", "all_met", "all_names"),
    *("value", "foreign", "closed", "overview", "unasked"),
)

_NAME, _NUMERAL, _RARITY = 0, 1, 2  # columns of ``Inputs.traits``
# Cosines from here to one more half mean the same word the more surely.
_ALIKE, _SPAN = 0.35, 0.45
_CLOSED = (AnswerType.YES_NO, AnswerType.COMPARISON)
_NOT_ASKED = (AnswerType.OUT_OF_SCOPE, AnswerType.SMALL_TALK, AnswerType.INSTRUCTION)


def answerability(
    inputs: Inputs,
    scores: Scores,
    types: Mapping[AnswerType, float],
    *,
    value: float,
    foreign: bool,
) -> Features:
    """The features of a question whose scores are ``scores``.

    ``value`` is 1 where the best stretch has a value of the type asked for, 0 where it has none,
    and a half where any text will do; ``foreign`` says that it is in another language.
    """
    best = int(scores.sentences.argmax())
    ordered = np.sort(scores.sentences)[::-1] - scores.none
    met = _met(inputs)
    here = _rows_of(inputs, best)
    passage = _passage_rows(inputs, int(inputs.passage_of[best]))
    return {
        "margin": float(np.logaddexp.reduce(ordered)),
        "top": float(ordered[0]),
        "ahead": float(ordered[0] - ordered[1]) if len(ordered) > 1 else 1.0,
        "search": inputs.best,
        "rank": float(inputs.passage_of[best]),
        **_support("here", met[here].max(axis=0), inputs.traits),
        **_support("passage", met[passage].max(axis=0), inputs.traits),
        **_support("all", met.max(axis=0), inputs.traits),
        "value": value,
        "foreign": float(foreign),
        "closed": sum(types.get(one, 0.0) for one in _CLOSED),
        "overview": sum(types.get(one, 0.0) for one in OVERVIEWS),
        "unasked": sum(types.get(one, 0.0) for one in _NOT_ASKED),
    }


def _met(inputs: Inputs) -> NDArray[np.float32]:
    """How surely each row's word is each word of the question, 0 to 1, shape ``(n, t)``."""
    alike = np.clip((inputs.tokens @ inputs.question.T - _ALIKE) / _SPAN, 0, 1)
    same = np.maximum(inputs.letters, 0.9 * inputs.meanings)
    return np.asarray(np.maximum(alike, same), np.float32)


def _support(where: str, met: NDArray[np.float32], traits: NDArray[np.float32]) -> Features:
    """The share of the question that is met, rare tokens counting more, and the least met name."""
    weights = traits[:, _RARITY] + 1e-3
    named = (traits[:, _NAME] > 0) | (traits[:, _NUMERAL] > 0)
    least = float(met[named].min()) if named.any() else 1.0
    return {
        f"{where}_met": float((met * weights).sum() / weights.sum()),
        f"{where}_names": least,
    }


def _rows_of(inputs: Inputs, sentence: int) -> NDArray[np.int64]:
    start = int(inputs.lengths[:sentence].sum())
    return inputs.inside[start : start + int(inputs.lengths[sentence])]


def _passage_rows(inputs: Inputs, passage: int) -> NDArray[np.int64]:
    """The rows of a passage and of what stands above it."""
    counts = inputs.passage_lengths
    first = int(counts[:passage].sum())
    last = first + int(counts[passage])
    rows = inputs.inside[int(inputs.lengths[:first].sum()) : int(inputs.lengths[:last].sum())]
    begin = int(inputs.above_lengths[:passage].sum())
    above = inputs.above[begin : begin + int(inputs.above_lengths[passage])]
    return np.concatenate([rows, above[above < len(inputs.tokens)]])
