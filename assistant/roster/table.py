"""The register as a table: every member, the coalitions it belongs to, and where that is said."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Citation
from assistant.roster.citing import Quotes
from assistant.roster.topics import Match, Sought, Vocabulary, ideas
from assistant.roster.view import View
from assistant.roster.words import stop_words
from index.language import folded_words, latin
from index.library import Snapshot
from index.register import Coalition, Membership


@dataclass(frozen=True, slots=True)
class Belonging:
    """That a member belongs to a coalition: the name as it is written there, and the citation."""

    coalition: str
    written: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Member:
    """One organisation with its coalitions; ``match`` and ``evidence`` come with a topic."""

    id: str
    name: str
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    belongings: tuple[Belonging, ...]
    match: Match | None = None
    evidence: Citation | None = None

    def belonging(self, coalition: str) -> Belonging | None:
        """Where it says that the member belongs to the coalition of this name, if anywhere."""
        return next((one for one in self.belongings if one.coalition == coalition), None)


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many members belong to exactly these coalitions."""

    coalitions: tuple[str, ...]
    members: int


@dataclass(frozen=True, slots=True)
class Table:
    """Members in the order of their names, and all coalitions; ``documents`` were checked."""

    coalitions: tuple[str, ...]
    members: tuple[Member, ...]
    documents: int

    def overlaps(self) -> tuple[Overlap, ...]:
        """The combinations of coalitions that members have, largest first."""
        counts: dict[tuple[str, ...], int] = {}
        for member in self.members:
            names = tuple(name for name in self.coalitions if member.belonging(name))
            counts[names] = counts.get(names, 0) + 1
        ranked = sorted(counts.items(), key=lambda pair: (-len(pair[0]), -pair[1], pair[0]))
        return tuple(Overlap(names, number) for names, number in ranked)


def table(
    view: View,
    vocabulary: Vocabulary,
    snapshot: Snapshot,
    coalition: str,
    topic: str,
    language: str,
) -> Table | None:
    """The table for one coalition and topic; ``None`` when there is no such coalition."""
    wanted = _coalition(view, coalition) if coalition else None
    if coalition and wanted is None:
        return None
    words = [word for word in folded_words(latin(topic)) if word not in stop_words()]
    sought = tuple(vocabulary.seek(idea) for idea in ideas(words))
    rolls = {name: view.roll(name, language) for name in view.coalitions}
    quotes = Quotes.of(snapshot)
    members = (
        _member(organisation, rolls, view, quotes, sought)
        for organisation in view.organisations
        if wanted is None or any(m.organisation == organisation for m in rolls[wanted.id])
    )
    shown = tuple(m for m in members if m is not None and (not sought or m.match is not Match.NO))
    names = tuple(one.name for one in view.coalitions.values())
    return Table(names, shown, view.originals())


def _coalition(view: View, name: str) -> Coalition | None:
    asked = list(folded_words(latin(name)))
    for one in view.coalitions.values():
        if asked in [list(folded_words(known)) for known in (one.name, *one.aliases)]:
            return one
    return None


def _member(
    organisation: str,
    rolls: dict[str, tuple[Membership, ...]],
    view: View,
    quotes: Quotes,
    sought: tuple[Sought, ...],
) -> Member | None:
    one = view.organisations[organisation]
    match, evidence = None, None
    if sought:
        found = view.evidence(organisation, sought)
        if found.match is Match.NO:
            return None
        match = found.match
        number = quotes.number(found.span) if found.span else None
        evidence = quotes.citations[number - 1] if number else None
    belongings = tuple(_belongings(organisation, rolls, view, quotes))
    if not belongings:
        return None
    return Member(one.id, one.name, one.aliases, one.countries, belongings, match, evidence)


def _belongings(
    organisation: str, rolls: dict[str, tuple[Membership, ...]], view: View, quotes: Quotes
) -> Iterator[Belonging]:
    for coalition, roll in rolls.items():
        for membership in roll:
            if membership.organisation == organisation:
                number = quotes.number(membership.span)
                if number is not None:
                    name = view.coalitions[coalition].name
                    yield Belonging(name, membership.span.text, quotes.citations[number - 1])
