"""Question sets in BEIR layout: ``corpus.jsonl``, ``queries.jsonl``, ``qrels/test.tsv``."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import SettingError


@dataclass(frozen=True, slots=True)
class Dataset:
    """A question set: texts by document id, questions by id, graded judgements by question."""

    name: str
    corpus: dict[str, str]
    questions: dict[str, str]
    judgements: dict[str, dict[str, int]]


def read_dataset(folder: Path) -> Dataset:
    """The question set in ``folder``, with the questions that have a relevant document.

    A document's title, where it has one, stands above its text.

    Raises ``SettingError`` when ``folder`` is not in BEIR layout.
    """
    try:
        judgements = _judgements(folder / "qrels" / "test.tsv")
        corpus = {str(row["_id"]): _text(row) for row in _rows(folder / "corpus.jsonl")}
        questions = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl")}
    except (OSError, ValueError, KeyError) as error:
        raise SettingError(
            f"{folder} is not a question set in BEIR layout "
            f"(corpus.jsonl, queries.jsonl, qrels/test.tsv): {type(error).__name__}."
        ) from error
    judged = {key: text for key, text in questions.items() if key in judgements}
    return Dataset(folder.resolve().name, corpus, judged, judgements)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _text(row: dict[str, Any]) -> str:
    title, text = str(row.get("title") or "").strip(), str(row["text"])
    return f"{title}\n\n{text}" if title else text


def _judgements(path: Path) -> dict[str, dict[str, int]]:
    judgements: dict[str, dict[str, int]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            grade = int(row["score"])
            if grade > 0:
                judgements.setdefault(row["query-id"], {})[row["corpus-id"]] = grade
    return judgements
