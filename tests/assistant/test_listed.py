"""Lists: where one is asked for, the whole list that the evidence stands in is shown."""

from pathlib import Path

from assistant.answer import Kind
from assistant.assistant import Assistant
from assistant.question.answer_type import AnswerType
from tests.assistant.library import document, library
from tests.trained import always_sure, letter_trained

PAGE = document(
    "rivers",
    "# Rivers",
    "The measured waters of the survey:",
    "- Bistrica, 41 km long",
    "- Drini, 285 km long",
    "- Osumi, 161 km long",
    "# Boats",
    "Boats may be borrowed on Sundays.",
    language="en",
)


def _assistant(folder: Path, wanted: AnswerType) -> Assistant:
    return Assistant(library(folder, PAGE), always_sure(letter_trained(wanted)))


def test_the_list_that_the_evidence_introduces_is_shown_whole_with_each_entry_cited(
    tmp_path: Path,
) -> None:
    answer = _assistant(tmp_path, AnswerType.LIST).ask("measured waters survey", language="en")
    assert answer.kind is Kind.LIST
    assert [item.name for item in answer.items] == ["Bistrica", "Drini", "Osumi"]
    quotes = {one.number: one.quote for one in answer.citations}
    assert all(item.name in quotes[item.citations[0]] for item in answer.items)
    assert answer.checked is not None
    assert answer.checked.items == 3


def test_where_no_list_is_asked_for_none_is_shown(tmp_path: Path) -> None:
    answer = _assistant(tmp_path, AnswerType.REASON).ask("measured waters survey", language="en")
    assert not answer.items


def test_evidence_outside_a_list_shows_none(tmp_path: Path) -> None:
    answer = _assistant(tmp_path, AnswerType.LIST).ask("boats borrowed Sundays", language="en")
    assert not answer.items
