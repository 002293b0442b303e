"""What counts as a term: 4-letter grams and 5-letter beginnings of the words that mean something.

Albanian and Serbian bend the ends of their words; both units meet across the forms without a
stemmer.
"""

from index.language import folded_words, is_function_word, latin

_GRAM = 4
_BEGINNING = 5


def content_words(text: str, language: str) -> list[str]:
    """The folded words of ``text``, in Latin letters, without ``language``'s function words."""
    words = folded_words(latin(text))
    return [word for word in words if not is_function_word(word, language)]


def grams(words: list[str], *, finished: bool = True) -> list[str]:
    """The overlapping 4-letter pieces of each word, its two edges marked by a space.

    Unless ``finished``, the last word may go on: its right edge is not known yet.
    """
    pieces: list[str] = []
    for number, word in enumerate(words, start=1):
        edged = f" {word} " if finished or number < len(words) else f" {word}"
        pieces.extend(edged[at : at + _GRAM] for at in range(max(1, len(edged) - _GRAM + 1)))
    return pieces


def beginnings(words: list[str]) -> list[str]:
    """The first five letters of each word."""
    return [word[:_BEGINNING] for word in words]
