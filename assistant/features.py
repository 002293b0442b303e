"""What can be measured of every sentence that may answer, before any is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.evidence import ABOVE, Candidate
from assistant.question import Aim, Question
from assistant.sentences import Sentence
from assistant.spelled_out import spelled_out
from assistant.surroundings import answering
from assistant.values import NEEDED, Asked

_STRONG = 0.85  # support from here on counts as the word itself
_ABOUT = 0.75  # below this a document names an organisation in passing, or not at all
_UNMATCHED_NAME = 0.35  # a name that no sentence has is most often a translated one
_FRAGMENT, _OPENING, _LONG = 25, 50, 300  # characters

# The columns of a table of features; what "around" is, only the best candidates are asked.
FEATURES = (
    "total",
    "local",
    "least",
    "around",
    "hit",
    "value",
    "fragment",
    "long",
    "item",
    "colon",
    "early",
    "definition",
    "names",
    "foreign",
)


@dataclass(frozen=True, slots=True)
class _Table:
    """All candidates of a question side by side, shapes ``(candidates, words)``."""

    own: NDArray[np.float32]
    near: NDArray[np.float32]
    passage: NDArray[np.float32]
    document: NDArray[np.float32]
    above: NDArray[np.float32]

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> "_Table":
        return cls(
            np.stack([one.own for one in candidates]),
            np.stack([one.near for one in candidates]),
            np.stack([one.reading.support for one in candidates]),
            np.stack([one.document for one in candidates]),
            np.stack([one.reading.above for one in candidates]),
        )

    def rarity(self) -> NDArray[np.float32]:
        """How rare each word is among the sentences: 1 in none or one, 0 in all."""
        count = len(self.own)
        strong = (self.own >= _STRONG).sum(axis=0)
        return np.asarray(np.log((count + 1) / np.maximum(strong, 1)) / np.log(count + 1))

    def here(self) -> NDArray[np.float32]:
        """The support of each word in the sentence itself and in the headings over it."""
        return np.asarray(np.maximum(self.own, ABOVE * self.above), np.float32)

    def total(self, names: NDArray[np.bool_]) -> NDArray[np.float32]:
        """The support of each word, what stands farther away counting less.

        A name need not be said again in the sentence that answers; what is asked about it must.
        """
        far_name = np.maximum.reduce([self.near, self.passage, self.document])
        far_word = np.maximum.reduce([0.8 * self.near, 0.5 * self.passage, 0.3 * self.document])
        lists = np.where(names, ABOVE * far_name, far_word)
        return np.asarray(np.maximum(self.here(), lists))


def measure(
    question: Question, candidates: Sequence[Candidate]
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    """The features of each candidate, and the support of each word, all told."""
    table = _Table.of(candidates)
    names = np.array([word.name for word in question.words])
    rarity = table.rarity()
    totals = table.total(names)
    unmatched = names & ~(table.own >= _STRONG).any(axis=0)
    weight = np.where(unmatched, _UNMATCHED_NAME, 0.4 + 0.6 * rarity)
    # Whether a name is on a list can be said only where the name is.
    named = np.where(unmatched, 0.0, rarity) if question.asked is Asked.YES_NO else 0.0
    local = np.where(names, named, 0.3 + 0.7 * rarity)
    if not local.any():
        local = weight
    hits = np.array([one.reading.hit.score for one in candidates])
    rows = [_shape(question, one) for one in candidates]
    made = np.column_stack(
        [
            (totals * weight).sum(axis=1) / weight.sum(),
            (table.here() * local).sum(axis=1) / local.sum(),
            totals.min(axis=1),
            np.zeros(len(candidates)),
            hits - hits.max(),
            np.array(rows, np.float64),
            totals[:, names].min(axis=1) if names.any() else np.ones(len(candidates)),
            _foreign(question, totals),
        ]
    )
    return made, totals


def _foreign(question: Question, totals: NDArray[np.float32]) -> NDArray[np.float64]:
    """1 where a sentence's document is not about the organisation of the question, and one is."""
    own = np.array([word.acronym for word in question.words])
    elsewhere = own & (totals.max(axis=0) >= _STRONG)
    return np.asarray((elsewhere & (totals < _ABOUT)).any(axis=1), np.float64)


def _shape(question: Question, one: Candidate) -> tuple[float, ...]:
    """What can be said of a candidate without its words' support: value, length, place."""
    text = one.sentence.text
    value = question.asked in NEEDED and bool(answering(question, one.sentence, one.info.language))
    defining = question.aim is Aim.OVERVIEW and all(word.name for word in question.words)
    return (
        float(value),
        float(len(text) < _FRAGMENT),
        float(len(text) > _LONG),
        float(one.sentence.item),
        float(text.endswith(":")),
        float(defining) / (1.0 + one.sentence.start / 400),
        _definition(question, one.sentence) if defining else 0.0,
    )


def _definition(question: Question, sentence: Sentence) -> float:
    """How much a sentence looks like one that says what the question's first name is."""
    name = next(iter(question.names), None)
    if name is None or len(sentence.text) <= _OPENING:
        return 0.0
    if name.acronym and spelled_out(sentence.text, name.text, item=sentence.item):
        return 1.0
    return 0.5 if name.folded in sentence.text[:_OPENING].casefold() else 0.0
