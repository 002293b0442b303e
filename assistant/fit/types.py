"""Labelled questions of the language packs -> the classifier of answer types."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from assistant.question.answer_type import AnswerType, AnswerTypes, type_features
from index.embedding import Embedder
from index.errors import QuestionSetError
from index.language import PROMPTS, latin, packs

_FILE = "questions.jsonl"
_APART = 3  # every third line of a type and language judges, the others train
_SCALE, _STRENGTH = 3.0, 0.3  # of features, and of their weights: chosen on the lines kept apart
_CHUNK = 256


@dataclass(frozen=True, slots=True)
class Labelled:
    """A question and what it asks for."""

    text: str
    language: str
    type: AnswerType


@dataclass(frozen=True, slots=True)
class FittedTypes:
    """The classifier of all lines; its ``accuracy`` is that of one trained without those apart."""

    types: AnswerTypes
    questions: int
    accuracy: dict[str, float]


def labelled_questions() -> tuple[Labelled, ...]:
    """The labelled questions of all packs, in their order."""
    return tuple(one for tag in packs() for one in _of_pack(tag))


def fit_types(embedder: Embedder) -> FittedTypes:
    """The classifier of the packs' questions."""
    labelled = labelled_questions()
    features = _SCALE * _features(labelled, embedder)
    wanted = np.array([str(one.type) for one in labelled])
    apart = np.array(_apart(labelled))
    judged = _fitted(features[~apart], wanted[~apart]).predict(features[apart]) == wanted[apart]
    languages = np.array([one.language for one in labelled])[apart]
    accuracy = {tag: float(judged[languages == tag].mean()) for tag in sorted(set(languages))}
    whole = _fitted(features, wanted)
    types = AnswerTypes(
        types=tuple(map(AnswerType, whole.classes_)),
        weights=(_SCALE * whole.coef_).astype(np.float32),
        biases=whole.intercept_.astype(np.float32),
    )
    return FittedTypes(types, len(labelled), {"all": float(judged.mean()), **accuracy})


def _of_pack(tag: str) -> Iterator[Labelled]:
    path = PROMPTS / tag / _FILE
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            raw = json.loads(line)
            yield Labelled(raw["text"], tag, AnswerType(raw["type"]))
        except (ValueError, KeyError) as error:
            raise QuestionSetError(f"prompts/{tag}/{_FILE}, line {number}: {error!r}.") from error


def _features(labelled: Sequence[Labelled], embedder: Embedder) -> NDArray[np.float32]:
    rows = []
    for start in range(0, len(labelled), _CHUNK):
        part = labelled[start : start + _CHUNK]
        texts = [latin(one.text) for one in part]
        found = embedder.embed_questions(texts, [one.language for one in part])
        rows += [type_features(one) for one in found]
    return np.stack(rows)


def _apart(labelled: Sequence[Labelled]) -> list[bool]:
    seen: dict[tuple[str, AnswerType], int] = {}
    apart = []
    for one in labelled:
        key = (one.language, one.type)
        seen[key] = seen.get(key, 0) + 1
        apart.append(seen[key] % _APART == 0)
    return apart


def _fitted(features: NDArray[np.float32], wanted: NDArray[np.str_]) -> LogisticRegression:
    return LogisticRegression(C=_STRENGTH, max_iter=1_000).fit(features, wanted)
