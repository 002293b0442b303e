"""Question -> Hits: the passages nearest to a question by meaning, words and concepts.

All passages are scored by their vectors and words; the best of them again by late interaction,
where each token of the question meets its best match in the passage.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.catalog import DocumentInfo, StoredPassage
from index.embedding import Embedder, Embedding
from index.generation import Generation
from index.language import detect
from index.late import late_score
from index.ranking import RECIPE, Parts, Recipe, early_score, final_score
from index.readings import Readings, concepts_of, embed_readings, read_question, token_weights
from index.units import beginnings, content_words, grams

# More than so many candidates change no order worth having; late interaction costs by each.
_CANDIDATES = 64
# A passage that also stands in the asker's language comes behind its translation there.
_TRANSLATED = np.float32(0.1)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found, with its document; a higher score is nearer."""

    stored: StoredPassage
    document: DocumentInfo
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """The hits for a text, best first, and the language it was read in."""

    text: str
    language: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchResult(Found):
    """What a search found, with the question's embedding as it was searched.

    Its spans are those of ``text`` in Latin letters.
    """

    question: Embedding


class Searcher:
    """Searches one generation with the model that it was built with."""

    def __init__(self, generation: Generation, embedder: Embedder, recipe: Recipe = RECIPE) -> None:
        """``recipe`` differs from the shipped one only where that is measured.

        Raises ``WrongModelError`` when ``generation`` was built with another model.
        """
        generation.require_model(embedder.name)
        self._recipe = recipe
        self._vectors = generation.vectors
        self._tokens = generation.tokens
        self._words = generation.words
        self._catalog = generation.catalog
        self._embedder = embedder
        self._documents = {info.id: info for info in generation.catalog.documents()}
        self._languages = np.array(generation.words.languages)
        self._translated = _translated(self._documents.values(), generation.catalog.owners())

    def search(self, text: str, limit: int, language: str | None = None) -> SearchResult:
        """The ``limit`` best passages for ``text``; ``language`` overrides detection."""
        readings = read_question(text, language, self._words, self._recipe)
        embedded = embed_readings(readings, self._words, self._embedder)
        rows, scores = self._rank(readings, embedded, max(limit, _CANDIDATES))
        best = zip(rows[:limit].tolist(), scores[:limit].tolist(), strict=True)
        hits = tuple(self._hit(row, score) for row, score in best)
        return SearchResult(text, readings.language, hits, _as_written(embedded[0], readings))

    def suggest(self, text: str, limit: int, language: str | None = None) -> Found:
        """The passages that hold the words of ``text``, whose last word may be unfinished.

        Words alone decide, so that it can be asked at every key: their letters meet other forms,
        missing diacritics and most typing errors. Passages that share none are left out.
        """
        spoken = language or detect(text)
        words = content_words(text, spoken)
        scores = self._words.grams.share(grams(words, finished=False))
        scores += self._words.beginnings.share(beginnings(words))
        best = np.argsort(-scores, kind="stable")[:limit]
        hits = (self._hit(int(row), float(scores[row])) for row in best if scores[row] > 0)
        return Found(text, spoken, tuple(hits))

    def _rank(
        self, readings: Readings, embedded: Sequence[Embedding], count: int
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """The rows and scores of the ``count`` best passages, best first."""
        parts = self._parts(readings, embedded)
        rows = np.argsort(-early_score(parts, self._recipe.choosing), kind="stable")[:count]
        late = self._late(rows, readings, embedded)
        early = early_score(parts, self._recipe.weights)[rows]
        scores = final_score(early, late, readings.gloss.coverage, self._recipe.weights)
        if readings.language in self._translated:
            scores -= _TRANSLATED * self._translated[readings.language][rows]
        order = np.argsort(-scores, kind="stable")
        return rows[order], scores[order]

    def _parts(self, readings: Readings, embedded: Sequence[Embedding]) -> Parts:
        words = content_words(readings.asked.text, readings.language)
        cosine = self._vectors.scores(embedded[0].vector)
        # A passage in another language than the gloss answers to the question as it was asked.
        glossed = self._vectors.scores(embedded[-1].vector)
        glossed = np.where(self._languages == self._words.main, glossed, cosine)
        return Parts(
            cosine=cosine,
            glossed=np.float32(readings.gloss.coverage) * glossed,
            grams=self._words.grams.share(grams(words)),
            beginnings=self._words.beginnings.share(beginnings(words)),
            concepts=self._words.concepts.share(concepts_of(readings, self._words)),
            foreign=self._languages != readings.language,
        )

    def _late(
        self, rows: NDArray[np.int64], readings: Readings, embedded: Sequence[Embedding]
    ) -> NDArray[np.float32]:
        """Late interaction of each reading with each of ``rows``, shape ``(rows, readings)``."""
        matches = self._tokens.matches(rows, np.concatenate([part.tokens for part in embedded]))
        late = np.zeros((len(rows), len(embedded)), np.float32)
        at = 0
        for column, (reading, text) in enumerate(zip(embedded, readings.texts, strict=True)):
            frequency = self._tokens.passages_with(reading.token_ids)
            weights = token_weights(reading, text, frequency, len(self._tokens))
            late[:, column] = late_score(matches.of(slice(at, at + len(weights))), weights)
            at += len(weights)
        if len(embedded) > 1:
            late[:, 1] = np.where(self._languages[rows] == self._words.main, late[:, 1], late[:, 0])
        return late

    def _hit(self, row: int, score: float) -> Hit:
        stored = self._catalog.passage(row)
        return Hit(stored, self._documents[stored.document_id], score)


def _translated(
    documents: Iterable[DocumentInfo], owners: Sequence[str]
) -> dict[str, NDArray[np.bool_]]:
    """By language, the passages whose document there is in that language too, but is not in it.

    ``owners`` names the document of each passage.
    """
    families: dict[str, dict[str, set[str]]] = {}
    for info in documents:
        family = families.setdefault(info.translation_of or info.id, {})
        family.setdefault(info.language, set()).add(info.id)
    translated: dict[str, set[str]] = {}
    for family in families.values():
        for language in family if len(family) > 1 else ():
            others = (ids for other, ids in family.items() if other != language)
            translated.setdefault(language, set()).update(*others)
    return {
        language: np.array([owner in ids for owner in owners], np.bool_)
        for language, ids in translated.items()
    }


def _as_written(question: Embedding, readings: Readings) -> Embedding:
    """``question`` with its tokens' places in the text as it was written."""
    places = [readings.asked.origin(start, end) for start, end in question.spans.tolist()]
    return replace(question, spans=np.array(places, np.int32).reshape(-1, 2))
