"""The register as questions need it: by name, by coalition, in the asker's language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.roster.topics import Match, Sought, Words, compared, words_of
from index.catalog import DocumentInfo
from index.language import LANGUAGES
from index.register import (
    Coalition,
    Listing,
    Membership,
    Organisation,
    Register,
    Span,
    Work,
    WorkKind,
)

_CLEAR = (WorkKind.HAND, WorkKind.NAME, WorkKind.ROW, WorkKind.PAGE)
_RANK = {kind: rank for rank, kind in enumerate(WorkKind)}


@dataclass(frozen=True, slots=True)
class Evidence:
    """How surely an organisation works on a topic, and the words that say so."""

    match: Match
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A register with everything that is looked up in it, made once per generation."""

    register: Register
    documents: Mapping[str, DocumentInfo]
    organisations: Mapping[str, Organisation]
    coalitions: Mapping[str, Coalition]
    members: Mapping[str, tuple[Membership, ...]]  # by coalition, translations included
    works: Mapping[str, tuple[tuple[Work, Words], ...]]
    about: Mapping[str, tuple[tuple[Span, Words], ...]]
    vocabulary: Mapping[str, Words]  # all words of an organisation's works
    rolls: Mapping[tuple[str, str], tuple[Membership, ...]]  # by coalition and language

    @classmethod
    def of(cls, register: Register, documents: Mapping[str, DocumentInfo]) -> "View":
        """The view of ``register``, whose documents are ``documents``."""
        works: dict[str, list[tuple[Work, Words]]] = {}
        for work in sorted(register.works, key=lambda work: _RANK[work.kind]):
            works.setdefault(work.subject, []).append((work, words_of(work.span.text)))
        members: dict[str, list[Membership]] = {one.id: [] for one in register.coalitions}
        for membership in register.memberships:
            members.setdefault(membership.coalition, []).append(membership)
        view = cls(
            rolls={},
            vocabulary={
                subject: frozenset[str]().union(*(words for _, words in some))
                for subject, some in works.items()
            },
            register=register,
            documents=documents,
            organisations={one.id: one for one in register.organisations},
            coalitions={one.id: one for one in register.coalitions},
            members={name: tuple(some) for name, some in members.items()},
            works={subject: tuple(some) for subject, some in works.items()},
            about={
                one.id: tuple((span, words_of(span.text)) for span in one.about)
                for one in register.coalitions
            },
        )
        keys = [(one.id, language) for one in register.coalitions for language in LANGUAGES]
        return replace(view, rolls={key: view.roll(*key) for key in keys})

    def roll(self, coalition: str, language: str) -> tuple[Membership, ...]:
        """The members of ``coalition``, each once, from the text in the asker's language."""
        if (coalition, language) in self.rolls:
            return self.rolls[coalition, language]
        chosen: dict[str, Membership] = {}
        for one in self.members.get(coalition, ()):
            held = chosen.get(one.organisation)
            if held is None or self.prefers(language, one.span, held.span):
                chosen[one.organisation] = one
        return tuple(chosen.values())

    def prefers(self, language: str, one: Span, other: Span) -> bool:
        """Whether ``one`` is the better place to quote than ``other``: language, then original."""
        return self._place_rank(one, language) < self._place_rank(other, language)

    def lead(self, coalition: str, language: str) -> Listing | None:
        """The list that names most members of ``coalition`` in the asker's language."""
        counts: dict[int, int] = {}
        for one in self.roll(coalition, language):
            if one.listing is not None:
                counts[one.listing] = counts.get(one.listing, 0) + 1
        best = max(counts, key=lambda number: (counts[number], -number), default=None)
        return None if best is None else self.register.listings[best]

    def evidence(self, organisation: str, topic: Sequence[Sought]) -> Evidence:
        """What is known of ``organisation`` working on ``topic``: the clearest words."""
        best = Evidence(Match.NO)
        # Most organisations' texts say nothing of a topic: that is seen without reading each.
        said = self.vocabulary.get(organisation, frozenset())
        if not any(idea.within(said) for idea in topic):
            return best
        for work, text in self.works.get(organisation, ()):
            match = compared(topic, text)
            if match is Match.YES and work.kind in _CLEAR:
                return Evidence(Match.YES, work.span)
            # A part of a topic counts only where that part is a topic of its own.
            listed = any(idea.listed and idea.within(text) for idea in topic)
            if best.match is Match.NO and (match is Match.YES or (match is Match.MAYBE and listed)):
                best = Evidence(Match.MAYBE, work.span)
        return best

    def spoken_of(self, document: str) -> str:
        """The names of the coalitions whose members ``document`` lists."""
        found = {
            coalition
            for coalition, members in self.members.items()
            if any(one.span.document == document for one in members)
        }
        return " ".join(self.coalitions[name].name for name in sorted(found & set(self.coalitions)))

    def texts(self) -> Iterator[Words]:
        """The words of everything that tells what someone works on."""
        for works in self.works.values():
            yield from (words for _, words in works)
        for about in self.about.values():
            yield from (words for _, words in about)

    def originals(self) -> int:
        """How many documents there are, translations left out."""
        return sum(not self.is_translation(info.id) for info in self.documents.values())

    def is_translation(self, document: str) -> bool:
        """Whether ``document`` translates another that is here."""
        return (self.documents[document].translation_of or "") in self.documents

    def total(self, coalitions: Iterable[str]) -> int:
        """How many different organisations are members of any of ``coalitions``."""
        return len({one.organisation for name in coalitions for one in self.members.get(name, ())})

    def relatives(self, organisation: str, coalition: str) -> Iterator[Membership]:
        """The members of ``coalition`` that share a family with ``organisation``."""
        family = self.organisations[organisation].family
        for one in self.members.get(coalition, ()):
            other = self.organisations[one.organisation]
            if other.id != organisation and other.family == family:
                yield one

    def _place_rank(self, span: Span, language: str) -> tuple[bool, bool]:
        info = self.documents[span.document]
        return info.language != language, self.is_translation(span.document)
