"""An assistant that answers what it was told to, and a way to put an app around it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import structlog
from fastapi.testclient import TestClient

from assistant.answer import Answer, Checked, Citation, Item, Kind, Status, Turn
from assistant.api.app import create_app
from assistant.api.work_queue import WorkQueue
from assistant.explanation import Explanation, explain
from assistant.question.answer_type import AnswerType
from assistant.question.question import understand
from assistant.reader.reader import Reading
from index.library import Library

REFUSAL = Answer(Status.NOT_FOUND, Kind.REFUSAL, "en", "The documents do not say.")


@dataclass
class Canned:
    """Gives ``answer`` or raises ``failure``; remembers what it was asked and what was chosen."""

    answer: Answer = REFUSAL
    failure: Exception | None = None
    reason: str = ""
    asked: list[tuple[str, tuple[Turn, ...], str | None]] = field(default_factory=list)
    chosen: list[tuple[int, ...]] = field(default_factory=list)

    def ask(
        self, question: str, history: tuple[Turn, ...] = (), language: str | None = None
    ) -> Answer:
        """The canned answer."""
        self.asked.append((question, history, language))
        if self.failure:
            raise self.failure
        return self.answer

    def explain(
        self, question: str, history: tuple[Turn, ...] = (), language: str | None = None
    ) -> Explanation:
        """The canned answer, which rests on nothing."""
        answer = self.ask(question, history, language)
        reading = Reading(AnswerType.DATE, 1.0)
        return explain(answer, understand(question, language), reading, self.reason)

    def choose(self, told: Explanation, chosen: Sequence[int]) -> Explanation:
        """The same, whatever is chosen: the canned answer has no candidates."""
        self.chosen.append(tuple(chosen))
        return told


def client_of(
    library: Library,
    assistant: Canned | None = None,
    *,
    allowed_origins: tuple[str, ...] = (),
    queue: WorkQueue | None = None,
) -> TestClient:
    """A client of an app of its own."""
    app = create_app(
        library,
        assistant or Canned(),
        log=structlog.get_logger(),
        allowed_origins=allowed_origins,
        queue=queue,
    )
    return TestClient(app)


def answer_from(library: Library) -> Answer:
    """A list answer that quotes the first words of a stored document."""
    info = library.snapshot().listing()[0]
    stored = library.snapshot().document(info.id)
    assert stored is not None
    quote = stored.content.text[:4]
    citation = Citation(1, info, "Anëtarët", None, quote, 0, 4, "https://ngo.example/#q", "/r")
    return Answer(
        status=Status.ANSWERED,
        kind=Kind.LIST,
        language="sq",
        text="Janë dy: [1]",
        short=quote,
        citations=(citation,),
        items=(Item("Alfa", "qendër", (1,)),),
        checked=Checked(2, 1),
        suggestions=("Kur?",),
    )
