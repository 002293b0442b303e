"""Text -> Question: its language, what it asks for, and the words that must find support."""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.deputies import belittled
from assistant.glossary import meanings, meanings_anywhere
from assistant.lexicon import (
    LANGUAGES,
    Lexicon,
    first_phrase,
    has_phrase,
    lexicon,
    without_markup,
)
from assistant.values import Asked
from index.language import detect, fold, folded_words, latin

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# A quoted name is asked about as it stands, question mark and all.
_QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{2,80}[”\"“»]")
_SUFFIX = re.compile(r"[-’'](?:it|i|in|se|ja|je|ne|ve|s|a|u|e|om|ut|te|ta)\b", re.IGNORECASE)


# The words that ask for these ("which year") are answered by the value itself.
_SAID_BY_VALUE = frozenset(
    {Asked.DATE, Asked.DURATION, Asked.NUMBER, Asked.PERCENT, Asked.AGE, Asked.LETTERS}
)


_SHOUTED = 2  # words
_LETTERED = 4  # longer words in capitals are names, whatever they could mean: AKTIV
_SPANS = ("fillon", "perfundon", "zgjat")  # as the glossary knows them


class Aim(StrEnum):
    """What sort of answer a question wants; small talk and orders want none."""

    FACT = "fact"
    LIST = "list"
    OVERVIEW = "overview"
    SMALL_TALK = "small_talk"
    COMMAND = "command"


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a question: ``text[start:end]`` of ``Question.text``.

    ``name`` is true for words written as names: capitals inside the sentence, or quoted.
    ``meanings`` are its concepts in the glossary: of a name, whatever language it is in.
    """

    text: str
    folded: str
    start: int
    end: int
    name: bool
    meanings: frozenset[int] = frozenset()

    @property
    def acronym(self) -> bool:
        """Whether the word is written in capitals, as KOMF is."""
        return len(self.text) > 2 and self.text.isupper()


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is searched: ``text`` is in Latin letters, without markup."""

    text: str
    language: str
    cyrillic: bool
    aim: Aim
    asked: Asked
    words: tuple[Word, ...]

    @property
    def focus(self) -> int | None:
        """The place of the word that says what is asked about: the first that is no name."""
        return next((place for place, word in enumerate(self.words) if not word.name), None)

    @property
    def counted(self) -> tuple[int, ...]:
        """The places of what "how many" counts: the focus, and the word right behind it.

        Which of the two is the noun depends on the language: "court decisions".
        """
        if self.focus is None:
            return ()
        following = self.focus + 1
        if following < len(self.words) and not self.words[following].name:
            gap = self.words[following].start - self.words[self.focus].end
            if gap == 1:
                return (self.focus, following)
        return (self.focus,)

    @property
    def whole_names(self) -> tuple[tuple[int, ...], ...]:
        """The places of the words of each name: those that follow one another, but acronyms."""
        groups: list[list[int]] = []
        for place, word in enumerate(self.words):
            if not word.name:
                continue
            before = self.words[place - 1] if place else None
            joined = before is not None and before.name and not (before.acronym or word.acronym)
            if joined:
                groups[-1].append(place)
            else:
                groups.append([place])
        return tuple(map(tuple, groups))

    @property
    def names(self) -> tuple[Word, ...]:
        """The words written as names."""
        return tuple(word for word in self.words if word.name)


def understand(asked: str, language: str | None = None) -> Question:
    """What is asked in ``asked``; ``language`` overrides detection."""
    plain = without_markup(asked)
    text = _not_shouted(latin(plain))
    spoken = language or spoken_language(plain)
    words = lexicon(spoken)
    folded = " ".join(folded_words(text.replace("%", f" {words.percent_sign} ")))
    content = _content(text, words, spoken)
    aim = _aim(folded, words, content)
    wanted, phrase = _asked(folded, words, aim)
    if wanted in _SAID_BY_VALUE and aim is Aim.LIST:
        aim = Aim.FACT
    if wanted is Asked.LETTERS:
        aim = Aim.FACT
    return Question(
        text=text,
        language=spoken,
        cyrillic=bool(_CYRILLIC.search(plain)),
        aim=aim,
        asked=wanted,
        words=_supported(content, wanted, phrase),
    )


