"""Languages in one place: which one a text is in, its words, and their folded forms."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from simplemma import LanguageDetector

# Detected languages (BCP 47) and the names that simplemma knows them by.
_LANGUAGES = {"sq": "sq", "en": "en", "sr": "hbs"}
UNDETERMINED = "und"

_WORD = re.compile(r"[^\W_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SERBIAN_LATIN = dict(
    zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True)
) | {"љ": "lj", "њ": "nj", "џ": "dž"}


def detect(text: str) -> str:
    """The language of ``text`` as a BCP 47 tag: ``sq``, ``en``, ``sr``, or ``und``."""
    if _CYRILLIC.search(text):
        return "sr"
    words = text[:2_000]
    shares = LanguageDetector(tuple(_LANGUAGES.values())).proportion_in_each_language(words)
    best = max(_LANGUAGES, key=lambda tag: shares.get(_LANGUAGES[tag], 0.0))
    return best if shares.get(_LANGUAGES[best], 0.0) > 0 else UNDETERMINED


def latin(text: str) -> str:
    """``text`` with Serbian Cyrillic letters written in Latin."""
    if not _CYRILLIC.search(text):
        return text
    return "".join(map(_latin_letter, text))


def _latin_letter(letter: str) -> str:
    if letter in _SERBIAN_LATIN:
        return _SERBIAN_LATIN[letter]
    capital = _SERBIAN_LATIN.get(letter.lower())
    return letter if capital is None else capital.capitalize()


def fold(text: str) -> str:
    """``text`` in lower case without diacritics: ``Fëmijë`` and ``femije`` become one."""
    return _NOT_ASCII.sub(_plain, text.casefold())


@lru_cache(maxsize=4_096)
def _plain_letter(letter: str) -> str:
    decomposed = unicodedata.normalize("NFKD", latin(letter))
    plain = "".join(part for part in decomposed if not unicodedata.combining(part))
    return plain.replace("đ", "dj")


def _plain(match: re.Match[str]) -> str:
    return _plain_letter(match.group())


def folded_words(text: str) -> Iterator[str]:
    """The words and numbers of ``text``, folded, in order."""
    return (match.group() for match in _WORD.finditer(fold(text)))
