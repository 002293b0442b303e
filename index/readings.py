"""A question -> its readings: as it is searched, and put into the documents' language."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder, Embedding
from index.glossary import Gloss
from index.language import Respelt, detect, folded_words, is_function_word, latin
from index.ranking import RECIPE, Recipe
from index.words import WordIndex

_NOT_GLOSSED = Gloss("", 0.0)


@dataclass(frozen=True, slots=True)
class Readings:
    """How a question is searched.

    ``asked`` is in Latin letters and spelt as the documents spell; ``gloss`` is its words in the
    documents' main language, empty where it is asked in that.
    """

    asked: Respelt
    language: str
    gloss: Gloss

    @property
    def texts(self) -> tuple[str, ...]:
        """What there is to embed: the question, then its gloss if it has one."""
        return (self.asked.text, self.gloss.text) if self.gloss.text else (self.asked.text,)


def read_question(
    text: str, language: str | None, words: WordIndex, recipe: Recipe = RECIPE
) -> Readings:
    """How ``text`` is searched; ``language`` overrides detection."""
    spoken = language or detect(text)
    plain = latin(text)
    spelling = words.spellings.get(spoken) if recipe.respell else None
    kept = Respelt(plain, tuple(range(len(plain))))
    asked = spelling.respelt(plain, mend=recipe.mend) if spelling else kept
    foreign = recipe.gloss and spoken != words.main
    gloss = words.glosser.gloss(asked.text, spoken) if foreign else _NOT_GLOSSED
    return Readings(asked, spoken, gloss)


def embed_readings(readings: Readings, words: WordIndex, embedder: Embedder) -> list[Embedding]:
    """The embeddings of all readings, in one go."""
    languages = (readings.language, words.main)[: len(readings.texts)]
    return embedder.embed_questions(readings.texts, languages)


def concepts_of(readings: Readings, words: WordIndex) -> tuple[frozenset[int], ...]:
    """The concepts of each different content word; an empty set for a word without."""
    language = readings.language
    asked = folded_words(readings.asked.text)
    content = dict.fromkeys(word for word in asked if not is_function_word(word, language))
    found = [words.glossary.find(word, language) for word in content]
    known = dict.fromkeys(filter(None, found))
    return (*known, *(frozenset[int]() for concepts in found if not concepts))


def token_weights(
    embedding: Embedding, text: str, frequency: NDArray[np.int32], passages: int
) -> NDArray[np.float32]:
    """How much each token of a reading counts; the weights add up to one, shape ``(t,)``.

    Punctuation counts nothing; the rest by the root of their inverse document frequency,
    ``frequency`` being in how many of ``passages`` each token stands.
    """
    weights = np.sqrt(np.log1p((passages - frequency + 0.5) / (frequency + 0.5)))
    weights = np.where(_is_word(text, embedding.spans.tolist()), weights, 0.0)
    total = float(weights.sum())
    if not total:
        return np.full(len(weights), 1.0 / max(len(weights), 1), np.float32)
    return np.asarray(weights / total, np.float32)


def _is_word(text: str, spans: Sequence[Sequence[int]]) -> list[bool]:
    return [any(letter.isalnum() for letter in text[start:end]) for start, end in spans]
