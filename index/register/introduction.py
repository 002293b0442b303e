"""Which sentence or heading says "the members of X are": by what is left once that is said.

A text introduces members when it names them and nothing else: "the members of X" does, "the
founding members of X" and "the members of X operate in" do not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language import fold, latin
from index.register.vocabulary import (
    COALITION,
    FILLER,
    HAS,
    LINKS,
    MEMBER,
    NUMBERS,
    ORGANISATION,
    begins,
    words,
)

_WORD = re.compile(r"[^\W_]+")
_LEADING_NUMBER = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s*")
_OF = frozenset(words(lambda listed: listed.owning_links))
_FOR = frozenset(words(lambda listed: listed.purpose_links))
_LONGEST = 240
_UNITES = words(lambda listed: listed.uniting_verbs)
_LINKED = "s"  # what an apostrophe leaves behind a name


@dataclass(frozen=True, slots=True)
class Introduction:
    """What introduces a list of members: whose (``None`` when it does not name it), how many."""

    coalition: str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    folded: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def short(self) -> bool:
        return sum(map(str.isupper, self.text)) > 1


def introduction(text: str) -> Introduction | None:
    """What ``text`` introduces, when that is a list of members and nothing else."""
    plain = _LEADING_NUMBER.sub("", latin(text)).rstrip(" :.–-")
    tokens = [_Token(m.group(), fold(m.group()), *m.span()) for m in _WORD.finditer(plain)]
    if len(plain) > _LONGEST or not _speaks_of_members(tokens):
        return None
    names = [n for n in range(len(tokens)) if _may_name(tokens, n) or _is_purpose(tokens, n)]
    if any(not _is_known(tokens, n, names) for n in range(len(tokens))):
        return None
    coalition = _name(plain, tokens, names)
    if names and coalition is None:
        return None
    return Introduction(coalition, stated_number(plain))


def stated_number(text: str) -> int | None:
    """The one number in ``text``, in figures or as a word; ``None`` without or with several."""
    said = [fold(match.group()) for match in _WORD.finditer(text)]
    found = {int(word) for word in said if word.isdigit() and len(word) < 4 and int(word) > 1}
    found |= {NUMBERS[word] for word in said if word in NUMBERS}
    return found.pop() if len(found) == 1 else None


def _speaks_of_members(tokens: Sequence[_Token]) -> bool:
    members = any(begins(token.folded, MEMBER) for token in tokens)
    united = any(begins(token.folded, _UNITES) for token in tokens)
    return members or (united and any(begins(t.folded, ORGANISATION) for t in tokens))


def _may_name(tokens: Sequence[_Token], place: int) -> bool:
    """Whether a token is part of a name: capital, and no word of introductions itself."""
    token = tokens[place]
    if not token.capital or token.folded.isdigit() or begins(token.folded, MEMBER):
        return False
    if token.short and token.folded not in NUMBERS:
        return not (token.folded in FILLER or begins(token.folded, (*ORGANISATION, *COALITION)))
    if token.folded in FILLER or begins(token.folded, (*ORGANISATION, *COALITION)):
        return False
    if place:
        return True
    # The first word is capital anyway: it is a name when one goes on, or when it "has" members.
    follows = tokens[1] if len(tokens) > 1 else None
    return follows is not None and (follows.capital or follows.folded in HAS)


def _is_known(tokens: Sequence[_Token], place: int, names: Sequence[int]) -> bool:
    token = tokens[place]
    if place in names or token.folded in FILLER or token.folded in NUMBERS:
        return True
    if token.folded.isdigit() or begins(token.folded, (*MEMBER, *ORGANISATION, *COALITION)):
        return True
    return begins(token.folded, _UNITES) or (token.folded in LINKS and bool(names))


def _is_purpose(tokens: Sequence[_Token], place: int) -> bool:
    """Whether a small word says what a coalition is for: ``us`` in ``Network for us``."""
    coalition = any(_is_coalition_word(other) for other in tokens[:place])
    return coalition and tokens[place - 1].folded in _FOR


def _name(text: str, tokens: Sequence[_Token], names: Sequence[int]) -> str | None:
    if not names:
        return None
    first, last = names[0], names[-1]
    first = _opening(tokens, first)
    while last + 1 < len(tokens) and _is_coalition_word(tokens[last + 1]):
        last += 1
    inside = tokens[first : last + 1]
    related = bool(first) and tokens[first - 1].folded in _OF
    has = last + 1 < len(tokens) and tokens[last + 1].folded in {*HAS, _LINKED}
    named = any(t.short for t in inside) or any(_is_coalition_word(t) for t in inside)
    return text[inside[0].start : inside[-1].end] if named or related or has else None


def _opening(tokens: Sequence[_Token], first: int) -> int:
    """Where a name begins whose first sure word is ``first``: at the coalition word before it."""
    for place in range(first - 1, -1, -1):
        token = tokens[place]
        if _is_coalition_word(token):
            return place
        if token.folded not in LINKS and not begins(token.folded, ORGANISATION):
            break
    return first


def _is_coalition_word(token: _Token) -> bool:
    return token.capital and begins(token.folded, COALITION)
