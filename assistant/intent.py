"""Question words -> what sort of answer is wanted, and what kind of value."""

from enum import StrEnum

from assistant.content import Word
from assistant.glossary import meanings
from assistant.lexicon import Lexicon, first_phrase, has_phrase
from assistant.values import Asked

# The words that ask for these ("which year") are answered by the value itself.
_SAID_BY_VALUE = frozenset(
    {Asked.DATE, Asked.DURATION, Asked.NUMBER, Asked.PERCENT, Asked.AGE, Asked.LETTERS}
)
_SPANS = ("fillon", "perfundon", "zgjat")  # as the glossary knows them


class Aim(StrEnum):
    """What sort of answer a question wants; small talk and orders want none."""

    FACT = "fact"
    LIST = "list"
    OVERVIEW = "overview"
    SMALL_TALK = "small_talk"
    COMMAND = "command"


def aim_of(folded: str, words: Lexicon, content: tuple[Word, ...]) -> Aim:
    """What sort of answer the folded question wants."""
    size = len(folded.split())
    order = first_phrase(folded, words.commands)
    if order and (folded.startswith(order) or size <= 8):
        return Aim.COMMAND
    if size <= 8 and any(folded.startswith(phrase) for phrase in words.small_talk):
        return Aim.SMALL_TALK
    plain = [word for word in content if not word.name]
    defined = first_phrase(folded, words.definitions) and not plain
    if defined or first_phrase(folded, words.overviews):
        return Aim.OVERVIEW
    return Aim.LIST if first_phrase(folded, words.lists) else Aim.FACT


def aim_with(aim: Aim, wanted: Asked) -> Aim:
    """``aim`` for a value that is ``wanted``: when and how many are asked of no list."""
    listed = wanted in _SAID_BY_VALUE and aim is Aim.LIST
    return Aim.FACT if listed or wanted is Asked.LETTERS else aim


def asked_of(folded: str, words: Lexicon, aim: Aim) -> tuple[Asked, str]:
    """What is asked for, and the phrase that asks for it."""
    for phrase, kind in words.types:
        wanted = Asked(kind)
        if _asks(folded, phrase, wanted, words):
            if wanted is Asked.PERSON and (aim is not Aim.FACT or _asks_yes_no(folded, words)):
                continue
            return wanted, phrase
    if aim is Aim.OVERVIEW:
        return Asked.NOTHING, ""
    keywords = ((Asked(kind), phrase) for phrase, kind in words.keywords)
    return next((one for one in keywords if has_phrase(folded, one[1])), (Asked.NOTHING, ""))


def _asks(folded: str, phrase: str, wanted: Asked, words: Lexicon) -> bool:
    """Whether ``phrase`` asks in this question, and does not join its clauses."""
    if wanted in (Asked.YES_NO, Asked.PLACE, Asked.REASON):
        return folded.startswith(f"{phrase} ")
    if not has_phrase(folded, phrase):
        return False
    if wanted is not Asked.DATE or " " in phrase or "+" in phrase:
        return True
    # "What was his position when he spoke?" asks for no date.
    every = folded.split()
    before = dict(zip(every[1:], every, strict=False)).get(phrase, "")
    asked = not words.interrogatives.isdisjoint(every[:2])
    return not asked or before in {"", *words.follow_up}


def _asks_yes_no(folded: str, words: Lexicon) -> bool:
    """Whether a question is one of yes or no: its "who" joins clauses and asks nothing."""
    yes_no = (phrase for phrase, kind in words.types if Asked(kind) is Asked.YES_NO)
    return any(folded.startswith(f"{phrase} ") for phrase in yes_no)


def supported(
    content: tuple[Word, ...], wanted: Asked, phrase: str, words: Lexicon
) -> tuple[Word, ...]:
    """The words that must find support: not those that only ask for a kind of value."""
    keywords = [word for word, kind in words.keywords if kind == wanted.value]
    names = tuple(word for word in content if word.name)
    if wanted is Asked.LETTERS and names:
        return names
    asking = [*phrase.split(), *keywords] if wanted in _SAID_BY_VALUE else []
    rest = tuple(word for word in content if word.name or word.folded not in asking)
    if wanted not in (Asked.DATE, Asked.DURATION):
        return rest
    # "From January to December" says of itself that it begins, ends and lasts.
    spans = frozenset[int]().union(*(meanings(word, "sq") for word in _SPANS))
    timeless = tuple(word for word in rest if word.name or not word.meanings & spans)
    return timeless or rest
