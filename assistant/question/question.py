"""Text -> Question: its language, the part that asks, and the words that say something."""

from dataclasses import dataclass

from assistant.question.clause import asking_part
from assistant.question.lexicon import lexicon, without_markup
from assistant.question.spoken import is_cyrillic, spoken_language
from assistant.question.words import Word, content_words
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
    words: tuple[Word, ...]

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
    return Question(
        text=text,
        asking=text[start:end],
        language=spoken,
        cyrillic=is_cyrillic(plain),
        words=content_words(text, (start, end), words),
    )


def _not_shouted(text: str) -> str:
    """``text`` in small letters where all of it is in capitals: they name nothing then."""
    return text.lower() if text.isupper() and len(text.split()) > _SHOUTED else text
