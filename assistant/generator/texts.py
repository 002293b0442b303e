"""The words of a sentence, sorted by what they must be checked for."""

import re
from collections.abc import Sequence

from assistant.question.glossary import meanings
from assistant.question.lexicon import lexicon
from index.language import LANGUAGES, every, fold, is_function_word, latin, pack_of, packs
from index.language.patterns import any_of

_WORD = re.compile(r"[^\W_]+")
_STEM = 5
_SHORTEST = 3
# Endings of names, which case and language change.
_ENDING = 3
_CLAUSES = re.compile(
    rf"[,;:()—–]|\.(?=\s)|\b{any_of(every(lambda pack: pack.sentences.clause_openings))}\b",
    re.IGNORECASE,
)
# Small words that change what is said about a time or a number, by what they mean.
_QUALIFIERS = {
    word: meaning
    for pack in packs().values()
    for meaning, listed in pack.sentences.qualifiers.items()
    for word in listed
}


def words(text: str) -> list[str]:
    """The words of ``text``: in Latin letters, folded."""
    return _WORD.findall(fold(latin(text)))


def content_words(text: str, language: str) -> list[str]:
    """The folded words of ``text`` that carry meaning; figures are checked apart."""
    return [word for word in words(text) if not _is_small(word, language)]


def names(text: str, language: str, opening: bool = False) -> list[str]:
    """The folded words of ``text`` written as names: with a capital, small words aside.

    The first word counts too, unless the language, the glossary or the lexicon knows it: an
    invented name may open a sentence. With ``opening`` it counts in any case.
    """
    found: list[str] = []
    for place, match in enumerate(_WORD.finditer(latin(text))):
        written, word = match.group(), fold(match.group())
        capital = written[0].isupper() or not written.islower()
        if not capital or written.isdecimal() or _is_small(word, language):
            continue
        if place == 0 and not opening and not written[1:].isupper() and _meant(word):
            continue
        found.append(word)
    return found


def alike(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: only their endings differ."""
    if one == other:
        return True
    shared = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        shared += 1
    longest = max(len(one), len(other))
    return shared >= _SHORTEST + 1 and longest - shared <= _ENDING


def supported(word: str, there: Sequence[str]) -> bool:
    """Whether ``there`` has a form of the folded ``word``, or a word that means the same."""
    meant = _meant(word)
    return any(
        alike(word, other)
        or (len(word) >= _STEM and word[:_STEM] == other[:_STEM])
        or bool(meant & _meant(other))
        for other in there
    )


def clauses(text: str) -> list[str]:
    """``text`` cut at commas and conjunctions."""
    return [part for part in _CLAUSES.split(text) if part and part.strip()]


def in_order(named: Sequence[str], there: Sequence[str]) -> bool:
    """Whether the names that stand in ``there`` do so in the order of ``named``.

    Who does what to whom is told by order alone, as far as words can be compared.
    """
    places = [
        next((place for place, other in enumerate(there) if alike(name, other)), None)
        for name in dict.fromkeys(named)
    ]
    known = [place for place in places if place is not None]
    return known == sorted(known)


def is_negated(text: str, language: str) -> bool:
    """Whether ``text`` denies something."""
    known = packs().get(language)
    return known is not None and not known.sentences.negations.isdisjoint(words(text))


def qualifiers(text: str, language: str) -> frozenset[str]:
    """What ``text`` says of its times and numbers besides them: before, about, only."""
    aside = pack_of(language).sentences.unqualifying
    said = (word for word in words(text) if word in _QUALIFIERS and word not in aside)
    return frozenset(_QUALIFIERS[word] for word in said)


def _meant(word: str) -> frozenset[int]:
    """What a folded word may mean in any of the languages."""
    return frozenset[int]().union(*(meanings(word, language) for language in LANGUAGES))


def _is_small(word: str, language: str) -> bool:
    known = lexicon(language)
    return (
        word.isdecimal()
        or len(word) < _SHORTEST - 1
        or is_function_word(word, language)
        or (word in known.stop)
    )
