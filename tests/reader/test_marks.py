"""Marks: tokens whose words begin alike, or mean the same in the glossary."""

import numpy as np

from assistant.reader.marks import Marks, marks_of, same_letters, same_meaning

CONCEPTS = {("zakon", "sr"): frozenset({3}), ("law", "en"): frozenset({3, 5})}


def _marks(text: str, language: str) -> Marks:
    starts = [text.index(word) for word in text.split()]
    spans = np.array([(at, at + len(word)) for at, word in zip(starts, text.split(), strict=True)])
    return marks_of(text, spans.astype(np.int32), language, _meanings)


def _meanings(word: str, language: str) -> frozenset[int]:
    return CONCEPTS.get((word, language), frozenset())


def test_forms_of_one_word_are_the_same_letters_whatever_their_script() -> None:
    text, question = _marks("Основали су удружење", "sr"), _marks("osnovano udruzenja", "sr")
    assert same_letters(text, question).tolist() == [[1, 0], [0, 0], [0, 1]]


def test_a_word_of_two_letters_is_the_same_as_none() -> None:
    assert not same_letters(_marks("je je", "sr"), _marks("je", "sr")).any()


def test_numbers_are_the_same_only_as_they_are() -> None:
    assert same_letters(_marks("201 2011", "en"), _marks("2011", "en")).tolist() == [[0], [1]]


def test_words_of_one_concept_mean_the_same_across_languages() -> None:
    met = same_meaning(_marks("zakon i red", "sr"), _marks("the law", "en"))
    assert met.tolist() == [[0, 1], [0, 0], [0, 0]]


def test_every_token_of_a_word_is_marked() -> None:
    marks = marks_of("zakon", np.array([(0, 3), (3, 5)], np.int32), "sr", _meanings)
    assert marks.keys[0] == marks.keys[1] != 0
    assert marks.meanings[3].tolist() == [0, 1]
