"""Letters and words, the way every part sees them: Latin, lower case, without diacritics."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from cyrtranslit import to_latin

from index.language.pack import packs

WORD = re.compile(r"[^\W_]+")

_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ALPHABETS = tuple(tag for tag, pack in packs().items() if pack.cyrillic)


def latin(text: str) -> str:
    """``text`` with the Cyrillic letters of our languages in Latin, every other as it was."""
    if _CYRILLIC.search(text):
        for alphabet in _ALPHABETS:
            text = to_latin(text, alphabet)
    return text


def cyrillic_share(text: str) -> float:
    """The share of the letters of ``text`` that are Cyrillic, 0.0 for a text without letters."""
    letters = sum(letter.isalpha() for letter in text)
    return len(_CYRILLIC.findall(text)) / letters if letters else 0.0


def fold(text: str) -> str:
    """``text`` in lower case without diacritics: letters with and without become one."""
    return _NOT_ASCII.sub(_plain, text.casefold())


def folded_words(text: str) -> Iterator[str]:
    """The words and numbers of ``text``, folded, in order."""
    return (match.group() for match in WORD.finditer(fold(text)))


@lru_cache(maxsize=4_096)
def _plain_letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", latin(letter))
    plain = "".join(part for part in decomposed if not unicodedata.combining(part))
    # Who has no đ on the keyboard types dj.
    return plain.casefold().replace("đ", "dj")


def _plain(match: re.Match[str]) -> str:
    return _plain_letter(match.group())
