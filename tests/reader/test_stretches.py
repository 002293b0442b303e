"""Stretches: long enough to be understood alone, short enough to be read, none shown twice."""

import numpy as np

from assistant.reader.sentences import sentence_spans
from assistant.reader.stretches import quoted, stretches_of


def _stretches(texts: list[str], scores: list[float], many: int = 3) -> list[str]:
    spans = [sentence_spans(text, "en") for text in texts]
    assert sum(map(len, spans)) == len(scores)
    found = stretches_of(np.array(scores, np.float32), texts, spans, many)
    return [
        texts[one.passage][slice(*quoted(texts[one.passage], spans[one.passage], one))]
        for one in found
    ]


def test_a_short_sentence_comes_with_its_neighbours() -> None:
    assert _stretches(["It opened late. It was 1999. Many came."], [0, 5, 1]) == [
        "It opened late. It was 1999. Many came."
    ]


def test_a_stretch_has_three_sentences_at_most_and_the_likelier_neighbour_first() -> None:
    text = "One was here. Two was here. Three was here. Four was here. Five was here."
    assert _stretches([text], [0, 0, 5, 4, 3], 1) == [
        "Three was here. Four was here. Five was here."
    ]


def test_a_long_sentence_stands_alone() -> None:
    long = "The report " + "says much about many things " * 12 + "today."
    assert _stretches([f"{long} It is short."], [5, 0], 1) == [long]


def test_an_entry_of_a_list_stands_alone_without_its_marker() -> None:
    entry = "the members of the board are elected by the assembly for two years each"
    assert _stretches([f"- {entry}\n- something else that is said of others"], [5, 0], 1) == [entry]


def test_no_sentence_is_shown_twice() -> None:
    text = "One was here. Two was here. Three was here. Four was here."
    shown = _stretches([text, "Another passage."], [3, 4, 3, 2, 1])
    assert len(shown) == len(set(shown)) == 3
    assert shown[0] == "One was here. Two was here. Three was here."


def test_shares_add_up_to_one() -> None:
    texts = ["One was here. Two was here.", "Another."]
    spans = [sentence_spans(text, "en") for text in texts]
    found = stretches_of(np.array([3, 2, 1], np.float32), texts, spans, 5)
    assert abs(sum(one.share for one in found) - 1) < 1e-6
