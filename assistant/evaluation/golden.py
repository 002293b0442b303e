"""How well questions with known answers are answered: the golden sets, and the figures of a run."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import yaml

from assistant.answer import Answer, Kind, Status, Turn
from assistant.evaluation.sets import QuestionSet, SetQuestion, Task
from index.language import folded_words


class Answering(Protocol):
    """What is measured."""

    def ask(
        self, question: str, history: Sequence[Turn] = (), language: str | None = None
    ) -> Answer:
        """The answer to one question."""


@dataclass(frozen=True, slots=True)
class Golden:
    """A question with what a right answer shows; the keys stand in tests/golden/README.md."""

    id: str
    question: str
    language: str
    history: tuple[Turn, ...]
    statuses: frozenset[Status]
    kind: Kind
    documents: frozenset[str]
    evidence: tuple[str, ...]
    short: tuple[str, ...]
    not_short: tuple[str, ...]
    items: tuple[tuple[str, ...], ...]
    optional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question; ``None`` where a measure does not apply to it."""

    golden: Golden
    answer: Answer
    right: bool
    first_right: bool | None
    proven: bool
    missing_items: tuple[str, ...]
    wrong_items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """The figures of a group of questions, each 0 to 1, ``None`` where there is nothing to count.

    ``facts`` counts facts and overviews answered right, ``first`` their first citations,
    ``refused`` unanswerable questions refused, ``wrongly_refused`` answerable ones,
    ``proven`` answers with every quote proven, ``complete`` list items found and
    ``wrong_items`` shown list items that do not belong there.
    """

    questions: int
    facts: float | None
    first: float | None
    refused: float | None
    wrongly_refused: float | None
    proven: float | None
    complete: float | None
    wrong_items: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All outcomes of a run and their figures: of all, and by language."""

    outcomes: tuple[Outcome, ...]
    rates: Mapping[str, Rates]


# Says whether a citation's quote is the stored text at its offsets.
Text = Callable[[str], str | None]


def evaluate_answers(assistant: Answering, folder: Path, text: Text) -> Evaluation:
    """Ask every question of the YAML files in ``folder``; ``text`` gives a document's text."""
    outcomes = tuple(_outcome(assistant, golden, text) for golden in read_golden(folder))
    rates = {"all": rates_of(outcomes)}
    for language in sorted({one.golden.language for one in outcomes}):
        rates[language] = rates_of([one for one in outcomes if one.golden.language == language])
    return Evaluation(outcomes, rates)


def read_golden(folder: Path) -> tuple[Golden, ...]:
    """The questions of every YAML file in ``folder``, by file and place."""
    files = sorted(folder.glob("*.yaml"))
    return tuple(_golden(raw) for file in files for raw in yaml.safe_load(file.read_text("utf-8")))


def _golden(raw: dict[str, Any]) -> Golden:
    return Golden(
        id=raw["id"],
        question=raw["question"],
        language=raw["language"],
        history=tuple(Turn(turn["role"], turn["content"]) for turn in raw.get("history") or ()),
        statuses=frozenset(map(Status, raw.get("accept") or [raw["status"]])),
        kind=Kind(raw["kind"]),
        documents=frozenset(raw.get("documents") or ()),
        evidence=(*(raw.get("evidence") or ()), *(raw.get("evidence_en") or ())),
        short=tuple(raw.get("short") or ()),
        not_short=tuple(raw.get("not_short") or ()),
        items=_items(raw),
        optional=tuple(raw.get("items_optional") or ()),
    )


