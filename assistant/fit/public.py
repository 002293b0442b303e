"""Public question-answer sets -> examples: what reading is learnt on first, in many words.

A folder holds ``contexts.jsonl`` (``id``, ``set``, ``group``, ``lang``, ``text``, ``spans`` of its
sentences) and ``questions.jsonl`` (``set``, ``group``, ``lang``, ``q``, ``ctx``, ``gold``
sentences, ``answer`` span or null); ``group`` names an article, behind its set and a colon.
"""

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.fit.examples import Example, FitPassage, FitQuestion, fit_passage
from assistant.reader.inputs import traits_of
from assistant.reader.marks import Meanings, marks_of
from index.embedding import Embedder
from index.language import fallback
from index.tokens import stored

# How much of each set is read, by articles: enough of each kind of text within the time.
SHARES = {
    "new_wiki": 1.0,
    "fairy": 0.4,
    "norquad": 0.6,
    "qed": 0.6,
    "afriqa": 0.3,
    "selqa": 0.3,
}
_UNTITLED = frozenset({"norquad"})  # their groups are numbers
_NEAR = 12
_CANDIDATES = 6
_REMOVED = 0.25  # so often the passage that answers is taken away
_RARITY = 0.6  # of a token, where there is no collection to count in
_SCORE = 1.0  # of every candidate: there was no search
_CHUNK = 512


@dataclass(frozen=True, slots=True)
class _Asked:
    question: FitQuestion
    context: int
    group: str
    sentences: tuple[int, ...]
    answer: tuple[int, int] | None
    near: tuple[int, ...]


class PublicSets:
    """The embedded sets; ``sample`` draws an example from them."""

    def __init__(
        self, passages: dict[int, FitPassage], groups: dict[str, list[int]], asked: list[_Asked]
    ) -> None:
        self._passages, self._groups, self._asked = passages, groups, asked

    def __len__(self) -> int:
        return len(self._asked)

    def sample(self, chance: random.Random) -> Example | None:
        """A question with the right passage among near ones, or sometimes with near ones only."""
        one = chance.choice(self._asked)
        same = [number for number in self._groups[one.group] if number != one.context]
        near = [number for number in one.near if self._passages[number].document != one.group]
        chance.shuffle(same)
        chance.shuffle(near)
        others = [*same[: chance.randint(1, _CANDIDATES // 2)], *near]
        removed = chance.random() < _REMOVED or not one.sentences
        chosen = others[:_CANDIDATES] if removed else [one.context, *others[: _CANDIDATES - 1]]
        if not chosen:
            return None
        chance.shuffle(chosen)
        candidates = tuple((self._passages[number], _SCORE) for number in chosen)
        if removed:
            return Example(one.question, candidates, frozenset())
        place = chosen.index(one.context)
        right = frozenset((place, sentence) for sentence in one.sentences)
        return Example(one.question, candidates, right, (place, one.answer) if one.answer else None)


def read_public(folder: Path, embedder: Embedder, meanings: Meanings) -> PublicSets:
    """The sets of ``folder``, embedded; those that ``SHARES`` does not name are left out."""
    contexts = {raw["id"]: raw for raw in _lines(folder / "contexts.jsonl")}
    questions = list(_lines(folder / "questions.jsonl"))
    passages: dict[int, FitPassage] = {}
    groups: dict[str, list[int]] = {}
    asked: list[_Asked] = []
    for name, share in SHARES.items():
        own = [raw for raw in questions if raw["set"] == name]
        chosen = _some_groups({raw["group"] for raw in own}, share)
        own = [raw for raw in own if raw["group"] in chosen]
        numbers = sorted({raw["ctx"] for raw in own})
        made, vectors = _embedded(name, [contexts[n] for n in numbers], embedder, meanings)
        passages.update(zip(numbers, made, strict=True))
        for number in numbers:
            groups.setdefault(contexts[number]["group"], []).append(number)
        asked += _questions(own, numbers, vectors, embedder, meanings)
    return PublicSets(passages, groups, asked)


def _some_groups(groups: set[str], share: float) -> set[str]:
    ordered = sorted(groups)
    random.Random(1).shuffle(ordered)
    return set(ordered[: round(share * len(ordered))])


def _embedded(
    name: str, contexts: Sequence[dict[str, Any]], embedder: Embedder, meanings: Meanings
) -> tuple[list[FitPassage], NDArray[np.float32]]:
    above = ["" if name in _UNTITLED else f"{_title(raw['group'])}\n" for raw in contexts]
    texts = [head + raw["text"] for head, raw in zip(above, contexts, strict=True)]
    made, vectors = [], []
    embeddings = embedder.embed_passages(texts)
    for raw, head, embedding in zip(contexts, above, embeddings, strict=True):
        spans = [(start, end) for start, end in raw["spans"]]
        kept = stored(embedding)
        made.append(
            fit_passage(kept, head, raw["text"], spans, raw["lang"], raw["group"], meanings)
        )
        vectors.append(embedding.vector)
    return made, np.stack(vectors)


def _questions(
    questions: Sequence[dict[str, Any]],
    numbers: Sequence[int],
    vectors: NDArray[np.float32],
    embedder: Embedder,
    meanings: Meanings,
) -> Iterator[_Asked]:
    # Languages without a measured mean are nearest to the language that speaks for others.
    spoken = fallback().tag
    for start in range(0, len(questions), _CHUNK):
        part = questions[start : start + _CHUNK]
        found = embedder.embed_questions([raw["q"] for raw in part], [spoken] * len(part))
        near = np.argsort(-(np.stack([one.vector for one in found]) @ vectors.T), axis=1)
        for raw, embedding, row in zip(part, found, near[:, :_NEAR], strict=True):
            nothing = np.zeros(len(embedding.spans), np.int32)
            traits = traits_of(raw["q"], embedding.spans, nothing, 1)
            traits[:, 2] = _RARITY
            marks = marks_of(raw["q"], embedding.spans, raw["lang"], meanings)
            near_ones = tuple(numbers[at] for at in row.tolist() if numbers[at] != raw["ctx"])
            answer = tuple(raw["answer"]) if raw["answer"] else None
            yield _Asked(
                question=FitQuestion(stored(embedding), marks, traits),
                context=raw["ctx"],
                group=raw["group"],
                sentences=tuple(raw["gold"]),
                answer=answer,
                near=near_ones,
            )


def _title(group: str) -> str:
    return group.partition(":")[2].replace("_", " ").replace("-", " ")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
