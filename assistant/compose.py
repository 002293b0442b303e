"""Finding -> Answer: proven citations, a lead in the asker's language, the items of a list."""

from assistant.answer import Answer, Checked, Citation, Item, Kind, Status
from assistant.cite import Citer
from assistant.finding import Finding
from assistant.question import Question
from assistant.templates import render

_TEMPLATES = {Kind.FACT: "fact", Kind.LIST: "list", Kind.OVERVIEW: "overview"}


def compose(question: Question, finding: Finding, citer: Citer) -> Answer | None:
    """The answer that ``finding`` gives; ``None`` when no quote of it could be proven."""
    citations = citer.cite_all([*finding.places, *finding.items])
    if not citations or citations[0].quote != finding.places[0].quote:
        return None
    heads = _of(finding, citations)
    items = _items(finding, citations[len(heads) :])
    short = finding.short if finding.short and finding.short in citations[0].quote else None
    text = render(
        _TEMPLATES[finding.kind],
        question.language,
        citations=heads,
        short=short,
        items=items,
        differ=finding.differ,
    )
    return Answer(
        status=Status.ANSWERED,
        kind=finding.kind,
        language=question.language,
        text=text,
        short=short,
        citations=citations,
        items=items,
        checked=_checked(citations, items) if items else None,
    )


def _of(finding: Finding, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """The citations of the quotes themselves, which come before those of the items."""
    quoted = {(place.document, place.start, place.end) for place in finding.places}
    return tuple(one for one in citations if (one.document.id, one.start, one.end) in quoted)


def _items(finding: Finding, citations: tuple[Citation, ...]) -> tuple[Item, ...]:
    if not finding.items:
        return ()
    return tuple(Item(one.quote, "", (one.number,)) for one in citations)


def _checked(citations: tuple[Citation, ...], items: tuple[Item, ...]) -> Checked:
    return Checked(documents=len({one.document.id for one in citations}), items=len(items))
