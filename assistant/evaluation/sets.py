"""Folders of documents with questions -> QuestionSet: what a run of answers is measured on.

A set is a folder with ``docs/`` and ``gold.jsonl``, or, for questions answered by exact words,
``questions.jsonl``; README.md in tests/collections says what stands in them.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.answer import Turn
from index.errors import QuestionSetError

_GOLD, _EXTRACTIVE = "gold.jsonl", "questions.jsonl"


class Task(StrEnum):
    """What a question of a set asks of the assistant."""

    FACT = "fact"
    OVERVIEW = "overview"
    FOLLOW = "follow"
    LIST = "list"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class SetQuestion:
    """A question with what a right answer shows.

    ``need`` are groups of alternatives: all groups, or ``minimum`` of them, must be shown;
    ``forbid`` must not: in a list, or as the short answer to anything else. ``evidence`` are the
    documents' own words that answer, where the set gives them. ``documents`` are files below the
    set's ``docs/``.
    """

    id: str
    task: Task
    language: str
    question: str
    before: str | None
    documents: tuple[str, ...]
    need: tuple[tuple[str, ...], ...]
    minimum: int
    forbid: tuple[str, ...]
    evidence: tuple[str, ...]

    @property
    def history(self) -> tuple[Turn, ...]:
        """The conversation that the question stands in."""
        return (Turn("user", self.before),) if self.before else ()

    @property
    def answerable(self) -> bool:
        """Whether the documents answer it."""
        return self.task is not Task.REFUSE


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """A collection of documents in ``docs`` and the questions asked of it."""

    name: str
    docs: Path
    questions: tuple[SetQuestion, ...]


def is_question_set(folder: Path) -> bool:
    """Whether ``folder`` holds a set in this layout."""
    asked = any((folder / name).is_file() for name in (_GOLD, _EXTRACTIVE))
    return asked and (folder / "docs").is_dir()


def read_question_set(folder: Path) -> QuestionSet:
    """The set in ``folder``; raises ``QuestionSetError`` that names the line it cannot use."""
    gold = folder / _GOLD
    path = gold if gold.is_file() else folder / _EXTRACTIVE
    make = _gold if path is gold else _extractive
    questions = []
    for number, raw in _lines(path):
        try:
            questions.append(make(raw))
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise QuestionSetError(f"{path.name}, line {number}: {error!r}.") from error
    return QuestionSet(folder.name, folder / "docs", tuple(questions))


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise QuestionSetError(f"{path} cannot be read.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, json.loads(line)
            except ValueError as error:
                raise QuestionSetError(f"{path.name}, line {number} is no JSON.") from error


def _gold(raw: dict[str, Any]) -> SetQuestion:
    need = tuple(tuple(group) for group in raw["need"])
    return SetQuestion(
        id=raw["id"],
        task=Task(raw["kind"]),
        language=raw["lang"],
        question=raw["question"],
        before=raw.get("before"),
        documents=tuple(raw["doc"]),
        need=need,
        minimum=raw.get("minimum") or len(need),
        forbid=tuple(raw.get("forbid") or ()),
        evidence=tuple(raw.get("evidence") or ()),
    )


def _extractive(raw: dict[str, Any]) -> SetQuestion:
    answers = tuple(raw["answers"])
    named = raw.get("doc") or ()
    return SetQuestion(
        id=raw["id"],
        task=Task.FACT if answers else Task.REFUSE,
        language=raw.get("lang", "en"),
        question=raw["question"],
        before=None,
        documents=(named,) if isinstance(named, str) else tuple(named),
        need=(answers,) if answers else (),
        minimum=1 if answers else 0,
        forbid=(),
        evidence=(),
    )