def _items(raw: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Each item in the languages that it is written in."""
    own, english = raw.get("items") or [], raw.get("items_en") or []
    if len(own) != len(english):
        return tuple((item,) for item in own)
    return tuple(zip(own, english, strict=True))


def _outcome(assistant: Answering, golden: Golden, text: Text) -> Outcome:
    answer = assistant.ask(golden.question, golden.history)
    answered = answer.status is not Status.NOT_FOUND
    missing, wrong = _compare(golden, answer)
    return Outcome(
        golden=golden,
        answer=answer,
        right=_fits(golden, answer) and (not answered or _right(golden, answer)),
        first_right=_first_right(golden, answer) if answered and golden.evidence else None,
        proven=all(_proven(citation, text) for citation in (*answer.citations, *answer.related)),
        missing_items=missing,
        wrong_items=wrong,
    )


def _fits(golden: Golden, answer: Answer) -> bool:
    """Whether the status is right: what is unsure may answer, and claims nothing."""
    return answer.status is Status.UNSURE or answer.status in golden.statuses


def _proven(citation: Any, text: Text) -> bool:
    stored = text(citation.document.id)
    return stored is not None and stored[citation.start : citation.end] == citation.quote


def _right(golden: Golden, answer: Answer) -> bool:
    """Whether a quote has the evidence, and the short answer, if there is one, is right."""
    if answer.short is not None and _any(answer.short, golden.not_short):
        return False
    if answer.short is not None and golden.short and not _any(answer.short, golden.short):
        return False
    quotes = (citation.quote for citation in answer.citations)
    return not golden.evidence or any(_has(quote, golden.evidence) for quote in quotes)


def _first_right(golden: Golden, answer: Answer) -> bool:
    first = answer.citations[0]
    family = {first.document.id, first.document.translation_of}
    snippets = (*golden.evidence, *(name for item in golden.items for name in item))
    return bool(family & golden.documents) and _has(first.quote, snippets)


def _has(quote: str, snippets: Iterable[str]) -> bool:
    plain = " ".join(quote.split())
    return any(" ".join(snippet.split()) in plain for snippet in snippets)


def _any(short: str, accepted: Iterable[str]) -> bool:
    """Whether ``short`` is one of ``accepted``, more or less of the words around it aside."""
    mine = _padded(short)
    return any(mine in _padded(other) or _padded(other) in mine for other in accepted)


def _padded(text: str) -> str:
    return f" {' '.join(folded_words(text))} "


def _compare(golden: Golden, answer: Answer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The items that are missing from the answer, and its items that do not belong there."""
    if golden.kind is not Kind.LIST or not golden.items:
        return (), ()
    shown = [item.name for item in answer.items]
    missing = tuple(names[0] for names in golden.items if not any(_any(s, names) for s in shown))
    known = [*(name for names in golden.items for name in names), *golden.optional]
    return missing, tuple(name for name in shown if not _any(name, known))


def rates_of(outcomes: Sequence[Outcome]) -> Rates:
    """The figures of ``outcomes``."""
    sure = [one for one in outcomes if len(one.golden.statuses) == 1]
    answerable = [one for one in sure if Status.ANSWERED in one.golden.statuses]
    facts = [one for one in answerable if one.golden.kind in (Kind.FACT, Kind.OVERVIEW)]
    lists = [one for one in answerable if one.golden.kind is Kind.LIST]
    none = [one for one in sure if Status.NOT_FOUND in one.golden.statuses]
    wanted = sum(len(one.golden.items) for one in lists)
    shown = sum(len(one.answer.items) for one in lists)
    return Rates(
        questions=len(outcomes),
        facts=_rate([one.right for one in facts]),
        first=_rate([bool(one.first_right) for one in facts]),
        refused=_rate([one.answer.status is not Status.ANSWERED for one in none]),
        wrongly_refused=_rate([one.answer.status is Status.NOT_FOUND for one in answerable]),
        proven=_rate([one.proven for one in outcomes]),
        complete=1 - sum(len(one.missing_items) for one in lists) / wanted if wanted else None,
        wrong_items=sum(len(one.wrong_items) for one in lists) / shown if shown else None,
    )


def _rate(flags: Sequence[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None


def golden_set(folder: Path, docs: Path) -> QuestionSet:
    """The golden questions of ``folder`` about the documents in ``docs``, as a set like others."""
    return QuestionSet(folder.name, docs, tuple(map(_as_set_question, read_golden(folder))))


def _as_set_question(golden: Golden) -> SetQuestion:
    refused = Status.NOT_FOUND in golden.statuses
    need = golden.items if golden.items else (golden.evidence,) if golden.evidence else ()
    earlier = [turn.content for turn in golden.history if turn.role == "user"]
    return SetQuestion(
        id=golden.id,
        task=Task.REFUSE if refused else Task(golden.kind.value),
        language=golden.language,
        question=golden.question,
        before=earlier[-1] if earlier else None,
        documents=tuple(sorted(golden.documents)),
        need=() if refused else need,
        minimum=len(need),
        forbid=golden.not_short,
        evidence=() if refused else golden.evidence,
    )
