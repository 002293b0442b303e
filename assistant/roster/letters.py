"""What a short name stands for, where the documents give both forms together."""

from assistant.answer import Answer, Kind, Status
from assistant.roster.citing import Quotes
from assistant.roster.texts import render
from assistant.roster.view import View
from assistant.roster.words import (
    BEING,
    COMPLETENESS,
    FILLER,
    MEANINGS,
    MEMBERS,
    NAMING,
    stop_words,
)
from index.language import folded_words, latin
from index.library import Snapshot
from index.register import Expansion

_ASIDE = (MEMBERS, COMPLETENESS, NAMING, FILLER)


def answer(text: str, view: View, snapshot: Snapshot, language: str) -> Answer | None:
    """The long form of the one short name that ``text`` asks about, or ``None``."""
    words = list(folded_words(latin(text)))
    if not any(word in MEANINGS for word in words):
        return None
    asked = [
        word
        for word in words
        if word not in stop_words() and word not in MEANINGS and word not in BEING
    ]
    shorts = {"".join(folded_words(one.short)) for one in view.register.expansions}
    named = [word for word in dict.fromkeys(asked) if word in shorts]
    others = {"".join(folded_words(one.name)) for one in view.coalitions.values()}
    # "LN in the list of the network's members": the coalition says where, not what.
    named = [word for word in named if word not in others] or named
    left = [word for word in asked if word not in named and word not in others]
    left = [w for w in left if not any(w in group for group in _ASIDE)]
    if len(named) != 1 or left:
        return None
    best = _best(named[0], view, language)
    quotes = Quotes.of(snapshot)
    if best is None or quotes.number(best.span) is None:
        return None
    said = render("letters", language, short=best.short, long=best.long)
    return Answer(
        Status.ANSWERED,
        Kind.FACT,
        language,
        said,
        short=best.long if best.long in best.span.text else None,
        citations=tuple(quotes.citations),
    )


def _best(short: str, view: View, language: str) -> Expansion | None:
    """The long form in the asker's language where there is one, else in the original."""
    known = [e for e in view.register.expansions if "".join(folded_words(e.short)) == short]
    best: Expansion | None = None
    for one in known:
        if best is None or view.prefers(language, one.span, best.span):
            best = one
    return best
