"""Why an answer is what it is: what each step found, for ``--explain``."""

from dataclasses import dataclass

from assistant.answer import Answer
from assistant.question import Question
from assistant.ranking import Ranked
from assistant.verdict import UNSUPPORTED, Verdict

_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ExplainedWord:
    """A content word and the support it found in the best evidence, 0 to 1."""

    word: str
    name: bool
    support: float
    supported: bool


@dataclass(frozen=True, slots=True)
class ExplainedCandidate:
    """A sentence that was considered, with its score and what the score is made of."""

    document: str
    start: int
    end: int
    text: str
    score: float
    features: dict[str, float]
    value: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer with each step that led to it.

    ``reason`` is ``evidence``, ``register`` or ``list`` for an answer; else ``small_talk``,
    ``command``, ``nothing`` (no passage), ``value`` (nothing of the kind asked for), ``support``
    (words without support) or ``unproven`` (a quote that could not be proven). ``words`` is empty
    where no evidence was weighed.
    """

    answer: Answer
    question: str
    language: str
    aim: str
    asked: str
    words: tuple[ExplainedWord, ...]
    candidates: tuple[ExplainedCandidate, ...]
    probability: float
    reason: str


def explain(
    answer: Answer,
    question: Question,
    ranked: tuple[Ranked, ...] = (),
    verdict: Verdict | None = None,
    reason: str = "",
) -> Explanation:
    """``answer`` with the steps that led to it."""
    best = verdict.best if verdict else None
    weighed = () if best is None else zip(question.words, map(float, best.support), strict=True)
    return Explanation(
        answer=answer,
        question=question.text,
        language=question.language,
        aim=question.aim.value,
        asked=question.asked.value,
        words=tuple(
            ExplainedWord(word.text, word.name, support, support >= UNSUPPORTED)
            for word, support in weighed
        ),
        candidates=tuple(map(_candidate, ranked[:_SHOWN])),
        probability=verdict.probability if verdict else 0.0,
        reason=reason or (verdict.reason if verdict else ""),
    )


def _candidate(one: Ranked) -> ExplainedCandidate:
    sentence = one.candidate.sentence
    return ExplainedCandidate(
        document=one.candidate.info.id,
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        score=one.score,
        features=one.features,
        value=one.value.text if one.value else None,
    )
