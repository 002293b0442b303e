"""Stand-ins that behave like the real parts and can be worked out by hand."""

from collections.abc import Iterator, Sequence

import numpy as np

from index.embedding import Embedding
from index.language import folded_words

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


class LetterEmbedder:
    """A token is a folded word, its vector counts the word's letters; a text is their sum."""

    def __init__(self, name: str = "letters") -> None:
        self.name = name
        self.dimensions = len(LETTERS)
        self.embedded: list[str] = []

    def embed_passages(self, texts: Sequence[str]) -> Iterator[Embedding]:
        """Embed and remember ``texts``, so that tests see what was embedded anew."""
        self.embedded.extend(texts)
        return (_embedding(text) for text in texts)

    def embed_questions(self, texts: Sequence[str], languages: Sequence[str]) -> list[Embedding]:
        """Embed ``texts`` like passages, whatever their languages."""
        assert len(texts) == len(languages)
        return [_embedding(text) for text in texts]


class Silent:
    """A build progress that keeps the names of the steps it was told."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def step(self, name: str) -> None:
        """Keep ``name``."""
        self.steps.append(name)

    def reading(self, done: int, total: int) -> None:
        """Nothing to show."""

    def embedding(self, done: int, total: int) -> None:
        """Nothing to show."""


def _embedding(text: str) -> Embedding:
    words = list(folded_words(text)) or ["a"]
    tokens = np.array([[word.count(letter) for letter in LETTERS] for word in words], np.float32)
    tokens[:, 0] += 0.01  # a word without Latin letters is still not the zero vector
    total = tokens.sum(axis=0)
    spans = np.array(_spans(text, words), np.int32)
    return Embedding(
        vector=total / np.linalg.norm(total),
        tokens=tokens / np.linalg.norm(tokens, axis=1, keepdims=True),
        token_ids=np.array([sum(map(ord, word)) % 997 for word in words], np.int32),
        spans=spans,
    )


def _spans(text: str, words: list[str]) -> list[tuple[int, int]]:
    size = max(1, len(text) // len(words))
    return [(number * size, (number + 1) * size) for number in range(len(words))]
