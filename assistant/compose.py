"""Reading -> Answer: proven quotes, a lead in the asker's language, a headline where it is sure."""

import re
from collections.abc import Sequence

from assistant.answer import Answer, Kind, Status
from assistant.cite import Citer, Place
from assistant.question.answer_type import OVERVIEWS
from assistant.question.question import Question
from assistant.reader.reader import Evidence, Reading
from assistant.reader.trained import Calibration
from assistant.templates import render

QUOTES = 3
# Further stretches are quoted until it is this likely that one of them answers.
_ENOUGH = 0.9
_TEMPLATES = {Kind.FACT: "fact", Kind.OVERVIEW: "overview"}


def compose(
    question: Question,
    reading: Reading,
    status: Status,
    calibration: Calibration,
    citer: Citer,
) -> Answer | None:
    """The answer that ``reading`` gives; ``None`` when its best quote could not be proven."""
    sure = status is Status.ANSWERED
    short = _headline(reading, calibration) if sure else None
    return _composed(question, reading, status, _shown(reading.evidence, status), short, citer)


def compose_chosen(
    question: Question,
    reading: Reading,
    chosen: Sequence[Evidence],
    status: Status,
    calibration: Calibration,
    citer: Citer,
) -> Answer | None:
    """The answer that the ``chosen`` stretches give, one at least, in their order.

    ``None`` when the first quote could not be proven.
    """
    shown = distinct(chosen, QUOTES)
    short = _headline(reading, calibration) if status is Status.ANSWERED else None
    # The value of another stretch may be something else's.
    if short is not None and not _stands_in(short, shown[0].text):
        short = None
    return _composed(question, reading, status, shown, short, citer)


def place_of(one: Evidence) -> Place:
    """The place of ``one`` in its document, to be quoted."""
    passage = one.hit.stored.passage
    return Place(one.hit.document.id, one.text, one.start, one.end, passage.section, passage.page)


def distinct(evidence: Sequence[Evidence], many: int) -> list[Evidence]:
    """The first ``many`` of ``evidence``, nothing twice in two languages or in the same words."""
    taken: list[Evidence] = []
    for one in evidence:
        if len(taken) < many and not any(_same(one, other) for other in taken):
            taken.append(one)
    return taken


def _composed(
    question: Question,
    reading: Reading,
    status: Status,
    shown: Sequence[Evidence],
    short: str | None,
    citer: Citer,
) -> Answer | None:
    citations = citer.cite_all([place_of(one) for one in shown])
    if not citations or citations[0].quote != shown[0].text:
        return None
    kind = Kind.OVERVIEW if reading.type in OVERVIEWS else Kind.FACT
    template = _TEMPLATES[kind] if status is Status.ANSWERED else "unsure"
    text = render(template, question.language, citations=citations, short=short)
    return Answer(status, kind, question.language, text, short=short, citations=citations)


def _shown(evidence: Sequence[Evidence], status: Status) -> list[Evidence]:
    likely = distinct(evidence, QUOTES)
    if status is not Status.ANSWERED:
        return likely
    said = 0.0
    for number, one in enumerate(likely, start=1):
        said += one.share
        if said >= _ENOUGH:
            return likely[:number]
    return likely


def _same(one: Evidence, other: Evidence) -> bool:
    """Whether two stretches say the same: of a text and its translation, or of two copies."""
    mine, theirs = one.hit.document, other.hit.document
    if one.text.split() == other.text.split():
        return True
    families = {mine.translation_of or mine.id, theirs.translation_of or theirs.id}
    return mine.id != theirs.id and len(families) == 1


def _headline(reading: Reading, calibration: Calibration) -> str | None:
    """The value that was asked for, where it is sure."""
    sure = reading.certainty >= calibration.headline
    return reading.headline.text if sure and reading.headline else None


def _stands_in(value: str, text: str) -> bool:
    """Whether ``value`` stands in ``text`` by itself, not within a longer word or number."""
    alone = rf"(?<!\w)(?<!\d[.,]){re.escape(value)}(?!\w|[.,]\d)"
    return re.search(alone, text) is not None
