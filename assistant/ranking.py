"""Candidates -> Ranked: which sentence answers best, and with which value."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.evidence import Candidate, Reader
from assistant.features import FEATURES, measure
from assistant.lexicon import PROMPTS
from assistant.matching import Support
from assistant.question import Question
from assistant.surroundings import Fitted, best_value
from assistant.values import NEEDED, Value

_KEPT = 40  # far more than is ever shown
_FARTHEST = 3.0  # farther ahead says no more
_MEASURED = 16  # so many candidates have the surroundings of their values measured


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score, the support of each word all told, and its best value.

    ``share`` is how likely it is the one that answers, if any does: all shares sum to 1.
    ``ahead`` is its score less that of the best other, three at most.
    ``nearby`` is what each word finds close around the value.
    """

    candidate: Candidate
    score: float
    share: float
    ahead: float
    support: Support
    features: dict[str, float]
    value: Value | None = None
    nearby: Support | None = None


def rank(question: Question, candidates: Sequence[Candidate], reader: Reader) -> tuple[Ranked, ...]:
    """``candidates`` with their scores, the best of them, best first."""
    if not candidates or not question.words:
        return ()
    table, totals = measure(question, candidates)
    values = _values(question, candidates, table, reader)
    scores = table @ np.array([_weights().get(name, 0.0) for name in FEATURES])
    likely = np.exp(scores - scores.max())
    shares = likely / likely.sum()
    order = [int(row) for row in np.argsort(-scores, kind="stable")[:_KEPT]]
    first = float(scores[order[0]])
    second = float(scores[order[1:2]].max(initial=first - _FARTHEST))
    return tuple(
        Ranked(
            candidate=candidates[row],
            score=float(scores[row]),
            share=float(shares[row]),
            ahead=float(scores[row]) - (second if row == order[0] else first),
            support=totals[row],
            features=dict(zip(FEATURES, map(float, table[row]), strict=True)),
            value=values[row].value if row in values else None,
            nearby=values[row].nearby if row in values else None,
        )
        for row in order
    )


def _values(
    question: Question,
    candidates: Sequence[Candidate],
    table: NDArray[np.float64],
    reader: Reader,
) -> dict[int, Fitted]:
    """The best value of the best candidates; fills in how well its surroundings fit."""
    around, counted = FEATURES.index("around"), FEATURES.index("counted")
    local = FEATURES.index("local")
    if question.asked not in NEEDED:
        table[:, around] = table[:, local]
        return {}
    rough = table[:, FEATURES.index("total")] + table[:, local] + table[:, FEATURES.index("value")]
    best: dict[int, Fitted] = {}
    for row in map(int, np.argsort(-rough, kind="stable")[:_MEASURED]):
        fitted = best_value(question, candidates[row], reader)
        if fitted is not None:
            table[row, around] = fitted.fit
            table[row, counted] = fitted.counted
            best[row] = fitted
    return best


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    calibration = json.loads((PROMPTS / "calibration.json").read_text("utf-8"))
    return dict(calibration["ranking"])
