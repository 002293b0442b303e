"""What words mean across languages: the glossary of ``index/glossary.txt`` for questions and texts.

Token vectors already match most words across languages. What stands there is sure: a word whose
meaning is listed and whose like is not in a text has no support there.
"""

from functools import lru_cache

from index.glossary import Glossary
from index.language import LANGUAGES

_REMEMBERED = 50_000


@lru_cache(maxsize=1)
def glossary() -> Glossary:
    """The shipped glossary."""
    return Glossary.shipped()


@lru_cache(maxsize=_REMEMBERED)
def meanings(word: str, language: str) -> frozenset[int]:
    """The concepts of a folded word of ``language``; none for an unknown one."""
    return glossary().find(word, language)


@lru_cache(maxsize=_REMEMBERED)
def meanings_anywhere(word: str) -> frozenset[int]:
    """The concepts of a folded word whose language is not known, as that of a name."""
    return frozenset[int]().union(*(glossary().find(word, language) for language in LANGUAGES))
