"""Question text -> Words: what of it must find support, names and all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.deputies import belittled
from assistant.glossary import meanings, meanings_anywhere
from assistant.lexicon import Lexicon
from assistant.spoken import QUOTED
from index.language import fold

_WORD = re.compile(r"[^\W_]+")
_SUFFIX = re.compile(r"[-’'](?:it|i|in|se|ja|je|ne|ve|s|a|u|e|om|ut|te|ta)\b", re.IGNORECASE)
_NUMERAL = re.compile(r"\d+|[IVX]+")
_ORDINALS, _PHASE = ("dyte", "trete", "katert"), "faze"  # as the glossary knows them
_LETTERED = 4  # longer words in capitals are names, whatever they could mean: AKTIV

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a question: ``text[start:end]`` of ``Question.text``.

    ``name`` is true for words written as names: capitals inside the sentence, quoted, or
    numerals. ``numeral`` are numbers, III and "third phase": another number, another thing.
    ``meanings`` are its concepts in the glossary: of a name, whatever language it is in.
    """

    text: str
    folded: str
    start: int
    end: int
    name: bool
    numeral: bool
    meanings: frozenset[int] = frozenset()

    @property
    def acronym(self) -> bool:
        """Whether the word is written in capitals, as KOMF is."""
        return len(self.text) > 2 and self.text.isupper()


def content_words(text: str, asking: Span, words: Lexicon, language: str) -> tuple[Word, ...]:
    """The words of ``text`` that say something; outside the span ``asking``, names only."""
    quoted: Sequence[Span] = [match.span() for match in QUOTED.finditer(text)]
    suffixes = [match.span() for match in _SUFFIX.finditer(text)]
    content: list[Word] = []
    for number, match in enumerate(_WORD.finditer(text)):
        start, end = match.span()
        inside = any(a <= start and end <= b for a, b in quoted)
        if any(a <= start and end <= b for a, b in suffixes) and not inside:
            continue
        folded = fold(match.group())
        name = (inside and len(folded) > 2) or _is_name(match.group(), first=number == 0)
        capital = match.group()[0].isupper() and (inside or len(folded) > 2)
        kept = capital and (inside or match.group().isupper() or _in_title(text, start, end))
        if (folded in words.stop or _is_letter(folded)) and not kept:
            continue
        if not (name or asking[0] <= start < asking[1]):
            continue
        known = _known_meanings(match.group(), folded, language, name=name)
        if content and belittled(text[content[-1].start : start]):
            continue
        numeral = _NUMERAL.fullmatch(match.group()) is not None
        content.append(Word(match.group(), folded, start, end, name or numeral, numeral, known))
    return _with_ordinals(content)


def _with_ordinals(content: Sequence[Word]) -> tuple[Word, ...]:
    """``content`` with "third" for a number beside "phase": alone it may mean "another"."""
    ordinals = frozenset[int]().union(*(meanings(one, "sq") for one in _ORDINALS))
    phase = meanings(_PHASE, "sq")
    found: list[Word] = []
    for place, word in enumerate(content):
        beside = (*content[max(0, place - 1) : place], *content[place + 1 : place + 2])
        if word.meanings & ordinals and any(one.meanings & phase for one in beside):
            found.append(replace(word, name=True, numeral=True, meanings=word.meanings & ordinals))
        else:
            found.append(word)
    return tuple(found)


def _is_letter(folded: str) -> bool:
    """Whether a word is a single letter: what an apostrophe leaves, as of "I'm"."""
    return len(folded) == 1 and folded.isalpha()


def is_acronym(word: str) -> bool:
    """Whether a word is a name for its capitals, whatever it could mean: AKTIV, but not NGO."""
    return word.isupper() and len(word) > _LETTERED


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether the capitalised word stands inside a sentence, right before another such word."""
    following = _WORD.match(text, end + 1)
    return start > 0 and following is not None and following.group()[0].isupper()


def _known_meanings(word: str, folded: str, language: str, *, name: bool) -> frozenset[int]:
    if is_acronym(word):
        return frozenset()
    return meanings(folded, language) or (meanings_anywhere(folded) if name else frozenset())


def _is_name(word: str, *, first: bool) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 or (capitals == 1 and not first and word[0].isupper())
