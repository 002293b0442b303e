"""Sentences of three languages, dates and lists."""

import pytest

from assistant.reader.sentences import is_entry, sentence_spans, without_marker


@pytest.mark.parametrize(
    ("text", "language", "sentences"),
    [
        (
            "Основано је 2024. године. Има 5 чланова.",
            "sr",
            ["Основано је 2024. године.", "Има 5 чланова."],
        ),
        ("Biće 15. 3. 2024. u Nišu.", "sr", ["Biće 15. 3. 2024. u Nišu."]),
        ("U themelua në Pejë. Ka tri zyra.", "sq", ["U themelua në Pejë.", "Ka tri zyra."]),
        (
            "It works with e.g. schools. It is open.",
            "en",
            ["It works with e.g. schools.", "It is open."],
        ),
        ("- one\n- two", "en", ["- one", "- two"]),
    ],
)
def test_sentences_end_where_they_end(text: str, language: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in sentence_spans(text, language)] == sentences


def test_the_marker_of_an_entry_is_not_part_of_it() -> None:
    assert without_marker("- one", (0, 5)) == (2, 5)
    assert is_entry("1. one", (0, 6))
    assert not is_entry("one - two", (0, 9))
