"""Refusals: what was looked for, what is nearest to it, and whom else to ask."""

from collections.abc import Sequence

from assistant.answer import Answer, Citation, Kind, Status
from assistant.cite import Citer
from assistant.finding import place_of
from assistant.intent import Aim
from assistant.question import Question
from assistant.ranking import Ranked
from assistant.templates import render
from assistant.verdict import Verdict

_RELATED = 3


def refuse(
    question: Question,
    verdict: Verdict,
    ranked: Sequence[Ranked],
    citer: Citer,
    contact: str | None,
) -> Answer:
    """The answer that the documents do not say, with the nearest passages beside it."""
    text = render(
        "refusal",
        question.language,
        words=[word.text for word in question.words],
        missing=verdict.missing,
        contact=contact,
    )
    return Answer(
        status=Status.NOT_FOUND,
        kind=Kind.REFUSAL,
        language=question.language,
        text=text,
        related=related(ranked, citer),
    )


def decline(question: Question, contact: str | None) -> Answer:
    """A polite answer to small talk and to orders."""
    name = "small_talk" if question.aim is Aim.SMALL_TALK else "command"
    text = render(name, question.language, contact=contact)
    return Answer(Status.NOT_FOUND, Kind.REFUSAL, question.language, text)


def related(ranked: Sequence[Ranked], citer: Citer) -> tuple[Citation, ...]:
    """The best sentences of the nearest passages, one of each passage, proven like any quote."""
    nearest: dict[int, Ranked] = {}
    for one in ranked:
        nearest.setdefault(one.candidate.sentence.hit, one)
        if len(nearest) == _RELATED:
            break
    places = [
        place_of(one.candidate.sentence, one.candidate.reading.hit) for one in nearest.values()
    ]
    return citer.cite_all(places)
