"""The whole way from a question to an answer or a refusal."""

from pathlib import Path

import pytest

from assistant.answer import Kind, Status
from assistant.assistant import Assistant
from assistant.echo import only_echoes
from assistant.question.lexicon import LANGUAGES, PROMPTS
from assistant.question.question import understand
from tests.assistant.library import document, library


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    served = library(
        tmp_path,
        document(
            "komf",
            "# KOMF",
            "KOMF u themelua në qershor 2011.",
            "KOMF ka tri organizata anëtare:",
            "- ASTRA",
            "- VoRAE",
            "- Save the Children",
        ),
        document("moti", "Në det fryn erë e fortë."),
    )
    return Assistant(served, "info@example.org")


def test_a_date_is_answered_with_the_words_that_give_it(assistant: Assistant) -> None:
    answer = assistant.ask("Kur u themelua KOMF?")
    assert (answer.status, answer.kind) == (Status.ANSWERED, Kind.FACT)
    assert answer.short == "qershor 2011"
    assert answer.citations[0].quote == "KOMF u themelua në qershor 2011."
    assert "[1]" in answer.text


def test_a_list_is_answered_whole(assistant: Assistant) -> None:
    answer = assistant.ask("Cilat janë organizatat anëtare të KOMF?")
    assert [item.name for item in answer.items] == ["ASTRA", "VoRAE", "Save the Children"]
    assert answer.checked is not None
    assert answer.checked.items == 3


def test_what_is_not_there_is_refused(assistant: Assistant) -> None:
    answer = assistant.ask("Sa është buxheti i KOMF?")
    assert (answer.status, answer.kind) == (Status.NOT_FOUND, Kind.REFUSAL)
    assert not answer.citations
    assert "buxheti" in answer.text
    assert "info@example.org" in answer.text
    assert 1 <= len(answer.related) <= 3


@pytest.mark.parametrize("text", ["Përshëndetje!", "thanks, you are great!", "Zdravo, ko si ti?"])
def test_small_talk_cites_nothing(assistant: Assistant, text: str) -> None:
    answer = assistant.ask(text)
    assert (answer.status, answer.citations, answer.related) == (Status.NOT_FOUND, (), ())


@pytest.mark.parametrize("text", ["?", "…", "të", "🙂", "a" * 900, "\u200f١٢٣", "[1] {{ 7*7 }}"])
def test_any_text_gets_an_answer(assistant: Assistant, text: str) -> None:
    assert assistant.ask(text).text


def test_an_explanation_names_what_decided(assistant: Assistant) -> None:
    explanation = assistant.explain("Sa është buxheti i KOMF?")
    assert explanation.reason == "value"
    assert [word.word for word in explanation.words] == ["buxheti", "KOMF"]
    assert explanation.candidates


def test_documents_that_disagree_both_stand_newest_first(tmp_path: Path) -> None:
    served = library(
        tmp_path,
        document("e-vjeter", "KOMF ka 22 organizata.", date="2019-03-01"),
        document("e-re", "KOMF ka 24 organizata.", date="2023-05-01"),
    )
    answer = Assistant(served).ask("Sa organizata ka KOMF?", language="sq")
    quotes = [one.quote for one in answer.citations]
    assert quotes == ["KOMF ka 24 organizata.", "KOMF ka 22 organizata."]
    assert "nuk pajtohen" in answer.text
    assert "sipas dokumentit të datës 2023-05-01" in answer.text


def test_a_deputy_is_not_the_minister(tmp_path: Path) -> None:
    said = "Zv/ministri i Punës z. Arben Kola mori pjesë në takim."
    assistant = Assistant(library(tmp_path, document("takimi", said)))
    assert assistant.ask("Kush është ministri i Punës?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["SA ORGANIZATA KA KOMF", "sa organizaat jane anetare te KOMF"]
)
def test_shouting_and_typing_errors_are_understood(assistant: Assistant, question: str) -> None:
    assert assistant.ask(question).status is Status.ANSWERED


def test_every_language_has_every_template() -> None:
    names = {
        language: {file.name for file in (PROMPTS / language / "answers").iterdir()}
        for language in LANGUAGES
    }
    assert names["sq"] == names["en"] == names["sr"]


def test_what_holds_of_one_phase_is_not_said_of_another(tmp_path: Path) -> None:
    said = "Projekti “Rrjeti – Faza III” financohet nga Medicor."
    assistant = Assistant(library(tmp_path, document("rrjeti", said)))
    assert assistant.ask("Kush e financon projektin Rrjeti, Faza III?").status is Status.ANSWERED
    assert assistant.ask("Kush e financon projektin Rrjeti, Faza II?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "echoes"),
    [("Komiteti Drejtues", True), ("në komitetin drejtues", True), ("Komiteti: Ana Kola", False)],
)
def test_a_text_that_only_repeats_the_question_says_nothing(text: str, echoes: bool) -> None:
    question = understand("Kush është në Komitetin Drejtues të BKTF?")
    assert only_echoes(question, text, "sq") is echoes


def test_the_names_of_members_say_nothing_of_donors(tmp_path: Path) -> None:
    lines = ("KOMF ka dy organizata anëtare:", "- Fondi për Fëmijët", "- Donatorët e Rinj")
    assistant = Assistant(library(tmp_path, document("komf", "# KOMF", *lines)))
    answer = assistant.ask("Cilët janë donatorët e KOMF?")
    assert not {one.quote for one in answer.citations} & {"Fondi për Fëmijët", "Donatorët e Rinj"}
    assert assistant.ask("Cilët janë anëtarët e KOMF?").status is Status.ANSWERED


@pytest.mark.parametrize(
    "text", ["Kolika je članarina u KOMF-u?", "Sa euro paguajnë anëtarët e KOMF?"]
)
def test_a_fee_is_no_list_of_members(assistant: Assistant, text: str) -> None:
    assert assistant.ask(text).status is Status.NOT_FOUND
