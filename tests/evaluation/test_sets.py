"""Sets of questions: read as they are written, and every shipped one is sound."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.evaluation.sets import Task, is_question_set, read_question_set
from index.errors import QuestionSetError

COLLECTIONS = Path(__file__).parent.parent / "collections"
SETS = sorted(filter(is_question_set, COLLECTIONS.iterdir()))

ENTRY: dict[str, Any] = {
    "id": "a-1", "kind": "fact", "lang": "en", "question": "Since when?", "doc": ["a.md"],
    "need": [["2011", "two thousand eleven"]], "before": "Who?", "minimum": None,
    "forbid": ["2012"],
}  # fmt: skip


def _set(folder: Path, *entries: object, name: str = "gold.jsonl") -> Path:
    (folder / "docs").mkdir()
    (folder / name).write_text("\n".join(map(json.dumps, entries)), encoding="utf-8")
    return folder


def test_a_question_is_read_with_what_a_right_answer_shows(tmp_path: Path) -> None:
    (question,) = read_question_set(_set(tmp_path, ENTRY)).questions
    assert question.task is Task.FACT
    assert question.need == (("2011", "two thousand eleven"),)
    assert question.minimum == 1
    assert [turn.content for turn in question.history] == ["Who?"]


def test_extractive_questions_need_any_of_their_answers(tmp_path: Path) -> None:
    entries = [
        {"id": "1", "question": "When?", "answers": ["2011"], "doc": "a.md"},
        {"id": "2", "question": "Why?", "answers": []},
    ]
    first, second = read_question_set(_set(tmp_path, *entries, name="questions.jsonl")).questions
    assert (first.need, first.documents) == ((("2011",),), ("a.md",))
    assert second.task is Task.REFUSE


@pytest.mark.parametrize("broken", [{**ENTRY, "kind": "riddle"}, {"id": "x"}, [1]])
def test_a_line_that_cannot_be_used_is_named(tmp_path: Path, broken: object) -> None:
    with pytest.raises(QuestionSetError, match="line 2"):
        read_question_set(_set(tmp_path, ENTRY, broken))


def test_there_are_collections_of_several_subjects() -> None:
    assert len(SETS) >= 4


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_a_shipped_set_has_questions_of_each_task_and_language(folder: Path) -> None:
    questions = read_question_set(folder).questions
    assert len({one.id for one in questions}) == len(questions) >= 45
    assert {one.language for one in questions} == {"sq", "en", "sr"}
    assert {one.task for one in questions} == set(Task)
    unanswerable = sum(not one.answerable for one in questions)
    assert 0.2 <= unanswerable / len(questions) <= 0.3
    assert sum(one.task is Task.LIST for one in questions) >= 8
    assert len([path for path in (folder / "docs").rglob("*") if path.is_file()]) >= 15


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_the_documents_that_a_question_names_are_there(folder: Path) -> None:
    for question in read_question_set(folder).questions:
        assert all((folder / "docs" / name).is_file() for name in question.documents), question.id
