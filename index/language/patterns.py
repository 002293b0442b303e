"""Words -> patterns: what several modules search texts for."""

import re
from collections.abc import Iterable

from index.language.pack import every, packs
from index.language.script import fold

# For use inside a class of letters: those of the languages' Latin alphabets, large and small, and
# the large ones of Cyrillic where a language is written in it.
_OWN = "".join(every(lambda pack: (signs.letters for signs in pack.spellings)))
CAPITALS = f"A-Z{_OWN.upper()}"
SMALL = f"a-z{_OWN}"
CYRILLIC_CAPITALS = "\u0400-\u042f" if any(pack.cyrillic for pack in packs().values()) else ""
# Matches nothing: what no language has words for is never found.
NOTHING = r"(?!)"


def any_of(words: Iterable[str], *, loose: bool = False) -> str:
    """A pattern of any of ``words``, which may be phrases, the longest first.

    A ``+`` in a word stands for letters, one at least; a ``*`` at its end for any. With ``loose``
    each letter may be without its diacritic.
    """
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(_pattern(word, loose) for word in ordered)})" if ordered else NOTHING


def _pattern(word: str, loose: bool) -> str:
    return "".join(_letter(letter, loose) for letter in word)


def _letter(letter: str, loose: bool) -> str:
    if letter in "+*":
        return rf"\w{letter}"
    if letter == " ":
        return r"\s+"
    plain = fold(letter)
    return f"[{letter}{plain[0]}]" if loose and letter.lower() != plain else re.escape(letter)
