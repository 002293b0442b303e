"""Answers given before."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.answer import Turn
from assistant.explanation import Explanation
from assistant.recall import Recalling
from index.library import Library
from tests.api.canned import Canned
from tests.assistant.library import document, library


class Slow(Canned):
    """Works a while on its answer."""

    def explain(
        self, question: str, history: Sequence[Turn] = (), language: str | None = None
    ) -> Explanation:
        """The canned answer, late."""
        threading.Event().wait(0.05)
        return super().explain(question, tuple(history), language)


@pytest.fixture
def served(tmp_path: Path) -> Library:
    return library(tmp_path, document("komf", "KOMF u themelua."))


def test_a_question_is_worked_out_once_however_many_ask_at_once(served: Library) -> None:
    slow = Slow()
    recalling = Recalling(served, slow)
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(recalling.explain, ["Kur?"] * 20))
    assert [told.answer for told in answers] == [slow.answer] * 20
    assert len(slow.asked) == 1


def test_another_history_or_language_is_another_question(served: Library) -> None:
    canned = Canned()
    recalling = Recalling(served, canned)
    recalling.explain("Kur?")
    recalling.explain("Kur?", (Turn("user", "KOMF?"),))
    recalling.explain("Kur?", (), "en")
    recalling.explain("Kur?")
    assert len(canned.asked) == 3


def test_new_documents_are_asked_anew(served: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    canned = Canned()
    recalling = Recalling(served, canned)
    recalling.explain("Kur?")
    monkeypatch.setattr(served, "_snapshot", object())
    recalling.explain("Kur?")
    assert len(canned.asked) == 2


def test_a_choice_is_handed_on_and_not_remembered(served: Library) -> None:
    canned = Canned()
    recalling = Recalling(served, canned)
    told = recalling.explain("Kur?")
    assert recalling.choose(told, (2,)) == recalling.choose(told, (2,)) == told
    assert canned.chosen == [(2,), (2,)]


def test_a_failure_is_not_remembered(served: Library) -> None:
    canned = Canned(failure=RuntimeError("broken"))
    recalling = Recalling(served, canned)
    with pytest.raises(RuntimeError):
        recalling.explain("Kur?")
    canned.failure = None
    assert recalling.explain("Kur?").answer == canned.answer
