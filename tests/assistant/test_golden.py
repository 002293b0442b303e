"""The golden questions: floors, a little below what is reached, that no change may break."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.evaluation.golden import Evaluation, evaluate_answers
from assistant.reader.trained import read_trained
from index.library import Library
from tests.trained import SHIPPED

GOLDEN = Path(__file__).parent.parent / "golden"


@pytest.fixture(scope="module")
def evaluation(real_library: Library) -> Evaluation:
    snapshot = real_library.snapshot()

    def text(document_id: str) -> str | None:
        stored = snapshot.document(document_id)
        return stored.content.text if stored else None

    return evaluate_answers(Assistant(real_library, read_trained(SHIPPED)), GOLDEN, text)


def test_every_quote_is_proven(evaluation: Evaluation) -> None:
    assert evaluation.rates["all"].proven == 1.0


@pytest.mark.parametrize(
    ("measure", "floor"), [("facts", 0.95), ("first", 0.91), ("refused", 0.89), ("complete", 0.93)]
)
def test_at_least(evaluation: Evaluation, measure: str, floor: float) -> None:
    assert getattr(evaluation.rates["all"], measure) >= floor


@pytest.mark.parametrize(("measure", "ceiling"), [("wrongly_refused", 0.02), ("wrong_items", 0.01)])
def test_at_most(evaluation: Evaluation, measure: str, ceiling: float) -> None:
    assert getattr(evaluation.rates["all"], measure) <= ceiling


@pytest.mark.parametrize("language", ["sq", "en", "sr"])
def test_no_language_is_left_behind(evaluation: Evaluation, language: str) -> None:
    rates = evaluation.rates[language]
    assert rates.facts is not None
    assert rates.facts >= 0.90
