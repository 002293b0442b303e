"""Unanswered questions are kept only on demand, without who asked, and not for long."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import structlog
from fastapi.testclient import TestClient

from assistant.api.app import create_app
from assistant.assistant import Assistant
from assistant.composition import remembering
from assistant.question.answer_type import AnswerType
from assistant.question_log import FILE, QuestionLog, Remembering
from assistant.settings import Settings
from index.library import Library
from tests.api.canned import Canned, answer_from
from tests.api.conftest import library
from tests.trained import letter_trained

__all__ = ["library"]
CANARY = "zxqvkanarina"


def everything_in(folder: Path) -> bytes:
    """The content of all files below ``folder``."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_nothing_is_kept_unless_it_is_asked_for(library: Library, tmp_path: Path) -> None:
    settings = Settings(store=tmp_path, question_log=False)
    with remembering(settings, Canned()) as assistant:
        client = TestClient(create_app(library, assistant, log=structlog.get_logger()))
        client.post("/api/ask", json={"question": CANARY})
        client.get("/", params={"question": CANARY})
    assert CANARY.encode() not in everything_in(tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_unanswered_question_is_kept_with_its_language_and_day_alone(
    library: Library, tmp_path: Path
) -> None:
    settings = Settings(store=tmp_path, question_log=True)
    with remembering(settings, Canned()) as assistant:
        client = TestClient(
            create_app(library, assistant, log=structlog.get_logger()), client=("192.0.2.77", 1)
        )
        client.get("/")
        client.post("/api/ask", json={"question": CANARY, "language": "en"})
    (line,) = (tmp_path / FILE).read_text("utf-8").splitlines()
    kept = json.loads(line)
    assert kept == {"day": kept["day"], "language": "en", "question": CANARY}
    assert date.fromisoformat(kept["day"])
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0


def test_an_answered_question_is_not_kept(library: Library, tmp_path: Path) -> None:
    log = QuestionLog(tmp_path)
    Remembering(Canned(answer_from(library)), log).explain(CANARY)
    assert not list(tmp_path.iterdir())


def test_small_talk_is_not_kept(library: Library, tmp_path: Path) -> None:
    log = QuestionLog(tmp_path)
    greeted = Assistant(library, letter_trained(AnswerType.SMALL_TALK))
    Remembering(greeted, log).explain("Përshëndetje!")
    assert not list(tmp_path.iterdir())


def test_a_question_that_a_model_finds_an_answer_to_is_not_kept(
    library: Library, tmp_path: Path
) -> None:
    trained = letter_trained()
    nothing = replace(trained.calibration, sure=2.0, near=2.0)
    log = QuestionLog(tmp_path)
    assistant = Remembering(Assistant(library, replace(trained, calibration=nothing)), log)
    told = assistant.explain(CANARY)
    assistant.explain(CANARY)
    assert everything_in(tmp_path).count(CANARY.encode()) == 2
    assistant.choose(told, ())
    assert everything_in(tmp_path).count(CANARY.encode()) == 2
    assistant.choose(told, (1,))
    assert everything_in(tmp_path).count(CANARY.encode()) == 1


def test_a_question_is_gone_after_thirty_days(tmp_path: Path) -> None:
    first = day = date(2026, 1, 31)
    log = QuestionLog(tmp_path, lambda: day)
    log.add(CANARY, "sq")
    day = first + timedelta(days=29)
    log.purge()
    assert CANARY.encode() in everything_in(tmp_path)
    day = first + timedelta(days=30)
    log.purge()
    assert CANARY.encode() not in everything_in(tmp_path)
