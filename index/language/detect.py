"""The language of a short text, by the function words and spellings that the packs know.

A question of five words holds two or three function words and a handful of telling spellings;
dictionaries of whole vocabularies say no more of it and take 100 MB.
"""

import re
from functools import lru_cache

from index.language.pack import packs
from index.language.parts import NONE, Spellings
from index.language.patterns import any_of
from index.language.script import WORD, cyrillic_share, fold, latin

LANGUAGES = tuple(packs())
_MOSTLY = 0.5

_FOLDED = {tag: frozenset(map(fold, pack.function_words)) for tag, pack in packs().items()}


def detect(text: str) -> str:
    """The likeliest language of ``text`` (BCP 47); the first when nothing speaks for any."""
    possible = list(packs().values())
    if cyrillic_share(text) > _MOSTLY:
        possible = [pack for pack in possible if pack.cyrillic] or possible
    if len(possible) == 1:
        return possible[0].tag
    lowered = latin(text).lower()
    scores = {pack.tag: 0.0 for pack in possible}
    for word in WORD.findall(lowered):
        hits = [pack.tag for pack in possible if word in pack.function_words]
        for language in hits:
            scores[language] += 1.0 / len(hits)
    for pack in possible:
        for weight, pattern in _spellings(pack.tag):
            scores[pack.tag] += weight * len(pattern.findall(lowered))
    return max(scores, key=lambda language: scores[language])


def is_function_word(word: str, language: str) -> bool:
    """Whether a folded word only holds sentences of ``language`` together.

    Each language has its own list and no other's touches it.
    """
    return word in _FOLDED.get(language, NONE)


@lru_cache
def _spellings(language: str) -> tuple[tuple[float, re.Pattern[str]], ...]:
    signs = packs()[language].spellings
    return tuple((one.weight, re.compile(_pattern(one))) for one in signs)


def _pattern(signs: Spellings) -> str:
    letters = [f"[{signs.letters}]"] if signs.letters else []
    endings = [rf"{any_of(signs.endings)}\b"] if signs.endings else []
    return "|".join((*letters, *endings, *signs.pieces))
