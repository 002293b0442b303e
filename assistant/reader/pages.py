"""Hits -> pages: passages cut in sentences, with what the network reads of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.reader.inputs import (
    AskedTokens,
    PassageTokens,
    sentence_of,
    shapes_of,
    traits_of,
)
from assistant.reader.marks import Marks, marks_of
from assistant.reader.sentences import Span, sentence_spans
from index.generation import Generation
from index.passages import embedded_text
from index.search import Hit, SearchResult

_PASSAGES, _WORDS = 4_096, 50_000  # so many are remembered

_Cut = tuple[tuple[Span, ...], int, Marks, NDArray[np.int32], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Page:
    """A hit as it is read: ``spans`` are its sentences, ``tokens`` what the network reads.

    ``token_spans`` are the tokens' places in the passage's text, shape ``(n, 2)``: negative for
    those of what stands above it.
    """

    hit: Hit
    spans: tuple[Span, ...]
    tokens: PassageTokens
    token_spans: NDArray[np.int32]

    @property
    def text(self) -> str:
        """The passage's text."""
        return self.hit.stored.passage.text


class PageReader:
    """Makes pages of one generation's hits, and remembers how passages are cut and marked."""

    def __init__(self, generation: Generation) -> None:
        self._tokens = generation.tokens
        self._meanings: Callable[[str, str], frozenset[int]] = lru_cache(_WORDS)(
            generation.words.glossary.find
        )
        self._cuts: Callable[[int, str, str, str], _Cut] = lru_cache(_PASSAGES)(self._cut)

    def page(self, hit: Hit) -> Page:
        """The page of ``hit``."""
        stored = hit.stored
        whole = embedded_text(stored.passage)
        language = hit.document.language
        cut = self._cuts(stored.number, stored.passage.text, whole, language)
        spans, shift, marks, rows, shapes = cut
        kept = self._tokens.passage(stored.number)
        tokens = PassageTokens(kept.vectors, marks, rows, shapes, hit.document.id, hit.score)
        return Page(hit, spans, tokens, kept.spans - shift)

    def asked(self, result: SearchResult) -> AskedTokens:
        """The tokens of the question of ``result``."""
        question = result.question
        marks = marks_of(result.text, question.spans, result.language, self._meanings)
        frequency = self._tokens.passages_with(question.token_ids)
        traits = traits_of(result.text, question.spans, frequency, len(self._tokens))
        return AskedTokens(question.tokens, marks, traits)

    def _cut(self, number: int, text: str, whole: str, language: str) -> _Cut:
        spans = sentence_spans(text, language) or ((0, len(text)),)
        token_spans = self._tokens.kept(number).spans.astype(np.int32)
        shift = len(whole) - len(text)
        return (
            spans,
            shift,
            marks_of(whole, token_spans, language, self._meanings),
            sentence_of(token_spans, [start for start, _ in spans], shift),
            shapes_of([text[slice(*span)] for span in spans]),
        )
