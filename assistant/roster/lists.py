"""Any other list of the documents, whole: the one whose introduction says what is asked."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Checked, Item, Kind, Status
from assistant.question.words import is_acronym
from assistant.roster.citing import Quotes
from assistant.roster.texts import render
from assistant.roster.topics import Sought, Vocabulary, Words, ideas, words_of
from assistant.roster.view import View
from assistant.roster.words import BEING, FILLER, LISTING, SINGLE_OPENINGS, YES_NO, stop_words
from index.language import fold, folded_words, latin
from index.language.parts import SingleOpening
from index.language.patterns import SMALL
from index.library import Snapshot
from index.register import Entry, Listing, Shape

_QUOTED = re.compile(rf"(?P<name>[“\"„«][^“”\"„»]+[”\"“»])[\s,]+(?P<rest>[({SMALL}].+)", re.DOTALL)
_AHEAD = 1.1
_NEAR, _FAR = 1.0, 0.4
_HEAD_WORDS = 3  # of an entry: "the Ministry of" says what it is


@dataclass(frozen=True, slots=True)
class Introduced:
    """A list with the words that say what it is of: ``near`` its lead and heading, ``far`` the
    document's title, publisher and tags, ``heads`` the first words of each entry."""

    listing: Listing
    near: Words
    far: Words
    heads: tuple[Words, ...]

    def texts(self) -> Iterator[Words]:
        """All words that questions are compared with."""
        yield from (self.near, self.far, *self.heads)


@dataclass(frozen=True, slots=True)
class _Scored:
    introduced: Introduced
    score: float
    filters: tuple[Sought, ...]


def introduced(view: View) -> tuple[Introduced, ...]:
    """Every list of the register, ready to be compared with questions.

    A list and its translation are one list: each is found by the words of both.
    """
    alone = [_introduced(one, view) for one in view.register.listings if _is_list(one)]
    by_original: dict[str, list[Introduced]] = {}
    for one in alone:
        by_original.setdefault(_original(one.listing, view), []).append(one)
    return tuple(
        replace(one, near=one.near.union(*(other.near for other in others)))
        for one in alone
        for others in [
            [o for o in by_original[_original(one.listing, view)] if _twins(o, one, view)]
        ]
    )


def answer(
    text: str,
    lists: Sequence[Introduced],
    vocabulary: Vocabulary,
    view: View,
    snapshot: Snapshot,
    language: str,
) -> Answer | None:
    """The list that ``text`` asks for, or ``None`` when no list clearly is the one."""
    words = list(folded_words(latin(text).replace("’", " ")))
    if not _asks_for_list(words):
        return None
    wanted = ideas([word for word in words if _has_content(word)])
    names = frozenset(fold(word) for word in latin(text).split() if is_acronym(word))
    sought = [(vocabulary.seek(idea, names), idea.words) for idea in wanted]
    found = sorted(_scored(sought, _asked_noun(words), lists), key=lambda one: -one.score)
    if not found:
        return None
    best = found[0]
    rival = next((o for o in found[1:] if not _twins(o.introduced, best.introduced, view)), None)
    if rival is not None and best.score < _AHEAD * rival.score:
        return None
    return _answer(_in_language(best, found, view, language), view, snapshot, language)


def _introduced(listing: Listing, view: View) -> Introduced:
    info = view.documents[listing.document]
    lead = "" if listing.lead is None else listing.lead.text
    if listing.shape is Shape.PROSE and listing.lead is not None:
        lead = lead[: max(0, listing.entries[0].span.start - listing.lead.start)] or lead
    near = " ".join((lead, *listing.headings[1:]))
    whose = (info.publisher or "", view.spoken_of(info.id))
    far = " ".join((info.title, *whose, *info.tags, *listing.headings[:1]))
    heads = tuple(
        words_of(" ".join(entry.span.text.split()[:_HEAD_WORDS])) for entry in listing.entries
    )
    return Introduced(listing, words_of(near), words_of(far), heads)


def _is_list(listing: Listing) -> bool:
    return len(listing.entries) > 1 and listing.shape is not Shape.ROWS


def _asks_for_list(words: Sequence[str]) -> bool:
    """Whether several things are asked for, and not one person, or yes and no."""
    if next(iter(words), "") in YES_NO:
        return False
    single = any(_opens(words, opening) for opening in SINGLE_OPENINGS)
    return not single and any(word in LISTING for word in words)


