"""QuestionSets -> Evaluation: each set's documents are indexed, and each question is asked."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.answer import Answer, Turn
from assistant.evaluation.outcomes import Outcome, Rates, judge, rates_of
from assistant.evaluation.sets import QuestionSet
from index.build import EmbeddingModel, Progress, build
from index.embedding import Embedder
from index.library import Library
from index.store import Store


class Answering(Protocol):
    """What is measured."""

    def ask(
        self, question: str, history: Sequence[Turn] = (), language: str | None = None
    ) -> Answer:
        """The answer to one question."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The outcomes of one set."""

    name: str
    outcomes: tuple[Outcome, ...]

    def rates(self) -> Mapping[str, Rates]:
        """The figures of all questions, then by language and by task."""
        found = {"all": rates_of(self.outcomes)}
        for group in (_language, _task):
            for name in sorted({group(one) for one in self.outcomes}):
                found[name] = rates_of([one for one in self.outcomes if group(one) == name])
        return found


def _language(one: Outcome) -> str:
    return one.question.language


def _task(one: Outcome) -> str:
    return one.question.task.value


@contextmanager
def opened_set(
    questions: QuestionSet, cache: Path, embedder: Embedder, progress: Progress
) -> Iterator[Library]:
    """The library over a set's documents, indexed below ``cache`` where that is not yet done."""
    store = Store(cache / questions.name)
    build(questions.docs, store, EmbeddingModel(embedder.name, lambda: embedder), progress)
    library = Library(store, embedder)
    try:
        yield library
    finally:
        library.snapshot().generation.close()


def evaluate_set(
    questions: QuestionSet,
    assistant_of: Callable[[Library], Answering],
    cache: Path,
    embedder: Embedder,
    progress: Progress,
) -> Evaluation:
    """Ask every question of a set about its documents."""
    with opened_set(questions, cache, embedder, progress) as library:
        return Evaluation(questions.name, evaluate_library(questions, assistant_of(library)))


def evaluate_library(questions: QuestionSet, assistant: Answering) -> tuple[Outcome, ...]:
    """Ask every question of a set of an ``assistant`` that has its documents."""
    return tuple(_outcomes(questions, assistant))


def _outcomes(questions: QuestionSet, assistant: Answering) -> Iterator[Outcome]:
    for question in questions.questions:
        began = time.perf_counter()
        answer = assistant.ask(question.question, question.history)
        yield judge(question, answer, 1000 * (time.perf_counter() - began))
