"""Text -> Question: its language, what it asks for, and the words that must find support."""

import re
from dataclasses import dataclass

from assistant.asking import asking_part, folded_text
from assistant.content import Word, content_words
from assistant.intent import Aim, aim_of, aim_with, asked_of, supported
from assistant.lexicon import Lexicon, lexicon, without_markup
from assistant.spoken import is_cyrillic, spoken_language
from assistant.values import Asked
from index.language import latin

_SHOUTED = 2  # words


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it is searched: ``text`` is in Latin letters, without markup.

    ``asking`` is the part of it that asks, where people say first who they are.
    """

    text: str
    asking: str
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
    def terms(self) -> tuple[tuple[int, ...], ...]:
        """The places of the words of each term: a name is one, however long; others are words."""
        groups: list[list[int]] = []
        for place, word in enumerate(self.words):
            before = self.words[place - 1] if place else None
            if before is not None and _one_name(before, word):
                groups[-1].append(place)
            else:
                groups.append([place])
        return tuple(map(tuple, groups))

    @property
    def whole_names(self) -> tuple[tuple[int, ...], ...]:
        """The terms that are names."""
        return tuple(term for term in self.terms if self.words[term[0]].name)

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
    start, end = asking_part(text, words)
    folded = folded_text(text[start:end], words)
    content = content_words(text, (start, end), words, spoken)
    aim = aim_of(folded, words, content)
    wanted, phrase = asked_of(folded, words, aim)
    return Question(
        text=text,
        asking=text[start:end],
        language=spoken,
        cyrillic=is_cyrillic(plain),
        aim=aim_with(aim, wanted),
        asked=wanted,
        words=supported(_first_of_two(text, content, wanted, words), wanted, phrase, words),
    )


def _one_name(before: Word, word: Word) -> bool:
    """Whether two words are of one name: a short name and a number are names of their own."""
    alone = any(one.acronym or one.numeral for one in (before, word))
    return before.name and word.name and not alone


def _first_of_two(
    text: str, content: tuple[Word, ...], wanted: Asked, words: Lexicon
) -> tuple[Word, ...]:
    """The words of the first choice: "is it open or closed" is answered by either."""
    if wanted is not Asked.YES_NO:
        return content
    choice = re.search(rf"\b(?:{'|'.join(words.alternatives)})\b", text)
    before = tuple(word for word in content if choice is None or word.start < choice.start())
    later = tuple(word for word in content if word.name and word not in before)
    return (*before, *later) if before else content


def _not_shouted(text: str) -> str:
    """``text`` in small letters where all of it is in capitals: they name nothing then."""
    return text.lower() if text.isupper() and len(text.split()) > _SHOUTED else text
