"""Answers given before: the same question of the same documents has the same answer.

Visitors of one site ask the same few questions. What is remembered lives in memory only, and goes
with the generation of the documents that it was answered from.
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

from assistant.answer import Turn
from assistant.api.services import Answering
from assistant.explanation import Explanation
from index.library import Library, Snapshot

_REMEMBERED = 512  # answers, of some 30 KB each

Asked = tuple[str, tuple[Turn, ...], str | None]


@dataclass
class Recalling:
    """An assistant that works each question out once, however many ask it at once."""

    library: Library
    assistant: Answering
    _of: Snapshot | None = None
    _answers: OrderedDict[Asked, "Future[Explanation]"] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def explain(
        self, question: str, history: Sequence[Turn] = (), language: str | None = None
    ) -> Explanation:
        """What the assistant answers, with the steps that led to it."""
        asked = (question, tuple(history), language)
        answer, known = self._answer(asked)
        if not known:
            self._work_out(asked, answer)
        return answer.result()

    def choose(self, told: Explanation, chosen: Sequence[int]) -> Explanation:
        """What the assistant makes of a choice, which is another's and not remembered."""
        return self.assistant.choose(told, chosen)

    def _answer(self, asked: Asked) -> tuple["Future[Explanation]", bool]:
        """The answer to ``asked``, and whether somebody works it out already."""
        snapshot = self.library.snapshot()
        with self._lock:
            if snapshot is not self._of:
                self._of = snapshot
                self._answers.clear()
            if asked in self._answers:
                self._answers.move_to_end(asked)
                return self._answers[asked], True
            answer = self._answers[asked] = Future()
            while len(self._answers) > _REMEMBERED:
                self._answers.popitem(last=False)
            return answer, False

    def _work_out(self, asked: Asked, answer: "Future[Explanation]") -> None:
        question, history, language = asked
        try:
            answer.set_result(self.assistant.explain(question, history, language))
        except Exception as error:  # noqa: BLE001 - whoever waits is told
            with self._lock:
                if self._answers.get(asked) is answer:
                    del self._answers[asked]
            answer.set_exception(error)
