"""Refusals: what stands nowhere in the documents, what comes nearest, and whom else to ask."""

from collections.abc import Sequence

from assistant.answer import Answer, Kind, Status
from assistant.cite import Citer
from assistant.compose import QUOTES, distinct, place_of
from assistant.question.answer_type import AnswerType
from assistant.question.question import Question
from assistant.reader.reader import Reading
from assistant.templates import render

_DECLINED = {AnswerType.SMALL_TALK: "small_talk", AnswerType.INSTRUCTION: "command"}


def refuse(
    question: Question,
    reading: Reading,
    unknown: Sequence[str],
    citer: Citer,
    contact: str | None,
) -> Answer:
    """The answer that nothing near was found; ``unknown`` are names that stand nowhere."""
    text = render("refusal", question.language, unknown=unknown, contact=contact)
    related = citer.cite_all([place_of(one) for one in distinct(reading.evidence, QUOTES)])
    return Answer(Status.NOT_FOUND, Kind.REFUSAL, question.language, text, related=related)


def decline(question: Question, said: AnswerType, contact: str | None) -> Answer:
    """A polite answer to small talk and to orders."""
    text = render(_DECLINED[said], question.language, contact=contact)
    return Answer(Status.NOT_FOUND, Kind.REFUSAL, question.language, text)
