"""Ranked -> Verdict: whether the evidence answers the question, decided on this question alone."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

import numpy as np

from assistant.content import Word
from assistant.echo import only_echoes
from assistant.intent import Aim
from assistant.lexicon import PROMPTS
from assistant.question import Question
from assistant.ranking import Ranked
from assistant.values import NEEDED, Asked

# Below this a word has found nothing that means the same.
UNSUPPORTED = 0.5
_MET = 0.65  # below this a number was met in passing, or another form of it
_SAID = 0.85  # from here on a heading says a word
_ABSENT = 0.4  # below this a name is not in the document at all
_NOTHING_OF_IT = 0.15  # below this not even the likeness of words on one subject is there
# What a number counts and what a person does stands beside it, or it is another's.
_COUNTING = frozenset({Asked.NUMBER, Asked.PERSON})

# What the ranking measured already, and what only the decision looks at.
_RANKED = ("total", "local", "tokens", "document")
_OWN = (
    *("least", "parts", "unknown", "unsaid", "focus", "counted", "hit"),
    *("length", "valued", "ahead"),
)
FEATURES = (*_RANKED, *_OWN)


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
    if (question.asked in NEEDED and one.value is None) or _echoes(question, one):
        return False
    return _convinces(question, one, features(question, one))


def _convinces(question: Question, one: Ranked, found: dict[str, float]) -> bool:
    """Whether what was found is enough.

    It never is when the document is about another organisation, or has not the name or the number
    asked about: what holds of a project's third phase need not hold of its second. Nor when a name
    stands far from what is asked of it, or a list is of something else than what is asked for.
    """
    names = [float(one.support[list(places)].mean()) for places in question.whole_names]
    numerals = [support for word, support in _supports(question, one) if word.numeral]
    absent = min(numerals, default=1.0) < _MET or min(names, default=1.0) < _ABSENT
    stray = question.asked is Asked.PERSON and found["counted"] < UNSUPPORTED
    sure = _probability(found) >= _calibration()["threshold"]
    other = absent or stray or _other_list(question, one) or bool(one.features["foreign"])
    return sure and not other


def _other_list(question: Question, one: Ranked) -> bool:
    """Whether a list is asked for and a word that is known has nothing like it there.

    Who are members does not say who left.
    """
    if question.aim is not Aim.LIST:
        return False
    known = [support for word, support in _supports(question, one) if word.meanings]
    return min(known, default=1.0) < _NOTHING_OF_IT


def _supports(question: Question, one: Ranked) -> list[tuple[Word, float]]:
    return list(zip(question.words, map(float, one.support), strict=True))


def _best(question: Question, ranked: Sequence[Ranked]) -> Ranked | None:
    """The first that says something, and has a value of the kind asked for where one is."""
    needed = question.asked in NEEDED
    fit = (one for one in ranked if one.value is not None or not needed)
    return next((one for one in fit if not _echoes(question, one)), None)


def _echoes(question: Question, one: Ranked) -> bool:
    """Whether a sentence only repeats the question; what introduces a list need say no more."""
    sentence, language = one.candidate.sentence, one.candidate.info.language
    enough = sentence.text.endswith(":") or question.asked is Asked.YES_NO
    return not enough and only_echoes(question, sentence.text, language)


def features(question: Question, best: Ranked) -> dict[str, float]:
    """What the decision looks at."""
    supports = _supports(question, best)
    parts = [support for word, support in supports if word.name]
    words = [support for word, support in supports if not word.name]
    here = np.maximum(best.candidate.own, best.candidate.reading.above)
    if best.nearby is not None:
        here = best.nearby
    focus = question.focus
    return {
        **{name: best.features[name] for name in _RANKED},
        "least": float(np.min(best.support)),
        "parts": min(parts, default=1.0),
        "unknown": sum(s < UNSUPPORTED for s in words) / max(1, len(words)),
        "focus": float(np.mean(here) if focus is None else here[focus]),
        "counted": float(here[focus]) if question.asked in _COUNTING and focus is not None else 1.0,
        "hit": best.candidate.reading.hit.score,
        "length": math.log(len(best.candidate.sentence.text)),
        "valued": float(question.asked in NEEDED),
        "ahead": best.ahead,
        "unsaid": _unsaid(question, best),
    }


def _unsaid(question: Question, best: Ranked) -> float:
    """The share of the words without support among those that no heading says.

    A long title in a question, in small letters, would else outvote what is asked about it.
    """
    above = best.candidate.reading.above
    rest = [
        support
        for (word, support), said in zip(_supports(question, best), above, strict=True)
        if not word.name and said < _SAID
    ]
    return sum(support < UNSUPPORTED for support in rest) / max(1, len(rest))


def unsupported(question: Question, best: Ranked) -> tuple[str, ...]:
    """The words of ``question`` that ``best`` gives no support."""
    return tuple(word.text for word, support in _supports(question, best) if support < UNSUPPORTED)


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
