"""The whole way from a question to an answer, an unsure answer or a refusal."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Kind, Status
from assistant.assistant import Assistant
from assistant.question.answer_type import AnswerType
from index.language import LANGUAGES, PROMPTS
from tests.assistant.library import document, library
from tests.trained import letter_trained

PAGES = (
    document(
        "komf",
        "# KOMF",
        "KOMF u themelua në qershor 2011.",
        "KOMF ka tri organizata anëtare:",
        "- ASTRA",
        "- VoRAE",
        "- Save the Children",
    ),
    document("moti", "Në det fryn erë e fortë.", date="2023-05-01"),
)


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return Assistant(library(tmp_path, *PAGES), letter_trained(), "info@example.org")


def test_what_is_sure_is_answered_with_the_words_that_say_it(assistant: Assistant) -> None:
    answer = assistant.ask("themelua KOMF qershor 2011")
    assert (answer.status, answer.kind) == (Status.ANSWERED, Kind.FACT)
    assert "KOMF u themelua në qershor 2011." in answer.citations[0].quote
    assert "[1]" in answer.text


def test_a_headline_is_a_value_of_the_type_asked_for_within_the_first_quote(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("themelua KOMF qershor 2011")
    assert answer.short == "qershor 2011"
    assert answer.short in answer.citations[0].quote


def test_no_headline_where_none_is_of_the_type_asked_for(tmp_path: Path) -> None:
    served = library(tmp_path, *PAGES)
    answer = Assistant(served, letter_trained(AnswerType.MONEY)).ask("themelua KOMF qershor 2011")
    assert answer.status is Status.ANSWERED
    assert answer.short is None


def test_what_may_answer_is_shown_as_no_more_and_without_a_headline(tmp_path: Path) -> None:
    trained = letter_trained()
    unsure = replace(trained, calibration=replace(trained.calibration, sure=1.1, near=0.0))
    assistant = Assistant(library(tmp_path, *PAGES), unsure)
    answer = assistant.ask("themelua KOMF qershor 2011", language="sq")
    assert answer.status is Status.UNSURE
    assert 1 <= len(answer.citations) <= 3
    assert answer.short is None
    assert answer.text.startswith("Nuk jam i sigurt")


def test_a_list_is_answered_whole(assistant: Assistant) -> None:
    answer = assistant.ask("Cilat janë organizatat anëtare të KOMF?")
    assert [item.name for item in answer.items] == ["ASTRA", "VoRAE", "Save the Children"]
    assert answer.checked is not None
    assert answer.checked.items == 3


def test_where_nothing_comes_near_only_names_that_stand_nowhere_are_named(
    assistant: Assistant,
) -> None:
    answer = assistant.ask("Who pays Bluewater and ASTRA wages yearly?", language="en")
    assert (answer.status, answer.kind) == (Status.NOT_FOUND, Kind.REFUSAL)
    assert not answer.citations
    assert "Not mentioned anywhere: Bluewater." in answer.text
    assert "info@example.org" in answer.text
    assert 1 <= len(answer.related) <= 3


@pytest.mark.parametrize("said", [AnswerType.SMALL_TALK, AnswerType.INSTRUCTION])
def test_what_asks_nothing_of_the_documents_cites_nothing(tmp_path: Path, said: AnswerType) -> None:
    answer = Assistant(library(tmp_path, *PAGES), letter_trained(said)).ask("Përshëndetje!")
    assert (answer.status, answer.citations, answer.related) == (Status.NOT_FOUND, (), ())


@pytest.mark.parametrize("text", ["?", "…", "të", "🙂", "a" * 900, "\u200f١٢٣", "[1] {{ 7*7 }}"])
def test_any_text_gets_an_answer(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text)
    assert answer.text
    assert "49" not in answer.text


def test_an_explanation_gives_what_the_probability_was_made_of(assistant: Assistant) -> None:
    told = assistant.explain("themelua KOMF qershor 2011")
    assert told.type == "date"
    assert told.reason == "evidence"
    assert told.features["here_met"] > 0.9
    assert told.probability > 0.95
    assert told.candidates[0].document == "komf"


def test_a_text_and_its_translation_are_quoted_once(tmp_path: Path) -> None:
    served = library(
        tmp_path,
        document("sq", "KOMF u themelua në qershor 2011."),
        document("en", "KOMF u themelua në qershor 2011 (translated).", translation_of="sq"),
    )
    answer = Assistant(served, letter_trained()).ask("themelua KOMF qershor 2011")
    assert len(answer.citations) == 1


def test_every_language_has_every_template() -> None:
    names = {
        language: {file.name for file in (PROMPTS / language / "answers").iterdir()}
        for language in LANGUAGES
    }
    assert names["sq"] == names["en"] == names["sr"]
