"""Ranked -> Finding: what of the evidence is shown: quotes, the short answer, the items."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.answer import Kind
from assistant.cite import Citer, Place
from assistant.glossary import meanings
from assistant.intent import Aim
from assistant.listing import Listing, Stretch, enumeration_at, listing_at
from assistant.matching import vocabulary
from assistant.question import Question
from assistant.ranking import Ranked
from assistant.reader.sentences import Sentence
from assistant.values import Asked
from assistant.verdict import judge_one
from index.search import Hit

_QUOTES = 3
_LOOKED_AT = 12  # so many sentences may introduce the list that is asked for
_SAID = 0.6
_LISTABLE = (Asked.NOTHING, Asked.PERSON, Asked.PLACE, Asked.YES_NO)
_PLACES = ("qytete", "fshatra", "vende", "komuna")  # as the glossary knows them
_LIST_MARGIN = 3.0
# Further sentences are quoted until it is this likely that one of them answers; documents differ
# where one nearly as good as the first says something else.
_ENOUGH = 0.9
_NEARLY = 1.5
_RIVAL = 0.2  # another value, this likely beside the first, makes the first unsure


@dataclass(frozen=True, slots=True)
class Finding:
    """What answers: places to quote, best first, and what is made of them.

    ``short`` stands within the first quote; ``differ`` says that documents disagree.
    """

    kind: Kind
    places: tuple[Place, ...]
    short: str | None = None
    items: tuple[Place, ...] = ()
    differ: bool = False


def place_of(sentence: Sentence, hit: Hit) -> Place:
    """The place of ``sentence`` in the document of ``hit``."""
    passage = hit.stored.passage
    return Place(
        document=hit.document.id,
        quote=sentence.text,
        start=sentence.start,
        end=sentence.end,
        section=passage.section,
        page=passage.page,
    )


def find_answer(
    question: Question, ranked: Sequence[Ranked], best: Ranked, citer: Citer
) -> Finding:
    """What is shown of ``ranked`` for an answered question; ``best`` is its evidence."""
    best = _in_askers_language(question, ranked, best)
    first = _place(best)
    # What the evidence introduces belongs to it, whatever was asked for.
    introduces = first.quote.endswith(":") or question.aim in (Aim.LIST, Aim.OVERVIEW)
    if introduces and question.asked in _LISTABLE:
        listing = _listing(question, ranked, best, citer)
        if listing is not None:
            return listing
    others = _others(question, ranked, best)
    differ = _differ(question, best, others)
    places = (first, *map(_place, others))
    if differ:
        dated = sorted(places, key=lambda place: _date(place, citer), reverse=True)
        places = tuple(dated)
    kind = Kind.OVERVIEW if question.aim is Aim.OVERVIEW else Kind.FACT
    short = _short(question, best, others) if places[0] == first else None
    return Finding(kind, places, short, differ=differ)


def _place(one: Ranked) -> Place:
    return place_of(one.candidate.sentence, one.candidate.reading.hit)


def _family(one: Ranked) -> str:
    info = one.candidate.info
    return info.translation_of or info.id


def _in_askers_language(question: Question, ranked: Sequence[Ranked], best: Ranked) -> Ranked:
    """``best`` as its document says it in the asker's language, or else in the original.

    A Serbian asker is shown the original: what is printed should be the document's own words.
    """
    info = best.candidate.info
    if info.language == question.language:
        return best
    family = [one for one in ranked if _family(one) == _family(best)]
    wanted = [one for one in family if one.candidate.info.language == question.language]
    if not wanted and info.translation_of:
        wanted = [one for one in family if one.candidate.info.translation_of is None]
    return next((one for one in wanted if _says_the_same(question, one, best)), best)


def _says_the_same(question: Question, one: Ranked, best: Ranked) -> bool:
    """Whether a sentence of a translation is the one that ``best`` is: it answers as well."""
    if (one.value is None) != (best.value is None):
        return False
    digits, wanted = _digits(one), _digits(best)
    return digits == wanted and judge_one(question, one) and one.score > best.score - 2.5


def _digits(one: Ranked) -> tuple[str, ...]:
    words = one.candidate.sentence.text.replace("–", " ").split()
    return tuple(sorted(d for w in words if (d := "".join(filter(str.isdigit, w)))))


def _others(question: Question, ranked: Sequence[Ranked], best: Ranked) -> list[Ranked]:
    """Sentences that answer as well, until enough is said; none twice in two languages."""
    taken: list[Ranked] = []
    said = best.share
    for one in ranked:
        if len(taken) == _QUOTES - 1 or said >= _ENOUGH:
            break
        again = one is best or _translated(one, [best, *taken])
        if not again and judge_one(question, one):
            taken.append(one)
        if one is not best:
            said += one.share
    return taken


def _translated(one: Ranked, shown: list[Ranked]) -> bool:
    mine = one.candidate.info
    return any(
        _family(one) == _family(other) and other.candidate.info.id != mine.id for other in shown
    )


def _differ(question: Question, best: Ranked, others: list[Ranked]) -> bool:
    """Whether another document gives another number or date for the same."""
    if question.asked not in (Asked.NUMBER, Asked.PERCENT, Asked.DATE) or best.value is None:
        return False
    return any(
        one.value is not None
        and one.score >= best.score - _NEARLY
        and one.value.text != best.value.text
        and _family(one) != _family(best)
        for one in others
    )


def _date(place: Place, citer: Citer) -> str:
    stored = citer.document(place.document)
    return (stored.info.date or "") if stored else ""


def _short(question: Question, best: Ranked, others: list[Ranked]) -> str | None:
    """The value where it is sure which one answers; a name among several is not."""
    if best.value is None or question.asked in (Asked.PERSON, Asked.PLACE, Asked.NOTHING):
        return None
    rivals = [one.value.text for one in others if one.value and one.share > _RIVAL * best.share]
    return best.value.text if all(rival == best.value.text for rival in rivals) else None


def _listing(
    question: Question, ranked: Sequence[Ranked], best: Ranked, citer: Citer
) -> Finding | None:
    """The list that ``best`` introduces or belongs to, or that one nearly as good does."""
    near = [best]
    least = best.score - _LIST_MARGIN
    if question.aim is Aim.LIST:
        near += [
            one
            for one in ranked[:_LOOKED_AT]
            if one is not best and one.score >= least and judge_one(question, one)
        ]
    family = _family(best)
    for one in near:
        stored = citer.document(one.candidate.info.id)
        if stored is None or _family(one) != family:
            continue
        sentence = one.candidate.sentence
        if question.aim is Aim.LIST and _asks_places(question):
            listing = enumeration_at(stored.content, sentence.start, sentence.end)
            items = listing.items if listing else ()
        else:
            listing = listing_at(stored.content, sentence.start)
            items = _wanted(question, one, listing) if listing else ()
        if listing and items:
            return _list(question, _place(one), listing.head, items)
    return None


def _asks_places(question: Question) -> bool:
    """Whether the list that is asked for is one of towns, countries or the like."""
    if question.focus is None:
        return False
    places = frozenset[int]().union(*(meanings(word, "sq") for word in _PLACES))
    return bool(question.words[question.focus].meanings & places)


def _wanted(question: Question, one: Ranked, listing: Listing) -> tuple[Stretch, ...]:
    """The items that are asked for: all, or those that say what the list's head does not."""
    language = one.candidate.info.language
    section = one.candidate.reading.hit.stored.passage.section
    head = vocabulary(f"{listing.head[2]} {section}", language)
    said = head.support(question.words)
    if question.aim is Aim.LIST and question.focus is not None and said[question.focus] < _SAID:
        return ()  # a list of something else
    known = np.maximum(said, one.candidate.reading.above)
    words = [
        word
        for word, support in zip(question.words, known, strict=True)
        if support < _SAID and not word.name
    ]
    if not words or question.aim is Aim.OVERVIEW:
        return listing.items
    found = [
        int((vocabulary(item[2], language).support(words) > 0).sum()) for item in listing.items
    ]
    if max(found) > 0:
        most = max(found)
        return tuple(item for item, many in zip(listing.items, found, strict=True) if many == most)
    # Words that no item and no head says by its letters: the vectors decided that they fit.
    fits = all(s >= _SAID for s, w in zip(one.support, question.words, strict=True) if not w.name)
    return listing.items if fits or len(words) < len(question.words) / 2 else ()


def _list(question: Question, place: Place, head: Stretch, items: tuple[Stretch, ...]) -> Finding:
    def at(stretch: Stretch) -> Place:
        start, end, quote = stretch
        return Place(place.document, quote, start, end, place.section, place.page)

    kind = Kind.OVERVIEW if question.aim is Aim.OVERVIEW else Kind.LIST
    return Finding(kind, (at(head),), items=tuple(map(at, items)))
