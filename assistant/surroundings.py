"""The values in a sentence that could answer, and how well what stands around them fits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.evidence import Candidate, Reader
from assistant.matching import Support, Vocabulary
from assistant.question import Question
from assistant.reader.sentences import Sentence
from assistant.spelled_out import spelled_out
from assistant.values import Asked, Value, find

_ABOVE_VALUE = 0.5  # a heading over many values says little of each
_WINDOW = 60  # characters on each side of a value that say what it is a value of
_BEFORE_NUMBER, _AFTER_NUMBER = 30, 45  # what a number counts stands closer


@dataclass(frozen=True, slots=True)
class Fitted:
    """A value, how well it fits the question, and what each word finds close around it.

    ``counted`` is what the word finds there that says what is counted, dated or named.
    """

    value: Value
    fit: float
    nearby: Support
    counted: float


def best_value(question: Question, one: Candidate, reader: Reader) -> Fitted | None:
    """The value of a sentence that fits the question best, the first among equals."""
    focus = question.focus
    fitted = (
        Fitted(value, _fit(question, near), near, 1.0 if focus is None else float(near[focus]))
        for value, near in _nearby(question, one, reader)
    )
    return max(fitted, key=lambda one: one.fit, default=None)


def _nearby(question: Question, one: Candidate, reader: Reader) -> Iterator[tuple[Value, Support]]:
    """The values of a sentence with what each word of the question finds around them."""
    for value in answering(question, one.sentence, one.info.language):
        support = _window(one, reader, value, _WINDOW, _WINDOW)
        if question.asked is Asked.NUMBER and question.focus is not None:
            counted = _window(one, reader, value, _BEFORE_NUMBER, _AFTER_NUMBER)
            support[question.focus] = (
                counted[question.focus] + counted[list(question.counted)].max()
            ) / 2
            yield value, support
        else:
            yield value, np.maximum(support, _ABOVE_VALUE * one.reading.above)


def _window(one: Candidate, reader: Reader, value: Value, before: int, after: int) -> Support:
    """What each word finds in so many characters around ``value``."""
    text, first = one.sentence.text, one.sentence.first
    start, end = max(0, value.start - before), min(len(text), value.end + after)
    return reader.support(one.reading, first + start, first + end, text[start:end])


def _fit(question: Question, near: Support) -> float:
    """How much of what is asked about a value stands around it; the first word counts double."""
    asked = [place for place, word in enumerate(question.words) if not word.name]
    places = asked or list(range(len(near)))
    return float(near[[places[0], *places]].mean())


def answering(question: Question, sentence: Sentence, language: str) -> Sequence[Value]:
    """The values in a sentence that could answer: a name in the question answers no who."""
    if question.asked is Asked.LETTERS:
        return spelled_out(sentence.text, question.words[0].text, item=sentence.item)
    found = find(sentence.text, question.asked)
    if question.asked not in (Asked.PERSON, Asked.PLACE):
        return found
    return [value for value in found if not _named(question, sentence, value, language)]


def _named(question: Question, sentence: Sentence, value: Value, language: str) -> bool:
    """Whether ``value`` is what the question names already, as it does or spelled out."""
    known = Vocabulary.of(value.text, language).support(question.words)
    if known.max(initial=0.0) > 0:
        return True
    long_names = (
        long
        for word in question.words
        if word.acronym
        for long in spelled_out(sentence.text, word.text, item=sentence.item)
    )
    return any(long.start < value.end and value.start < long.end for long in long_names)
