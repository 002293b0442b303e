"""Ranked -> Verdict: whether the evidence answers the question, decided on this question alone."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

import numpy as np

from assistant.lexicon import PROMPTS
from assistant.question import Aim, Question
from assistant.ranking import Ranked
from assistant.values import NEEDED, Asked

# Below this a word has found nothing that means the same.
UNSUPPORTED = 0.5
_NAMED = 0.65  # below this another form of a name was met in passing

# What a number counts and what a person does stands beside it, or it is another's.
_COUNTING = frozenset({Asked.NUMBER, Asked.PERSON})

FEATURES = (
    *("total", "local", "least", "around", "names", "parts", "words", "unknown", "focus"),
    *("counted", "hit"),
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether ``best`` answers, how sure that is, and what of the question found no support.

    ``reason`` says in one word what decided: ``evidence``, ``value`` (no date, number or name
    of the kind that is asked for), ``support`` or ``nothing``.
    """

    answered: bool
    probability: float
    reason: str
    best: Ranked | None
    missing: tuple[str, ...]
    features: dict[str, float]


def judge(question: Question, ranked: Sequence[Ranked]) -> Verdict:
    """Whether one of ``ranked`` answers ``question``."""
    if not ranked:
        return Verdict(False, 0.0, "nothing", None, (), {})
    best = _best(question, ranked)
    if best is None:
        missing = unsupported(question, ranked[0])
        return Verdict(False, 0.0, "value", ranked[0], missing, {})
    found = features(question, best)
    probability = _probability(found)
    answered = _convinces(question, best, found)
    reason = "evidence" if answered else "support"
    return Verdict(answered, probability, reason, best, unsupported(question, best), found)


def judge_one(question: Question, one: Ranked) -> bool:
    """Whether ``one`` alone would answer ``question``."""
    if question.asked in NEEDED and one.value is None:
        return False
    return _convinces(question, one, features(question, one))


def _convinces(question: Question, one: Ranked, found: dict[str, float]) -> bool:
    """Whether what was found is enough.

    It never is when a name stands far from what is asked of it, when the text has not the name
    that is asked about, or when what a list is to be of is not there.
    """
    stray = question.asked is Asked.PERSON and found["counted"] < UNSUPPORTED
    strange = found["names"] < _NAMED
    other = question.aim is Aim.LIST and found["focus"] < UNSUPPORTED
    sure = _probability(found) >= _calibration()["threshold"]
    return sure and not (stray or strange or other) and not one.features["foreign"]


def _best(question: Question, ranked: Sequence[Ranked]) -> Ranked | None:
    """The first that has a value of the kind asked for, where a value is asked for."""
    if question.asked not in NEEDED:
        return ranked[0]
    return next((one for one in ranked if one.value is not None), None)


def features(question: Question, best: Ranked) -> dict[str, float]:
    """What the decision looks at."""
    names = [float(best.support[list(places)].mean()) for places in question.whole_names]
    parts = [float(s) for s, w in zip(best.support, question.words, strict=True) if w.name]
    words = [float(s) for s, w in zip(best.support, question.words, strict=True) if not w.name]
    here = np.maximum(best.candidate.own, best.candidate.reading.above)
    if best.nearby is not None:
        here = best.nearby
    focus = question.focus
    return {
        "total": best.features["total"],
        "local": best.features["local"],
        "least": float(np.min(best.support)),
        "around": best.features["around"],
        "names": min(names, default=1.0),
        "parts": min(parts, default=1.0),
        "words": min(words, default=1.0),
        "unknown": sum(s < UNSUPPORTED for s in words) / max(1, len(words)),
        "focus": float(np.mean(here) if focus is None else here[focus]),
        "counted": float(here[focus]) if question.asked in _COUNTING and focus is not None else 1.0,
        "hit": best.candidate.reading.hit.score,
    }


def unsupported(question: Question, best: Ranked) -> tuple[str, ...]:
    """The words of ``question`` that ``best`` gives no support."""
    pairs = zip(best.support, question.words, strict=True)
    return tuple(word.text for support, word in pairs if support < UNSUPPORTED)


def _probability(found: dict[str, float]) -> float:
    calibration = _calibration()
    score = calibration["bias"] + sum(
        calibration["weights"].get(name, 0.0) * value for name, value in found.items()
    )
    return 1 / (1 + math.exp(-score))


class _Decision(TypedDict):
    bias: float
    threshold: float
    weights: dict[str, float]


@lru_cache(maxsize=1)
def _calibration() -> _Decision:
    decision: _Decision = json.loads((PROMPTS / "calibration.json").read_text("utf-8"))["decision"]
    return decision
