"""Questions read: language, the clause that asks, and the words that say something."""

import pytest

from assistant.question.question import understand


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kur u themelua KOMF?", "sq"),
        ("sa anetare ka bktf", "sq"),
        ("When was KOMF founded?", "en"),
        ("Koliko članica ima KOMF?", "sr"),
        ("Када је основан КОМФ?", "sr"),
        ("Ko finansira „Largimi nga Kujdesi“?", "sr"),
    ],
)
def test_the_small_words_tell_the_language(text: str, language: str) -> None:
    assert understand(text).language == language


def test_words_stand_in_the_text_that_is_searched() -> None:
    question = understand("Када је основан КОМФ?")
    assert question.text == "Kada je osnovan KOMF?"
    for word in question.words:
        assert question.text[word.start : word.end] == word.text


def test_case_endings_behind_a_dash_are_no_words() -> None:
    assert [word.text for word in understand("Sa anëtarë ka BKTF-ja?").words] == ["anëtarë", "BKTF"]


def test_markup_is_only_text() -> None:
    question = understand("<b>how many</b> members does <script>alert(1)</script> BKTF have?")
    assert [word.folded for word in question.words] == ["members", "bktf"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Could you tell me when was KOMF founded?", ["KOMF", "founded"]),
        ("Jam gazetar. Kur u themelua BKTF?", ["themelua", "BKTF"]),
        ("Spremam prezentaciju, ko je osnovao KOMF?", ["osnovao", "KOMF"]),
        (
            "I live in Pogradec. Do members of BKTF work here?",
            ["Pogradec", "members", "BKTF", "work"],
        ),
        ("Is KOMF open or closed to members?", ["KOMF", "open", "closed", "members"]),
        ("I'm new, what is KOMF?", ["KOMF"]),
    ],
)
def test_only_the_clause_that_asks_is_asked(text: str, words: list[str]) -> None:
    assert [word.text for word in understand(text).words] == words


def test_what_comes_before_a_question_without_content_is_kept() -> None:
    question = understand("Më duhet numri i telefonit të BKTF-së, cili është?")
    assert "BKTF" in [word.text for word in question.words]


@pytest.mark.parametrize("text", ["Phase III of KOMF", "the 3 centres of KOMF"])
def test_figures_are_numerals(text: str) -> None:
    assert any(word.numeral for word in understand(text).words)
