"""What tells whether a question is answered: what of it is met, and where."""

import numpy as np
import pytest

from assistant.question.answer_type import AnswerType
from assistant.reader.answerability import FEATURES, answerability
from assistant.reader.inputs import AskedTokens, Inputs, PassageTokens, inputs_of
from assistant.reader.marks import Marks
from assistant.reader.network import Scores

WORDS = {"founded": 1, "komf": 2, "bktf": 3, "budget": 4}


def _vectors(words: list[str]) -> np.ndarray:
    return np.eye(8, dtype=np.float32)[[WORDS[word] for word in words]]


def _passage(words: list[str], above: list[str], document: str, score: float) -> PassageTokens:
    every = [*above, *words]
    marks = Marks(np.array([WORDS[word] for word in every]), {})
    rows = np.array([-1] * len(above) + [0] * len(words), np.int32)
    return PassageTokens(
        _vectors(every), marks, rows, np.zeros((1, 8), np.float32), document, score
    )


def _inputs(*asked: str, names: int = 0) -> Inputs:
    passages = [
        _passage(["founded"], ["komf"], "a", 1.2),
        _passage(["budget"], ["bktf"], "b", 1.1),
    ]
    traits = np.zeros((len(asked), 3), np.float32)
    traits[:names, 0], traits[:, 2] = 1, 1
    marks = Marks(np.array([WORDS[word] for word in asked]), {})
    return inputs_of(AskedTokens(_vectors(list(asked)), marks, traits), passages)


def _features(inputs: Inputs, first: float = 3.0) -> dict[str, float]:
    scores = Scores(np.array([first, 0.0], np.float32), 1.0, np.zeros((1, 2), np.float32))
    return answerability(inputs, scores, {AnswerType.YES_NO: 0.7}, value=0.5, foreign=False)


def test_every_feature_has_a_weight() -> None:
    assert tuple(sorted(_features(_inputs("founded")))) == tuple(sorted(FEATURES))


def test_what_stands_in_the_heading_is_met_in_the_passage_and_not_in_the_sentence() -> None:
    found = _features(_inputs("komf", "founded"))
    assert found["here_met"] == pytest.approx(0.5, abs=0.01)
    assert found["passage_met"] == pytest.approx(1.0)


def test_a_name_that_stands_only_elsewhere_is_not_met_here() -> None:
    found = _features(_inputs("bktf", "founded", names=1))
    assert (found["passage_names"], found["all_names"]) == (0.0, 1.0)


def test_a_question_without_names_lacks_none() -> None:
    assert _features(_inputs("founded"))["passage_names"] == 1.0


def test_the_margin_grows_with_the_best_score() -> None:
    low, high = (_features(_inputs("founded"), first) for first in (1.0, 5.0))
    assert high["margin"] > low["margin"]
    assert high["ahead"] == pytest.approx(5.0)
