"""Where the words of a question stand in a passage, found without regard to diacritics."""

import re

from index.language import fold, folded_words

# Shorter words are in half of all sentences: marking them would mark nothing.
_MIN_WORD = 3
# From this length a word marks the beginning of its longer forms too: trafikim in trafikimit.
_MIN_STEM = 4


def highlights(text: str, question: str) -> tuple[tuple[int, int], ...]:
    """The spans of ``text``, in code points, that fold to a word of ``question``."""
    words = {word for word in folded_words(question) if len(word) >= _MIN_WORD or word.isdigit()}
    if not words:
        return ()
    folded, origins = _folded_with_origins(text)
    spans = (match.span() for match in _pattern(words).finditer(folded))
    return tuple((origins[start], origins[end - 1] + 1) for start, end in spans)


def _pattern(words: set[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = (
        re.escape(word) + ("" if len(word) >= _MIN_STEM else r"(?![^\W_])")
        for word in longest_first
    )
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(alternatives)})")


def _folded_with_origins(text: str) -> tuple[str, list[int]]:
    """``text`` folded, and for each folded character the offset of the one it came from.

    Folding changes lengths (Љ becomes lj), so offsets have to be carried along.
    """
    pieces: list[str] = []
    origins: list[int] = []
    for offset, character in enumerate(text):
        piece = character.lower() if character.isascii() else fold(character)
        pieces.append(piece)
        origins.extend([offset] * len(piece))
    return "".join(pieces), origins
