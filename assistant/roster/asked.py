"""Text -> Request: what a question about members asks, or that it asks nothing of the kind."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.roster.mentions import (
    Mention,
    coalition_names,
    mentions,
    organisation_names,
)
from assistant.roster.topics import Idea, ideas
from assistant.roster.view import View
from assistant.roster.words import (
    ALTERNATIVES,
    BEING,
    BEING_MANY,
    BOTH,
    COALITIONS,
    COMPLETENESS,
    COUNTING,
    COUNTING_PHRASES,
    EITHER,
    EXISTENCE,
    FILLER,
    LISTING,
    MEMBERS,
    MEMBERSHIP,
    NAMING,
    NEGATIONS,
    ORGANISATIONS,
    OTHER_QUESTIONS,
    PLACES,
    POINTING,
    QUANTITIES,
    WHAT,
    WORK,
    YES_NO,
    WordGroup,
    stop_words,
)
from index.language import folded_words, latin

_KNOWN = (
    *(MEMBERS, ORGANISATIONS, COALITIONS, MEMBERSHIP, BOTH, EITHER, NEGATIONS),
    *(WORK, NAMING, COMPLETENESS, BEING, EXISTENCE, FILLER),
)

_STEM = 5  # letters by which a name's word is known in any case


class Wish(StrEnum):
    """What is asked for."""

    MEMBERS = "members"
    COUNT = "count"
    BELONGS = "belongs"


@dataclass(frozen=True, slots=True)
class Request:
    """A question about members, taken apart.

    ``scope`` are the coalitions asked about, ``without`` those whose members are left out;
    ``both`` wants members of all of ``scope``. ``topics`` are alternatives, any of which will
    do. ``name`` is the organisation asked about as it was typed, ``organisation`` its id when
    it is known.
    """

    wish: Wish
    scope: tuple[str, ...]
    without: tuple[str, ...] = ()
    both: bool = False
    topics: tuple[tuple[Idea, ...], ...] = ()
    topic: str = ""
    organisation: str | None = None
    name: str = ""


def request(text: str, view: View) -> Request | None:
    """What ``text`` asks of the members in ``view``; ``None`` when it asks something else."""
    typed = latin(text).replace("’", " ").replace("'", " ").replace("-", " ")
    words = list(folded_words(typed))
    coalitions = tuple(mentions(words, coalition_names(view)))
    taken = {place for mention in coalitions for place in mention.places()}
    organisations = tuple(
        mention
        for mention in mentions(words, organisation_names(view))
        if not taken & set(mention.places())
    )
    asked = _Asked(tuple(words), typed, coalitions, organisations, view)
    return asked.request()


@dataclass(frozen=True, slots=True)
class _Asked:
    words: tuple[str, ...]
    typed: str
    coalitions: tuple[Mention, ...]
    organisations: tuple[Mention, ...]
    view: View

    def request(self) -> Request | None:
        """The request, when the question is one about members."""
        if not self._about_members():
            return None
        if counted := self._counted():
            return counted
        blocked = any(
            word in OTHER_QUESTIONS and after not in QUANTITIES
            for word, after in zip(self.words, (*self.words[1:], ""), strict=True)
        )
        return None if blocked else self._belongs() or self._listed()

    def _belongs(self) -> Request | None:
        if not self.words or self.words[0] not in YES_NO or len(self.coalitions) != 1:
            return None
        scope = (self.coalitions[0].id,)
        left = self._beside_names(self._left(skip_organisations=True))
        if len(self.organisations) == 1 and not left:
            mention = self.organisations[0]
            name = " ".join(self._typed_words()[mention.start : mention.end])
            return Request(Wish.BELONGS, scope, organisation=mention.id, name=name)
        typed = [self._typed_words()[place] for place in left]
        together = left and left[-1] - left[0] == len(left) - 1
        relation = any(word in MEMBERS or word in MEMBERSHIP for word in self.words)
        named = all(word[0].isupper() for word in typed)
        if not self.organisations and together and named and relation and not self._any(WORK):
            return Request(Wish.BELONGS, scope, name=" ".join(typed))
        return None

    def _beside_names(self, left: list[int]) -> list[int]:
        """``left`` without what the names themselves say: "LN in Kosovo", "Long Name (LN)"."""
        typed = self._typed_words()
        said = {
            word[:_STEM]
            for name, one in coalition_names(self.view).items()
            for word in name
            if one == self.coalitions[0].id
        }
        rest = [place for place in left if self.words[place][:_STEM] not in said]
        for mention in self.organisations:
            if not typed[mention.start].startswith("("):
                continue
            place = mention.start - 1
            while place in rest and typed[place][0].isupper():
                rest.remove(place)
                place -= 1
        return rest

    def _counted(self) -> Request | None:
        counts = self._any(COUNTING) and not self._any(NEGATIONS)
        if not counts or len(self.coalitions) != 1 or self._left() or self.organisations:
            return None
        if self.words[0] not in COUNTING and not self.typed.lower().startswith(COUNTING_PHRASES):
            return None
        return Request(Wish.COUNT, (self.coalitions[0].id,))

    def _listed(self) -> Request | None:
        if self._any(PLACES) or self.organisations or self._plain_question():
            return None
        left = self._left()
        named = any(self._typed_words()[place][0].isupper() for place in left)
        if self._any(COUNTING) and (named or (left and not self._any(WORK))):
            return None  # how many members something has that is no coalition
        alternatives = tuple(ideas(part) for part in _alternatives(self.words, left))
        scope, without, both = self._scope()
        typed = self._typed_words()
        topic = " ".join(typed[left[0] : left[-1] + 1]).strip("?!.,;:") if left else ""
        everyone = bool(self.coalitions) or self._any(BOTH) or bool(alternatives)
        if not scope or not everyone:
            return None
        return Request(Wish.MEMBERS, scope, without, both, alternatives, topic)

    def _scope(self) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
        every = tuple(self.view.coalitions)
        named = tuple(dict.fromkeys(mention.id for mention in self.coalitions))
        negation = next((n for n, word in enumerate(self.words) if word in NEGATIONS), None)
        if negation is not None and len(named) == 2:
            after = [m.id for m in self.coalitions if m.start > negation]
            before = tuple(name for name in named if name not in after)
            return before, tuple(after), False
        if negation is not None:
            return (), (), False
        both = self._any(BOTH)
        if both and len(named) < 2:
            return (every, (), True) if len(every) == 2 and not named else ((), (), False)
        if len(named) == 2 and both:
            return named, (), True
        return named or every, (), False

    def _about_members(self) -> bool:
        members = self._any(MEMBERS) or self._any(MEMBERSHIP)
        organisations = self._any(ORGANISATIONS) and bool(self.coalitions)
        both = self._any(BOTH) and (len(self.coalitions) > 1 or self._any(COALITIONS))
        pointed = bool(self.coalitions) and any(w in POINTING for w in self.words)
        inside = bool(self.coalitions) and len(self.organisations) == 1
        return members or organisations or both or pointed or inside

    def _plain_question(self) -> bool:
        """Whether yes or no is asked, or what members do, and not which they are."""
        first, second = (*self.words, "", "")[:2]
        yes_no = first in YES_NO and second not in EXISTENCE
        yes_no = yes_no and not any(w in LISTING for w in self.words[1:])
        known = any(second in group for group in (BEING_MANY, MEMBERS, ORGANISATIONS))
        return yes_no or (first in WHAT and not known)

    def _left(self, *, skip_organisations: bool = False) -> list[int]:
        """The words that say more than who is asked about."""
        names = [*self.coalitions, *(self.organisations if skip_organisations else ())]
        named = {place for mention in names for place in mention.places()}
        return [
            place
            for place, word in enumerate(self.words)
            if place not in named
            and word not in stop_words()
            and not any(word in group for group in _KNOWN)
            and (len(word) > 1 or word.isdigit())
        ]

    def _any(self, group: WordGroup) -> bool:
        named = {n for m in (*self.coalitions, *self.organisations) for n in m.places()}
        return any(w in group for n, w in enumerate(self.words) if n not in named)

    def _typed_words(self) -> list[str]:
        typed = self.typed.split()
        return [word for word in typed for _ in folded_words(word)]


def _alternatives(words: Sequence[str], left: Iterable[int]) -> list[list[str]]:
    """The words that are left, parted where the question says "or"."""
    parts: list[list[str]] = [[]]
    before = -1
    for place in left:
        if parts[-1] and any(word in ALTERNATIVES for word in words[before + 1 : place]):
            parts.append([])
        parts[-1].append(words[place])
        before = place
    return [part for part in parts if part]
