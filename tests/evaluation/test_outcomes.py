"""What counts as right: shown within three quotes, no false headline, lists whole."""

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, Item, Kind, Status
from assistant.evaluation.outcomes import asks_value, judge, rates_of
from assistant.evaluation.sets import SetQuestion, Task
from index.catalog import DocumentInfo

DOCUMENT = DocumentInfo(id="a", title="A", language="sq", path="a.md")
QUESTION = SetQuestion(
    id="1", task=Task.FACT, language="en", question="When?", before=None, documents=(),
    need=(("qershor 2011", "June 2011"),), minimum=1, forbid=("mars 2012",), evidence=(),
)  # fmt: skip
LIST = replace(QUESTION, task=Task.LIST, need=(("Alfa",), ("Beta",)), minimum=2, forbid=("Gama",))
UNANSWERABLE = replace(QUESTION, task=Task.REFUSE, need=(), minimum=0, forbid=())


def _answer(
    *quotes: str, status: Status = Status.ANSWERED, short: str | None = None, text: str = ""
) -> Answer:
    citations = tuple(
        Citation(n, DOCUMENT, "", None, quote, 0, len(quote), "")
        for n, quote in enumerate(quotes, 1)
    )
    return Answer(status, Kind.FACT, "en", text, short=short, citations=citations)


def test_what_is_needed_counts_whatever_its_case_and_accents() -> None:
    outcome = judge(QUESTION, _answer("U THEMELUA NE QERSHOR  2011"), 1.0)
    assert (outcome.right, outcome.first_right) == (True, True)


def test_what_stands_in_the_second_quote_is_right_but_not_first() -> None:
    outcome = judge(QUESTION, _answer("Tjetër.", "In June 2011."), 1.0)
    assert (outcome.right, outcome.first_right) == (True, False)


def test_what_stands_in_the_fourth_quote_is_not_seen() -> None:
    assert not judge(QUESTION, _answer("a", "b", "c", "June 2011"), 1.0).right


@pytest.mark.parametrize(
    ("short", "right"), [("June 2011", True), ("2011", True), ("mars 2012", False), ("2013", False)]
)
def test_a_headline_is_judged_by_what_is_needed_and_forbidden(short: str, right: bool) -> None:
    outcome = judge(QUESTION, _answer("June 2011, mars 2012, 2013", short=short), 1.0)
    assert outcome.short_right is right


def test_a_false_headline_over_a_right_quote_is_wrong() -> None:
    assert not judge(QUESTION, _answer("June 2011, mars 2012", short="mars 2012"), 1.0).right


def test_a_list_is_whole_with_all_items_and_none_that_is_forbidden() -> None:
    whole = replace(_answer(), items=(Item("Alfa", "", ()), Item("Beta", "", ())))
    assert judge(LIST, whole, 1.0).right
    assert not judge(LIST, replace(whole, items=whole.items[:1]), 1.0).right
    more = replace(whole, items=(*whole.items, Item("Gama", "", ())))
    outcome = judge(LIST, more, 1.0)
    assert (outcome.right, outcome.wrong_items) == (False, 1)


def test_unsure_is_neither_refused_nor_answered() -> None:
    unsure = _answer("x", status=Status.UNSURE)
    rates = rates_of([judge(QUESTION, unsure, 1.0), judge(UNANSWERABLE, unsure, 1.0)])
    assert (rates.wrongly_refused, rates.refused, rates.unsure) == (0.0, 1.0, 1.0)


def test_an_unanswerable_question_that_is_answered_is_wrong() -> None:
    assert not judge(UNANSWERABLE, _answer("x"), 1.0).right


def test_only_short_answers_with_digits_ask_for_a_value() -> None:
    assert asks_value(QUESTION)
    assert not asks_value(replace(QUESTION, need=(("the board",),)))
