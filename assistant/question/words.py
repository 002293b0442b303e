"""Question text -> Words: what of it says something, names and all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.question.lexicon import Lexicon
from assistant.question.spoken import QUOTED
from index.language import every, fold
from index.language.patterns import any_of

_WORD = re.compile(r"[^\W_]+")
_NUMERAL = re.compile(r"\d+|[IVX]+")
_ENDING = re.compile(
    rf"[-’'](?:{any_of(every(lambda pack: pack.case_endings), loose=True)})\b", re.IGNORECASE
)
_SHORT = 2  # letters: in capitals it may be a word that is only typed so

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a question: ``text[start:end]`` of ``Question.text``.

    ``name`` is true for words written as names: capitals inside the sentence, quoted, or
    numerals; ``numeral`` for numbers, III too: another number, another thing.
    """

    text: str
    folded: str
    start: int
    end: int
    name: bool
    numeral: bool


def is_acronym(word: str) -> bool:
    """Whether ``word`` is written in capitals, as short names are."""
    return len(word) > _SHORT and word.isupper()


def content_words(text: str, asking: Span, words: Lexicon) -> tuple[Word, ...]:
    """The words of ``text`` that say something; outside the span ``asking``, names only."""
    return tuple(_content(text, asking, words))


def _content(text: str, asking: Span, words: Lexicon) -> Iterator[Word]:
    quoted: Sequence[Span] = [match.span() for match in QUOTED.finditer(text)]
    endings = [match.span() for match in _ENDING.finditer(text)]
    for number, match in enumerate(_WORD.finditer(text)):
        start, end = match.span()
        folded = fold(match.group())
        inside = _within(match.span(), quoted)
        if _within(match.span(), endings) and not inside:
            continue
        name = (inside and len(folded) > _SHORT) or _is_name(match.group(), first=number == 0)
        capital = match.group()[0].isupper() and (inside or len(folded) > _SHORT)
        kept = capital and (inside or match.group().isupper() or _in_title(text, start, end))
        if (folded in words.stop or _is_letter(folded)) and not kept:
            continue
        if name or asking[0] <= start < asking[1]:
            numeral = _NUMERAL.fullmatch(match.group()) is not None
            yield Word(match.group(), folded, start, end, name or numeral, numeral)


def _within(span: Span, others: Sequence[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _is_letter(folded: str) -> bool:
    """Whether a word is a single letter: what an apostrophe leaves, as of "I'm"."""
    return len(folded) == 1 and folded.isalpha()


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether the capitalised word stands inside a sentence, right before another such word."""
    following = _WORD.match(text, end + 1)
    return start > 0 and following is not None and following.group()[0].isupper()


def _is_name(word: str, *, first: bool) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 or (capitals == 1 and not first and word[0].isupper())
