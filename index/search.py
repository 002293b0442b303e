"""Question -> Hits: the passages nearest to a question by meaning and by words."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.catalog import DocumentInfo, StoredPassage
from index.embedding import Embedder, Embedding
from index.generation import Generation
from index.language import detect, latin

# Words count beside meaning where the question speaks the documents' language. The weight is
# the measured one for gram BM25 beside dense cosine, both standardised.
_WORDS_WEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found, with its document; a higher score is nearer."""

    stored: StoredPassage
    document: DocumentInfo
    score: float


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The hits for a question, best first, and the language it was read in.

    ``question`` is the embedding of ``text`` in Latin letters.
    """

    text: str
    language: str
    hits: tuple[Hit, ...]
    question: Embedding


class Searcher:
    """Searches one generation with the model that it was built with."""

    def __init__(self, generation: Generation, embedder: Embedder) -> None:
        """Raises ``WrongModelError`` when ``generation`` was built with another model."""
        generation.require_model(embedder.name)
        self._generation = generation
        self._embedder = embedder
        self._documents = {info.id: info for info in generation.catalog.documents()}

    def search(self, text: str, limit: int, language: str | None = None) -> SearchResult:
        """The ``limit`` best passages for ``text``; ``language`` overrides detection."""
        spoken = language or detect(text)
        question = self._embedder.embed_question(latin(text), spoken)
        scores = self._scores(latin(text), question)
        best = np.argsort(-scores, kind="stable")[:limit]
        hits = tuple(self._hit(int(row), float(scores[row])) for row in best)
        return SearchResult(text, spoken, hits, question)

    def _scores(self, text: str, question: Embedding) -> NDArray[np.float32]:
        meaning = self._generation.vectors.scores(question.vector)
        words = self._generation.words.scores(text)
        return _standardised(meaning) + _WORDS_WEIGHT * _standardised(words)

    def _hit(self, row: int, score: float) -> Hit:
        stored = self._generation.catalog.passage(row)
        return Hit(stored, self._documents[stored.document_id], score)


def _standardised(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    spread = float(scores.std()) if len(scores) else 0.0
    return (scores - scores.mean()) / spread if spread > 0 else np.zeros_like(scores)
