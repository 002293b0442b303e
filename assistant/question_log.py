"""Questions that the documents left open, kept for 30 days if the operator wants them.

Off unless ``KUVEND_QUESTION_LOG`` is on. A line holds the question, its language and the day;
nothing of who asked, and no time of day.
"""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assistant.answer import Status, Turn
from assistant.api.services import Answering
from assistant.explanation import Explanation
from assistant.question.answer_type import ADDRESSED
from index.durable import replace_text
from index.repeating import repeating

FILE = "unanswered.jsonl"
_DAYS = 30
_MOST_LINES = 10_000
_CHECK_SECONDS = 3_600.0
_NO_QUESTIONS = frozenset(one.value for one in ADDRESSED)


class QuestionLog:
    """The file of unanswered questions in the store's folder."""

    def __init__(self, folder: Path, today: Callable[[], date] | None = None) -> None:
        self._path = folder / FILE
        self._today = today or (lambda: datetime.now(UTC).date())
        self._lock = threading.Lock()

    def add(self, question: str, language: str) -> None:
        """Keep one question; what is older than 30 days goes."""
        line = {"day": self._today().isoformat(), "language": language, "question": question}
        with self._lock:
            self._write([*self._kept(), json.dumps(line, ensure_ascii=False)])

    def remove(self, question: str) -> None:
        """Let the latest line with ``question`` go: it was answered after all."""
        with self._lock:
            lines = self._kept()
            same = [at for at, line in enumerate(lines) if json.loads(line)["question"] == question]
            if same:
                del lines[same[-1]]
                self._write(lines)

    def purge(self) -> None:
        """Remove what is older than 30 days."""
        with self._lock:
            if self._path.exists():
                self._write(self._kept())

    def _kept(self) -> list[str]:
        if not self._path.exists():
            return []
        oldest = (self._today() - timedelta(days=_DAYS - 1)).isoformat()
        lines = self._path.read_text("utf-8").splitlines()
        return [line for line in lines if json.loads(line)["day"] >= oldest][1 - _MOST_LINES :]

    def _write(self, lines: list[str]) -> None:
        replace_text(self._path, "".join(f"{line}\n" for line in lines))
        self._path.chmod(0o600)


class Remembering:
    """An assistant whose unanswered questions go to a log."""

    def __init__(self, assistant: Answering, log: QuestionLog) -> None:
        self.assistant = assistant
        self._log = log

    def explain(
        self, question: str, history: tuple[Turn, ...] = (), language: str | None = None
    ) -> Explanation:
        """What the assistant answers, with the steps that led to it."""
        told = self.assistant.explain(question, history, language)
        if told.answer.status is Status.NOT_FOUND and told.reason not in _NO_QUESTIONS:
            self._log.add(question, told.language)
        return told

    def choose(self, told: Explanation, chosen: Sequence[int]) -> Explanation:
        """What the assistant makes of a choice; a question that it answers leaves the log."""
        answered = self.assistant.choose(told, chosen)
        left_open = told.answer.status is Status.NOT_FOUND
        if left_open and told.grounds and answered.answer.status is not Status.NOT_FOUND:
            self._log.remove(told.grounds.asked)
        return answered


@contextmanager
def purging(log: QuestionLog, every_seconds: float = _CHECK_SECONDS) -> Iterator[None]:
    """Purge ``log`` now and then, so that nothing stays because nobody asks."""
    log.purge()
    with repeating(log.purge, every_seconds, "purge"):
        yield