def _not_shouted(text: str) -> str:
    """``text`` in small letters where all of it is in capitals: they name nothing then."""
    return text.lower() if text.isupper() and len(text.split()) > _SHOUTED else text


def spoken_language(text: str) -> str:
    """The language of a question: told by its small words, else by the general detector."""
    if _CYRILLIC.search(text):
        return "sr"
    # A name is in its own language, not in the asker's.
    plain = _QUOTED.sub(" ", text)
    found = [fold(word) for n, word in enumerate(_WORD.findall(plain)) if not n or word.islower()]
    known = {name: _known(found, lexicon(name)) for name in LANGUAGES}
    best = max(known.values())
    leaders = [name for name, count in known.items() if count == best]
    if best and len(leaders) == 1:
        return leaders[0]
    detected = detect(text)
    return detected if detected in leaders else leaders[0]


def _known(found: list[str], words: Lexicon) -> int:
    """How many of a question's words, and of its asking phrases, a language knows."""
    folded = " ".join(found)
    phrases = (phrase for phrase, _ in words.types if " " in phrase)
    known = sum(word in words.asking() for word in found)
    return known + sum(has_phrase(folded, phrase) for phrase in phrases)


def _aim(folded: str, words: Lexicon, content: tuple[Word, ...]) -> Aim:
    size = len(folded.split())
    order = first_phrase(folded, words.commands)
    if order and (folded.startswith(order) or size <= 8):
        return Aim.COMMAND
    if size <= 8 and any(folded.startswith(phrase) for phrase in words.small_talk):
        return Aim.SMALL_TALK
    plain = [word for word in content if not word.name]
    defined = first_phrase(folded, words.definitions) and not plain
    if defined or first_phrase(folded, words.overviews):
        return Aim.OVERVIEW
    return Aim.LIST if first_phrase(folded, words.lists) else Aim.FACT


def _asked(folded: str, words: Lexicon, aim: Aim) -> tuple[Asked, str]:
    """What is asked for, and the phrase that asks for it."""
    for phrase, kind in words.types:
        wanted = Asked(kind)
        opening = wanted in (Asked.YES_NO, Asked.PLACE, Asked.REASON)
        if folded.startswith(f"{phrase} ") if opening else has_phrase(folded, phrase):
            if wanted is Asked.PERSON and (aim is not Aim.FACT or _opens(folded, words)):
                continue
            return wanted, phrase
    if aim is Aim.OVERVIEW:
        return Asked.NOTHING, ""
    keywords = ((Asked(kind), phrase) for phrase, kind in words.keywords)
    return next((one for one in keywords if has_phrase(folded, one[1])), (Asked.NOTHING, ""))


def _opens(folded: str, words: Lexicon) -> bool:
    """Whether a question is one of yes or no: its "who" joins clauses and asks nothing."""
    yes_no = (phrase for phrase, kind in words.types if Asked(kind) is Asked.YES_NO)
    return any(folded.startswith(f"{phrase} ") for phrase in yes_no)


def _content(text: str, words: Lexicon, language: str) -> tuple[Word, ...]:
    quoted = [match.span() for match in _QUOTED.finditer(text)]
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
        if folded in words.stop and not kept:
            continue
        known = _known_meanings(match.group(), folded, language, name=name)
        if content and belittled(text[content[-1].start : start]):
            continue
        content.append(Word(match.group(), folded, start, end, name, known))
    return tuple(content)


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


def _supported(content: tuple[Word, ...], wanted: Asked, phrase: str) -> tuple[Word, ...]:
    """The words that must find support: not those that only ask for a kind of value."""
    names = tuple(word for word in content if word.name)
    if wanted is Asked.LETTERS and names:
        return names
    asking = phrase.split() if wanted in _SAID_BY_VALUE else []
    rest = tuple(word for word in content if word.name or word.folded not in asking)
    if wanted not in (Asked.DATE, Asked.DURATION):
        return rest
    # "From January to December" says of itself that it begins, ends and lasts.
    spans = frozenset[int]().union(*(meanings(word, "sq") for word in _SPANS))
    timeless = tuple(word for word in rest if word.name or not word.meanings & spans)
    return timeless or rest


def _is_name(word: str, *, first: bool) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 or (capitals == 1 and not first and word[0].isupper())
