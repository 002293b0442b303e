"""Why an answer is what it is: what each step found, for ``--explain``."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.answer import Answer
from assistant.question.question import Question
from assistant.reader.reader import Evidence, Reading
from index.library import Snapshot


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an answer was composed from, so that it can be composed again from other stretches.

    ``asked`` is the question as it was put; the quotes are proven by the generation that was read.
    """

    asked: str
    question: Question
    reading: Reading
    snapshot: Snapshot


@dataclass(frozen=True, slots=True)
class ExplainedCandidate:
    """A stretch that was considered; ``share`` is how likely it answers, if any does."""

    document: str
    start: int
    end: int
    text: str
    share: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer with each step that led to it.

    ``type`` is the kind of answer that was understood to be asked for. ``features`` are what the
    ``probability`` that the best candidate answers was made of; ``headline`` is the value that
    could stand in large type, ``certainty`` how sure it is. ``reason`` is ``evidence`` or
    ``register`` for an answer, ``choice`` where a language model chose; else ``small_talk``,
    ``instruction`` or ``nothing`` (near enough). ``grounds`` are kept where a model may choose.
    """

    answer: Answer
    question: str
    language: str
    type: str
    candidates: tuple[ExplainedCandidate, ...]
    features: Mapping[str, float] = field(default_factory=dict)
    probability: float = 0.0
    headline: str | None = None
    certainty: float = 0.0
    reason: str = ""
    grounds: Grounds | None = None


def explain(
    answer: Answer,
    question: Question,
    reading: Reading,
    reason: str,
    grounds: Grounds | None = None,
) -> Explanation:
    """``answer`` with the steps that led to it."""
    return Explanation(
        answer=answer,
        question=question.text,
        language=question.language,
        type=reading.type.value,
        candidates=tuple(map(_candidate, reading.evidence)),
        features=reading.features or {},
        probability=reading.probability,
        headline=reading.headline.text if reading.headline else None,
        certainty=reading.certainty,
        reason=reason,
        grounds=grounds,
    )


def _candidate(one: Evidence) -> ExplainedCandidate:
    return ExplainedCandidate(one.hit.document.id, one.start, one.end, one.text, one.share)
