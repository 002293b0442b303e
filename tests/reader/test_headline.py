"""Headlines: the value that an answer begins and ends with, and none where no value is there."""

import numpy as np
import pytest

from assistant.question.answer_type import AnswerType
from assistant.reader.headline import (
    Headline,
    headline,
    headline_features,
    headline_probability,
    rows_of,
)
from assistant.reader.inputs import PassageTokens
from assistant.reader.marks import Marks
from assistant.reader.pages import Page
from assistant.reader.values import ValueFinder
from index.catalog import DocumentInfo, StoredPassage
from index.passages import Passage
from index.search import Hit

TEXT = "It helped 22 children and 1.204 girls in 2019."
FINDER = ValueFinder()


def _page(text: str) -> Page:
    words = text.split()
    starts = np.cumsum([0, *(len(word) + 1 for word in words[:-1])])
    spans = np.array(
        [(at, at + len(word)) for at, word in zip(starts, words, strict=True)], np.int32
    )
    nothing = np.zeros(len(words), np.int64)
    tokens = PassageTokens(
        np.zeros((len(words), 2), np.float32), Marks(nothing, {}),
        np.zeros(len(words), np.int32), np.zeros((1, 8), np.float32), "a", 1.0,
    )  # fmt: skip
    stored = StoredPassage(0, "a-0", "a", "", Passage(text, 0, len(text)))
    return Page(
        Hit(stored, DocumentInfo("a", "A", "en", "a.md"), 1.0), ((0, len(text)),), tokens, spans
    )


def _headline(pointed: str, wanted: AnswerType = AnswerType.NUMBER) -> Headline | None:
    """The headline where the network points at the word ``pointed``."""
    page = _page(TEXT)
    edges = np.zeros((len(TEXT.split()), 2), np.float32)
    edges[TEXT.split().index(pointed)] = 5.0
    return headline(page, (0, len(TEXT)), edges, wanted, FINDER)


@pytest.mark.parametrize("pointed", ["22", "1.204"])
def test_of_several_numbers_the_one_that_was_asked_for_is_taken(pointed: str) -> None:
    found = _headline(pointed)
    assert found is not None
    assert found.text == pointed == TEXT[found.start : found.end]


def test_a_value_of_another_type_is_none_however_much_it_is_pointed_at() -> None:
    found = _headline("22", AnswerType.DATE)
    assert found is not None
    assert found.text == "2019"
    assert _headline("22", AnswerType.MONEY) is None


def test_a_value_far_ahead_is_surer_than_one_of_two_alike() -> None:
    page = _page(TEXT)
    level = headline(page, (0, len(TEXT)), np.zeros((9, 2), np.float32), AnswerType.NUMBER, FINDER)
    clear = _headline("22")
    assert level is not None
    assert clear is not None
    assert clear.features["ahead"] > level.features["ahead"] == 0
    reading = {"here_met": 1.0, "passage_names": 1.0, "top": 0.0}
    weights = {"ahead": 1.0, "answers": 1.0}
    sure = [
        headline_probability(headline_features(one, reading, 0.9, 1.0, 1.0), weights, -2.0)
        for one in (clear, level)
    ]
    assert sure[0] > 0.9 > sure[1]


def test_rows_of_a_page_stand_behind_those_before_it_and_their_gaps() -> None:
    pages = [_page("one two"), _page("three")]
    assert rows_of(1, pages, 4) == slice(6, 7)
