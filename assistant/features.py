"""What can be measured of every sentence that may answer, before any is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.evidence import ABOVE, Candidate
from assistant.intent import Aim
from assistant.question import Question
from assistant.surroundings import answering
from assistant.values import NEEDED, Asked

_STRONG = 0.85  # support from here on counts as the word itself
_ABOVE_WORD = 0.92  # what is asked is better in the sentence than in its heading
_ABOUT = 0.75  # below this a document names an organisation in passing, or not at all
_UNMATCHED_NAME = 0.35  # a name that no sentence has is most often a translated one
_EARLY = 400  # characters into a document within which it says what it is about

Features = NDArray[np.float64]

# The columns of a table of features; what "around" and "counted" are, only the best candidates
# are asked.
FEATURES = (
    *("total", "local", "least", "rare", "around", "counted", "document", "hit"),
    *("tokens", "meaning", "value", "item", "early", "names", "foreign"),
)


@dataclass(frozen=True, slots=True)
class _Table:
    """All candidates of a question side by side, shapes ``(candidates, terms)``.

    A name of several words is one term: "Safe Network for Child Protection" would else outvote
    what is asked of it.
    """

    own: NDArray[np.float32]
    here: NDArray[np.float32]
    totals: NDArray[np.float32]
    names: NDArray[np.bool_]

    @classmethod
    def of(
        cls,
        question: Question,
        own: NDArray[np.float32],
        above: NDArray[np.float32],
        totals: NDArray[np.float32],
    ) -> "_Table":
        terms = question.terms
        shares = np.zeros((len(question.words), len(terms)), np.float32)
        for column, term in enumerate(terms):
            shares[list(term), column] = 1 / len(term)
        names = np.array([question.words[term[0]].name for term in terms])
        return cls(own @ shares, np.maximum(own, above) @ shares, totals @ shares, names)

    def rarity(self) -> NDArray[np.float32]:
        """How rare each term is among the sentences: 1 in none or one, 0 in all."""
        count = len(self.own)
        strong = (self.own >= _STRONG).sum(axis=0)
        return np.asarray(np.log((count + 1) / np.maximum(strong, 1)) / np.log(count + 1))

    def found(self) -> NDArray[np.bool_]:
        """Whether any sentence has each term."""
        return np.asarray((self.own >= _STRONG).any(axis=0))


def measure(
    question: Question, candidates: Sequence[Candidate]
) -> tuple[Features, NDArray[np.float32]]:
    """The features of each candidate, and the support of each word, all told."""
    own = np.stack([one.own for one in candidates])
    names = np.array([word.name for word in question.words])
    above = np.stack([one.reading.above for one in candidates]) * np.where(
        names, ABOVE, _ABOVE_WORD
    )
    totals = _totals(candidates, names, own, above)
    table = _Table.of(question, own, above, totals)
    likeness = np.stack([one.likeness for one in candidates])
    shapes = np.array([_shape(question, one) for one in candidates], np.float64)
    columns: list[Features] = [
        _of_terms(question, table),
        np.zeros((len(candidates), 2)),
        _of_hits(candidates),
        likeness.astype(np.float64),
        shapes,
        _of_names(question, names, totals),
    ]
    return np.column_stack(columns), totals


def _totals(
    candidates: Sequence[Candidate],
    names: NDArray[np.bool_],
    own: NDArray[np.float32],
    above: NDArray[np.float32],
) -> NDArray[np.float32]:
    """The support of each word, what stands farther away counting less.

    A name need not be said again in the sentence that answers; what is asked about it must.
    """
    near = np.stack([one.near for one in candidates])
    passage = np.stack([one.reading.support for one in candidates])
    document = np.stack([one.document for one in candidates])
    far_name = np.maximum.reduce([near, passage, document])
    far_word = np.maximum.reduce([0.8 * near, 0.5 * passage, 0.3 * document])
    far = np.where(names, ABOVE * far_name, far_word)
    return np.asarray(np.maximum.reduce([own, above, far]), np.float32)


def _of_terms(question: Question, table: _Table) -> Features:
    """total, local, least and rare: how much of what is asked stands where."""
    rarity, found = table.rarity(), table.found()
    unmatched = table.names & ~found
    weight = np.where(unmatched, _UNMATCHED_NAME, 0.4 + 0.6 * rarity)
    # Whether a name is on a list can be said only where the name is.
    named = np.where(unmatched, 0.0, rarity) if question.asked is Asked.YES_NO else 0.0
    local = np.where(table.names, named, 0.3 + 0.7 * rarity)
    if not local.any():
        local = weight
    rarest = int(np.where(found, rarity, -1.0).argmax())
    rare = table.here[:, rarest] if found.any() else np.zeros(len(table.own))
    return np.column_stack(
        [
            (table.totals * weight).sum(axis=1) / weight.sum(),
            (table.here * local).sum(axis=1) / local.sum(),
            table.totals.min(axis=1),
            rare,
        ]
    )


def _of_hits(candidates: Sequence[Candidate]) -> Features:
    """document and hit: how well the best passage of its document was found, and its own."""
    hits = np.array([one.reading.hit.score for one in candidates])
    documents = np.array([one.info.id for one in candidates])
    best = {name: hits[documents == name].max() for name in set(documents.tolist())}
    own = np.array([best[name] for name in documents.tolist()])
    return np.column_stack([own - hits.max(), hits - own])


def _of_names(
    question: Question, names: NDArray[np.bool_], totals: NDArray[np.float32]
) -> Features:
    """names and foreign: the support of the name that has least; and 1 where a sentence's
    document is not about the organisation of the question, and another is."""
    least = totals[:, names].min(axis=1) if names.any() else np.ones(len(totals))
    own = np.array([word.acronym for word in question.words])
    elsewhere = own & (totals.max(axis=0) >= _STRONG)
    return np.column_stack([least, (elsewhere & (totals < _ABOUT)).any(axis=1)])


def _shape(question: Question, one: Candidate) -> tuple[float, ...]:
    """What can be said of a candidate without its words' support: value, length, place."""
    value = question.asked in NEEDED and bool(answering(question, one.sentence, one.info.language))
    defining = question.aim is Aim.OVERVIEW and all(word.name for word in question.words)
    return (
        float(value),
        float(one.sentence.item),
        float(defining) / (1.0 + one.sentence.start / _EARLY),
    )
