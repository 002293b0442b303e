"""Text -> the language that a question is asked in."""

import re

from assistant.question.lexicon import Lexicon, has_phrase, lexicon
from index.language import LANGUAGES, detect, fold, packs

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# A quoted name is asked about as it stands, question mark and all.
QUOTED = re.compile(r"[“\"„«][^“”\"„«»]{2,80}[”\"“»]")
_CLEARLY = 2  # small words more than the language has that is asked for
_OPENS = 2  # "who" says more of a question's language than a small word inside it


def is_cyrillic(text: str) -> bool:
    """Whether any letter of ``text`` is Cyrillic."""
    return _CYRILLIC.search(text) is not None


def spoken_language(text: str) -> str:
    """The language of a question: told by its small words, else by the general detector."""
    possible = _possible(text)
    if len(possible) == 1:
        return possible[0]
    known = _known_by_language(text, possible)
    best = max(known.values())
    leaders = [name for name, count in known.items() if count == best]
    if best and len(leaders) == 1:
        return leaders[0]
    detected = detect(text)
    return detected if detected in leaders else leaders[0]


def in_another_language(text: str, language: str) -> bool:
    """Whether ``text`` clearly is in another language than ``language``."""
    possible = _possible(text)
    if is_cyrillic(text) and (language not in possible or len(possible) == 1):
        return language not in possible
    known = _known_by_language(text, possible)
    own = known.get(language, 0)
    return any(count >= own + _CLEARLY for count in known.values())


def _possible(text: str) -> tuple[str, ...]:
    """The languages that are written in the letters of ``text``."""
    if not is_cyrillic(text):
        return LANGUAGES
    return tuple(tag for tag, pack in packs().items() if pack.cyrillic) or LANGUAGES


def _known_by_language(text: str, possible: tuple[str, ...]) -> dict[str, int]:
    # A name is in its own language, not in the asker's.
    typed = _WORD.findall(QUOTED.sub(" ", text))
    found = [fold(word) for n, word in enumerate(typed) if not n or _is_plain(typed, n)]
    return {name: _known(found, lexicon(name)) for name in possible}


def _is_plain(typed: list[str], place: int) -> bool:
    """Whether a word is of no name: not in capitals, nor between two that are."""
    around = [*typed[max(1, place - 1) : place], *typed[place + 1 : place + 2]]
    inside = len(around) > 1 and all(word[0].isupper() for word in around)
    return typed[place].islower() and not inside


def _known(found: list[str], words: Lexicon) -> int:
    """How many of a question's words, and of its asking phrases, a language knows."""
    folded = " ".join(found)
    phrases = (phrase for phrase, _ in words.types if " " in phrase)
    known = sum(word in words.asking() for word in found)
    others = frozenset[str]().union(
        *(lexicon(name).stop for name in LANGUAGES if name != words.language)
    )
    opens = _OPENS * (found[:1] != [] and found[0] in words.openings() - others)
    return known + opens + sum(has_phrase(folded, phrase) for phrase in phrases)
