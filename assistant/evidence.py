"""Hits -> Candidates: every sentence of the hits with what the question's words find in it."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.matching import QuestionTokens, Support, token_ranges, vocabulary
from assistant.question import Question
from assistant.reader.sentences import Sentence, sentences
from index.catalog import DocumentInfo
from index.library import Snapshot
from index.search import Hit, SearchResult
from index.tokens import PassageTokens

ABOVE = 0.97  # what a heading says, it says of every sentence below
_SHARE = 0.3  # what so much of a document speaks of, the document is about
_IN_PASSING = 0.7
# So many passages before and behind each of the best hits are read as well.
_BESIDE = (4, 2, 2)


@dataclass(frozen=True, slots=True)
class Reading:
    """One hit as it was read: its sentences, its tokens and their likeness to the question's.

    ``similarities`` has shape ``(question tokens, passage tokens)``. ``each`` is what each
    word finds in each sentence, ``support`` in the whole passage, ``above`` in the headings and
    the title over it, ``introduction`` in the line that introduces a list that it continues.
    ``likeness`` is how like the whole question each sentence is, shape ``(sentences, 2)``.
    """

    hit: Hit
    sentences: tuple[Sentence, ...]
    tokens: PassageTokens
    similarities: NDArray[np.float32]
    each: tuple[Support, ...]
    support: Support
    above: Support
    introduction: Support
    likeness: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer, and where each word of the question finds support.

    ``own`` is what the sentence itself gives, ``near`` its neighbours or the introduction of
    its list, ``document`` the best of all hits from its document.
    """

    sentence: Sentence
    reading: Reading
    own: Support
    near: Support
    document: Support
    likeness: NDArray[np.float32]

    @property
    def info(self) -> DocumentInfo:
        """The document that the sentence stands in."""
        return self.reading.hit.document


class Reader:
    """Reads the hits of one question."""

    def __init__(self, question: Question, result: SearchResult, snapshot: Snapshot) -> None:
        self._question = question
        self._result = result
        self._snapshot = snapshot
        self.tokens = QuestionTokens.of(result.question, question.words)

    def candidates(self) -> tuple[Candidate, ...]:
        """Every sentence of every hit, in their order."""
        hits = [*self._result.hits, *self._beside()]
        readings = [self._reading(*numbered) for numbered in enumerate(hits)]
        documents = _document_support(readings)
        return tuple(
            candidate
            for reading in readings
            for candidate in _of_reading(reading, documents[reading.hit.document.id])
        )

    def _beside(self) -> Iterator[Hit]:
        """The passages beside the best hits, in their documents: the subject may be named there.

        They rank behind what the search found.
        """
        generation = self._snapshot.generation
        known = {hit.stored.number for hit in self._result.hits}
        last = min((hit.score for hit in self._result.hits), default=0.0)
        for hit, many in zip(self._result.hits, _BESIDE, strict=False):
            for number in range(hit.stored.number - many, hit.stored.number + many + 1):
                if number in known or not 0 <= number < len(generation.tokens):
                    continue
                known.add(number)
                stored = generation.catalog.passage(number)
                if stored.document_id == hit.document.id:
                    yield Hit(stored, hit.document, last)

    def support(self, reading: Reading, first: int, last: int, text: str) -> Support:
        """What each word finds in ``first:last`` of the embedded text, which reads ``text``."""
        rows = token_ranges(reading.tokens, [(first, last)])
        vectors = self.tokens.support(self.tokens.best(reading.similarities, rows))[0]
        return np.asarray(
            np.maximum(
                vectors,
                vocabulary(text, reading.hit.document.language).support(self._question.words),
            )
        )

    def _reading(self, number: int, hit: Hit) -> Reading:
        passage, info = hit.stored.passage, hit.document
        tokens = self._snapshot.generation.tokens.passage(hit.stored.number)
        similarities = self.tokens.similarities(tokens)
        own = tuple(sentences(number, hit, info.language))
        shift = own[0].first if own else 0
        ranges = token_ranges(tokens, [(0, shift), *((one.first, one.last) for one in own)])
        best = self.tokens.best(similarities, [(0, len(tokens.ids)), *ranges])
        found = self.tokens.support(best)
        likeness = self.tokens.likeness(best[2:], tokens, ranges[1:])
        title = " ".join((info.title, info.publisher or "", passage.section))
        words = self._question.words
        letters = [vocabulary(one.text, info.language).support(words) for one in own]
        nothing = np.zeros(len(words), np.float32)
        return Reading(
            hit=hit,
            sentences=own,
            tokens=tokens,
            similarities=similarities,
            each=tuple(
                np.maximum(vectors, typed)
                for vectors, typed in zip(found[2:], letters, strict=True)
            ),
            support=np.max([found[0], nothing, *letters], axis=0),
            above=vocabulary(title, info.language).support(words),
            introduction=np.maximum(
                found[1], vocabulary(passage.context, info.language).support(words)
            ),
            likeness=likeness,
        )


def _of_reading(reading: Reading, document: Support) -> Iterator[Candidate]:
    own, introduction = reading.each, reading.introduction
    for place, sentence in enumerate(reading.sentences):
        if sentence.item:
            near = np.maximum(own[place], introduction)
        else:
            introduction = own[place]
            near = np.max(own[max(0, place - 1) : place + 2], axis=0)
        yield Candidate(sentence, reading, own[place], near, document, reading.likeness[place])


def _document_support(readings: Sequence[Reading]) -> dict[str, Support]:
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        found.setdefault(reading.hit.document.id, []).append(reading)
    return {document: _central(of_one) for document, of_one in found.items()}


def _central(readings: Sequence[Reading]) -> Support:
    """What the passages of one document say of each word, less of what only few say in passing.

    A list that names SOS once does not make the whole page one about SOS.
    """
    each = np.stack([np.maximum(one.support, one.above) for one in readings])
    headings = np.max([one.above for one in readings], axis=0)
    enough = max(2, math.ceil(_SHARE * len(each)))
    often = np.sort(each, axis=0)[-enough] if len(each) >= enough else np.zeros_like(each[0])
    central = np.maximum(often, headings)
    return np.asarray(np.maximum(central, _IN_PASSING * each.max(axis=0)), np.float32)
