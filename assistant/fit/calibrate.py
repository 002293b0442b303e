"""Readings of left-out sets -> Calibration: how sure scores are, and where answers begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from assistant.evaluation.outcomes import shows
from assistant.evaluation.sets import SetQuestion, Task
from assistant.fit.collections import SetExample
from assistant.reader.answerability import FEATURES
from assistant.reader.headline import FEATURES as HEADLINE_FEATURES
from assistant.reader.headline import headline_features
from assistant.reader.reader import Reader, Reading
from assistant.reader.trained import Calibration

# What is aimed at on the left-out sets, a little tighter than what is promised.
_ANSWERED_WRONGLY = 0.11  # of the unanswerable questions
_REFUSED_WRONGLY = 0.03  # of the answerable ones
_SHORT_RIGHT = 0.95
_STRENGTH = 0.5
_FEWEST = 20  # headlines, before their share of right ones says anything


@dataclass(frozen=True, slots=True)
class Judged:
    """A left-out question with what was read of it, by a network that never saw its set."""

    set: str
    asked: SetQuestion
    reading: Reading


def judged(examples: Sequence[SetExample], reader: Reader) -> list[Judged]:
    """What ``reader`` reads of ``examples``."""
    return [Judged(one.set, one.asked, reader.read(one.result)) for one in examples]


def calibrate(rows: Sequence[Judged]) -> tuple[Calibration, dict[str, Any]]:
    """The calibration of ``rows``, and its figures with each set left out in turn."""
    usable = [one for one in rows if one.reading.features]
    features = np.array([[_of(one)[name] for name in FEATURES] for one in usable])
    answerable = np.array([one.asked.answerable for one in usable])
    sets = np.array([one.set for one in usable])
    probabilities = _left_out(features, answerable, sets)
    sure, near = _thresholds(probabilities, answerable)
    weights, bias = _logistic(features, answerable)
    shorts = _headlines(usable, probabilities)
    figures = {
        "auroc": float(roc_auc_score(answerable, probabilities)),
        "auroc_of_sets": _by_set(probabilities, answerable, sets),
        "headlines": shorts.figures,
    }
    known = dict(zip(FEATURES, weights, strict=True))
    return Calibration(
        known, bias, sure, near, shorts.weights, shorts.bias, shorts.threshold
    ), figures


@dataclass(frozen=True, slots=True)
class _Headlines:
    weights: dict[str, float]
    bias: float
    threshold: float
    figures: dict[str, float]


def _of(one: Judged) -> dict[str, float]:
    return dict(one.reading.features or {})


def _left_out(
    features: NDArray[np.float64], wanted: NDArray[np.bool_], sets: NDArray[np.str_]
) -> NDArray[np.float64]:
    """Each row's probability by the weights of all other sets."""
    probabilities = np.zeros(len(features))
    for name in sorted(set(sets)):
        held = sets == name
        weights, bias = _logistic(features[~held], wanted[~held])
        probabilities[held] = 1 / (1 + np.exp(-(features[held] @ np.array(weights) + bias)))
    return probabilities


def _logistic(
    features: NDArray[np.float64], wanted: NDArray[np.bool_]
) -> tuple[list[float], float]:
    """Weights in the features' own units, and a bias."""
    centre, scale = features.mean(axis=0), features.std(axis=0) + 1e-9
    model = LogisticRegression(C=_STRENGTH, max_iter=1_000)
    model.fit((features - centre) / scale, wanted)
    weights = model.coef_[0] / scale
    return weights.tolist(), float(model.intercept_[0] - weights @ centre)


def _thresholds(
    probabilities: NDArray[np.float64], answerable: NDArray[np.bool_]
) -> tuple[float, float]:
    """From where on an answer is sure, and from where on it may be one."""
    sure = float(np.quantile(probabilities[~answerable], 1 - _ANSWERED_WRONGLY))
    near = float(np.quantile(probabilities[answerable], _REFUSED_WRONGLY))
    return sure, min(near, sure)


def _headlines(rows: Sequence[Judged], probabilities: NDArray[np.float64]) -> _Headlines:
    """Weights and threshold of headlines: of those given so many are right."""
    facts = [
        (one, float(p))
        for one, p in zip(rows, probabilities, strict=True)
        if one.asked.task is Task.FACT and one.reading.headline is not None
    ]
    names = HEADLINE_FEATURES
    if len(facts) < _FEWEST or len({_is_right(one) for one, _ in facts}) == 1:
        return _Headlines(dict.fromkeys(names, 0.0), 0.0, 1.0, {})
    features = np.array([[_known(one, p)[name] for name in names] for one, p in facts])
    right = np.array([_is_right(one) for one, _ in facts])
    sets = np.array([one.set for one, _ in facts])
    likely = _left_out(features, right, sets)
    order = np.argsort(-likely)
    precision = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero((precision >= _SHORT_RIGHT) & (np.arange(len(order)) >= _FEWEST))
    given = int(enough[-1]) + 1 if len(enough) else 0
    threshold = float(likely[order[given - 1]]) if given else 1.0
    weights, bias = _logistic(features, right)
    figures = {
        "facts_with_a_value": float(len(facts)),
        "right": float(right.mean()),
        "given": float(given),
        "auroc": float(roc_auc_score(right, likely)),
    }
    return _Headlines(dict(zip(names, weights, strict=True)), bias, threshold, figures)


def _known(one: Judged, probability: float) -> Mapping[str, float]:
    reading = one.reading
    if reading.headline is None:
        return {}
    share, typed = reading.evidence[0].share, reading.type_probability
    return headline_features(reading.headline, _of(one), probability, share, typed)


def _is_right(one: Judged) -> bool:
    found = one.reading.headline
    if found is None or not one.asked.answerable:
        return False
    return any(
        shows(group, found.text) or shows([found.text], " ".join(group)) for group in one.asked.need
    )


def _by_set(
    probabilities: NDArray[np.float64], wanted: NDArray[np.bool_], sets: NDArray[np.str_]
) -> dict[str, float]:
    found = {}
    for name in sorted(set(sets)):
        own = sets == name
        if 0 < wanted[own].sum() < own.sum():
            found[name] = round(float(roc_auc_score(wanted[own], probabilities[own])), 3)
    return found