def _opens(words: Sequence[str], opening: SingleOpening) -> bool:
    """Whether the question of ``words`` opens so, and has and lacks what ``opening`` says."""
    phrases = (phrase.split() for phrase in opening.opens)
    length = next((len(one) for one in phrases if list(words[: len(one)]) == one), None)
    if length is None or not opening.lacks.isdisjoint(words):
        return False
    following = (*words, "")[length]
    follows = not opening.followed_by or following in opening.followed_by
    holds = not opening.holds or not opening.holds.isdisjoint(words)
    return follows and holds and following not in opening.not_followed_by


def _has_content(word: str) -> bool:
    small = word in stop_words() or word in FILLER or word in BEING
    return not small and (len(word) > 1 or word.isdigit())


def _scored(
    wanted: Sequence[tuple[Sought, tuple[str, ...]]], asked: str, lists: Sequence[Introduced]
) -> Iterator[_Scored]:
    """The lists whose introduction, document or entries have every word of the question."""
    near = [[idea.within(one.near) for one in lists] for idea, _ in wanted]
    rarity = [math.log(1 + len(lists) / max(1, sum(told))) for told in near]
    for number, one in enumerate(lists):
        score, filters, own = 0.0, list[Sought](), False
        for (idea, words), weight, told in zip(wanted, rarity, near, strict=True):
            if told[number]:
                score += _NEAR * weight
                own = own or asked in words or not idea.within(one.far)
            elif idea.within(one.far) and asked not in words:
                score += _FAR * weight
            elif asked in words and any(idea.within(head) for head in one.heads):
                filters.append(idea)
            else:
                break
        else:
            if own:
                yield _Scored(one, score, tuple(filters))


def _asked_noun(words: Sequence[str]) -> str:
    """The first word with content behind "which": what the entries are."""
    asking = next((n for n, word in enumerate(words) if word in LISTING), len(words))
    return next((word for word in words[asking + 1 :] if _has_content(word)), "")


def _twins(one: Introduced, other: Introduced, view: View) -> bool:
    """Whether two lists are one list in an original and its translation."""
    first, second = one.listing, other.listing
    if first.document == second.document or len(first.entries) != len(second.entries):
        return False
    if _original(first, view) != _original(second, view):
        return False
    places = [_place(listing, view) for listing in (first, second)]
    return places[0] == places[1]


def _place(listing: Listing, view: View) -> int:
    """Which list of its size this is within its document."""
    same = [
        other
        for other in view.register.listings
        if other.document == listing.document and len(other.entries) == len(listing.entries)
    ]
    return same.index(listing)


def _original(listing: Listing, view: View) -> str:
    return view.documents[listing.document].translation_of or listing.document


def _in_language(best: _Scored, found: Sequence[_Scored], view: View, language: str) -> _Scored:
    same = [best, *(o for o in found if _twins(o.introduced, best.introduced, view))]
    for document in (language, view.documents[best.introduced.listing.document].language):
        for one in same:
            if view.documents[one.introduced.listing.document].language == document:
                return one
    return best


def _answer(scored: _Scored, view: View, snapshot: Snapshot, language: str) -> Answer | None:
    listing = scored.introduced.listing
    quotes = Quotes.of(snapshot)
    lead = None if listing.lead is None else quotes.number(listing.lead)
    items = tuple(_items(scored, quotes))
    if not items or any(not item.citations for item in items):
        return None
    documents = view.originals()
    text = render(
        "listing",
        language,
        lead=quotes.citations[lead - 1] if lead else None,
        heading=listing.headings[-1] if listing.headings else "",
        items=items,
        total=len(listing.entries),
        open=listing.open,
        documents=documents,
    )
    return Answer(
        Status.ANSWERED,
        Kind.LIST,
        language,
        text,
        citations=tuple(quotes.citations),
        items=items,
        checked=Checked(documents, len(listing.entries)),
    )


def _items(scored: _Scored, quotes: Quotes) -> Iterator[Item]:
    pairs = zip(scored.introduced.listing.entries, scored.introduced.heads, strict=True)
    for entry, words in pairs:
        if all(idea.within(words) for idea in scored.filters):
            number = quotes.number(entry.span)
            name, detail = _shown(entry)
            yield Item(name, detail, () if number is None else (number,))


def _shown(entry: Entry) -> tuple[str, str]:
    """The entry in one line; what follows a quoted title is its detail."""
    whole = " ".join(entry.span.text.split())
    titled = _QUOTED.fullmatch(whole)
    return (titled["name"], titled["rest"]) if titled else (whole, "")
