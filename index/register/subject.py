"""Whom a document speaks of: the coalition that "our members" belong to."""

import re
from collections import Counter
from collections.abc import Iterator

from index.catalog import StoredDocument
from index.language import fold, latin
from index.language.patterns import CAPITALS, any_of
from index.register.introduction import introduction
from index.register.names import key, take_apart
from index.register.vocabulary import COALITION, begins, words

_SHORT = re.compile(rf"\b[{CAPITALS}][{CAPITALS}0-9]{{2,}}[a-z]?[A-Z]*\b")
_NAME_WORDS = 8
_NO_TITLES = frozenset(words(lambda listed: listed.titles_without_name))
_NO_NAMES = frozenset(words(lambda listed: listed.acronyms_without_name))
_CAPITAL = rf"[{CAPITALS}][\w’'-]*"
_LINK = rf"{any_of(words(lambda listed: listed.long_name_links))}\b"
_LONG = re.compile(rf"(?:{_CAPITAL}|(?<=\s){_LINK})(?:\s+(?:{_CAPITAL}|{_LINK}))+")


def subject(document: StoredDocument, headings: tuple[str, ...]) -> str | None:
    """The name of the coalition that ``document`` speaks of below ``headings``, if it says."""
    info = document.info
    texts = [*reversed(headings), info.publisher or "", info.title]
    for text in texts:
        if name := _named(text):
            return name
    counted = Counter(_short_names(document.content.text))
    common = counted.most_common(1)
    if common and common[0][1] > 1:
        return common[0][0]
    capitals = sum(word[0].isupper() for word in info.title.split())
    own = 1 < capitals <= _NAME_WORDS and key(info.title) not in _NO_TITLES
    return info.publisher or (info.title if own else None)


def _named(text: str) -> str | None:
    plain = latin(text)
    said = introduction(plain)
    if said is not None and said.coalition:
        return said.coalition
    letters = [letter for letter in plain if letter.isalpha()]
    if not letters or (all(map(str.isupper, letters)) and len(plain.split()) > 1):
        return None
    if short := take_apart(plain).short:
        return short
    spelt = plain.split()
    if begins(fold(spelt[0]), COALITION) and 1 < len(spelt) <= _NAME_WORDS:
        return plain.strip()
    short = next(_short_names(plain), None)
    return short or next(_long_names(plain), None)


def _short_names(text: str) -> Iterator[str]:
    return (m.group() for m in _SHORT.finditer(latin(text)) if m.group() not in _NO_NAMES)


def _long_names(text: str) -> Iterator[str]:
    """Capital phrases with a word such as network in them: ``Balkan Child Network``."""
    for match in _LONG.finditer(text):
        spelt = match.group().split()
        if any(begins(word.lower(), COALITION) for word in spelt) and len(spelt) > 1:
            yield match.group().strip()
