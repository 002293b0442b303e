"""Hits -> Reading: the stretches that may answer, best first, and how sure it is that one does."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.question.answer_type import AnswerType
from assistant.reader.answerability import answerability
from assistant.reader.headline import (
    Headline,
    headline,
    headline_features,
    headline_probability,
    rows_of,
)
from assistant.reader.inputs import GAP, Inputs, inputs_of
from assistant.reader.network import Network, Scores
from assistant.reader.pages import Page, PageReader
from assistant.reader.stretches import Stretch, quoted, stretches_of
from assistant.reader.trained import Trained
from assistant.reader.values import ValueFinder
from index.errors import TrainedFileError
from index.library import Snapshot
from index.search import Hit, SearchResult

_STRETCHES = 10
_ANY = 0.5  # any text will do


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a hit's document that may answer: ``text`` stands at ``start:end`` of it.

    ``share`` is how likely it holds the answer, if any stretch does.
    """

    hit: Hit
    text: str
    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a question's hits.

    ``probability`` is how sure it is that the best of ``evidence`` answers; ``features`` say why.
    ``headline`` is the value in it that was asked for, where there is one, ``certainty`` how sure
    that is.
    """

    type: AnswerType
    type_probability: float
    evidence: tuple[Evidence, ...] = ()
    probability: float = 0.0
    features: Mapping[str, float] | None = None
    headline: Headline | None = None
    certainty: float = 0.0


class Reader:
    """Reads the hits of questions in one generation; safe to use from several threads."""

    def __init__(self, snapshot: Snapshot, trained: Trained, values: ValueFinder) -> None:
        """Raises ``TrainedFileError`` when ``trained`` belongs to another embedding model."""
        model = snapshot.generation.manifest.model
        if trained.model != model:
            raise TrainedFileError(
                f"The reader was trained for {trained.model}, not {model}: run kuvend fit."
            )
        self._pages = PageReader(snapshot.generation)
        self._types = trained.types
        self._network = Network(trained.network)
        self._calibration = trained.calibration
        self._values = values

    def inputs(self, result: SearchResult) -> tuple[Inputs, tuple[Page, ...]]:
        """What the network reads of ``result``, which has at least one hit, and its pages."""
        pages = tuple(map(self._pages.page, result.hits))
        return inputs_of(self._pages.asked(result), [page.tokens for page in pages]), pages

    def read(self, result: SearchResult) -> Reading:
        """The evidence for the question of ``result``."""
        types = self._types.probabilities(result.question)
        wanted = max(types, key=lambda one: types[one])
        if not result.hits or not len(result.question.tokens):
            return Reading(wanted, types[wanted])
        inputs, pages = self.inputs(result)
        scores = self._network(inputs)
        best = self.stretches(scores, pages)
        evidence = tuple(_evidence(one, pages) for one in best)
        features = self.features(inputs, scores, types, evidence[0], result.language)
        probability = self._probability(features)
        found = self.headline(scores, pages, best[0], wanted)
        certainty = 0.0
        if found is not None:
            share, typed = evidence[0].share, types[wanted]
            known = headline_features(found, features, probability, share, typed)
            certainty = self._certainty(known)
        return Reading(wanted, types[wanted], evidence, probability, features, found, certainty)

    def stretches(self, scores: Scores, pages: Sequence[Page]) -> tuple[Stretch, ...]:
        """The best stretches of ``pages``."""
        texts, spans = [page.text for page in pages], [page.spans for page in pages]
        return stretches_of(scores.sentences, texts, spans, _STRETCHES)

    def features(
        self,
        inputs: Inputs,
        scores: Scores,
        types: Mapping[AnswerType, float],
        best: Evidence,
        language: str,
    ) -> Mapping[str, float]:
        """What tells whether ``best`` answers a question in ``language``."""
        wanted = max(types, key=lambda one: types[one])
        typed = self._values.has(wanted)
        value = float(bool(self._values.find(best.text, wanted))) if typed else _ANY
        foreign = best.hit.document.language != language
        return answerability(inputs, scores, types, value=value, foreign=foreign)

    def headline(
        self, scores: Scores, pages: Sequence[Page], best: Stretch, wanted: AnswerType
    ) -> Headline | None:
        """The value of the type ``wanted`` in the stretch ``best``, where there is one."""
        page = pages[best.passage]
        edges = scores.edges[rows_of(best.passage, pages, GAP)]
        return headline(page, quoted(page.text, page.spans, best), edges, wanted, self._values)

    def _probability(self, features: Mapping[str, float]) -> float:
        weights = self._calibration.answerability
        score = self._calibration.bias + sum(w * features[name] for name, w in weights.items())
        return 1 / (1 + math.exp(-score))

    def _certainty(self, features: Mapping[str, float]) -> float:
        known = self._calibration
        return headline_probability(features, known.headline_weights, known.headline_bias)


def _evidence(one: Stretch, pages: Sequence[Page]) -> Evidence:
    page = pages[one.passage]
    start, end = quoted(page.text, page.spans, one)
    shift = page.hit.stored.passage.start
    return Evidence(page.hit, page.text[start:end], shift + start, shift + end, one.share)
