"""Documents -> Register: a pure function, cheap enough to run anew at every build."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.catalog import StoredDocument
from index.errors import OffsetError
from index.register.coalitions import CoalitionNames, coalition_names, coalitions
from index.register.expansions import expansions, listed_expansions
from index.register.hand_kept import Correction, corrections, is_hand_kept
from index.register.listings import listings
from index.register.memberships import Member, MemberList, member_list
from index.register.names import key, take_apart
from index.register.organisations import Directory, Written, organisations
from index.register.records import (
    Expansion,
    Listing,
    Membership,
    Notice,
    Register,
    Shape,
    Span,
    Work,
    WorkKind,
)
from index.register.work import works


def build_register(documents: Iterable[StoredDocument]) -> Register:
    """The register of ``documents``, whatever their order.

    Raises ``OffsetError`` when a fact is not the text at its own offsets.
    """
    every = sorted(documents, key=lambda document: document.info.id)
    texts = [document for document in every if not is_hand_kept(document)]
    hand = [c for document in every if is_hand_kept(document) for c in corrections(document)]
    found = _listings(texts)
    lists = _member_lists(found, texts)
    short = _expansions(texts, lists)
    written = [member.coalition for one in lists for member in one.members]
    names = coalition_names(short, [*written, *(name for c in hand for name in c.coalitions)])
    parts = _Parts(texts, hand, found, lists, short, names)
    return _verified(parts.register(), every)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was found in the texts, before names become organisations."""

    documents: Sequence[StoredDocument]
    hand: Sequence[Correction]
    found: tuple[Listing, ...]
    lists: tuple[MemberList, ...]
    short: tuple[Expansion, ...]
    names: CoalitionNames

    def register(self) -> Register:
        """The register that they make."""
        originals = [one for one in self.lists if not self._translated(one)]
        directory = organisations([*self._written(originals), *self._by_hand()])
        memberships = [*self._memberships(directory), *self._hand_memberships(directory)]
        kept = [one for one in memberships if not self._removed(one, directory)]
        gone = {directory.find(c.name.text) for c in self.hand if c.removes_all}
        texts = [d for d in self.documents if not self._is_translation(d.info.id)]
        some = tuple(one for one in directory.organisations if one.id not in gone)
        found = coalitions(self.lists, texts, self.short, self.names)
        return Register(
            coalitions=tuple(found),
            organisations=some,
            memberships=tuple(dict.fromkeys(kept)),
            works=tuple(self._works(directory, kept, texts)),
            expansions=self.short,
            listings=self.found,
            notices=tuple(self._notices(directory)),
        )

    def _written(self, lists: Iterable[MemberList]) -> Iterator[Written]:
        for one in lists:
            number = self.found.index(one.listing)
            for member in one.members:
                yield Written(member.name.text, number, member.aliases)

    def _by_hand(self) -> Iterator[Written]:
        for number, row in enumerate(self.hand):
            yield Written(row.name.text, -1 - number, row.aliases)

    def _memberships(self, directory: Directory) -> Iterator[Membership]:
        for one in self.lists:
            number = self.found.index(one.listing)
            for member, organisation in self._resolved(one, directory):
                if organisation is not None:
                    coalition = self.names.id(member.coalition)
                    yield Membership(organisation, coalition, member.name, number)

    def _hand_memberships(self, directory: Directory) -> Iterator[Membership]:
        for row in self.hand:
            organisation = directory.find(row.name.text)
            for coalition in row.coalitions if organisation else ():
                yield Membership(organisation or "", self.names.id(coalition), row.name, None)

    def _resolved(
        self, one: MemberList, directory: Directory
    ) -> Iterator[tuple[Member, str | None]]:
        """The organisation of each member; a translated name is the one at its place."""
        original = self._original(one)
        same = original is not None and len(original.members) == len(one.members)
        for place, member in enumerate(one.members):
            organisation = directory.find(member.name.text)
            if organisation is None and same and original is not None:
                organisation = directory.find(original.members[place].name.text)
            yield member, organisation

    def _original(self, one: MemberList) -> MemberList | None:
        if not self._translated(one):
            return None
        document = self._document(one.listing.document).info.translation_of
        coalition = self.names.id(one.members[0].coalition)
        return next(
            (
                other
                for other in self.lists
                if other.listing.document == document
                and self.names.id(other.members[0].coalition) == coalition
            ),
            None,
        )

    def _removed(self, membership: Membership, directory: Directory) -> bool:
        for row in self.hand:
            if directory.find(row.name.text) == membership.organisation:
                names = {self.names.id(coalition) for coalition in row.remove}
                if row.removes_all or membership.coalition in names:
                    return True
        return False

    def _works(
        self,
        directory: Directory,
        memberships: Iterable[Membership],
        texts: Sequence[StoredDocument],
    ) -> Iterator[Work]:
        for row in self.hand:
            organisation = directory.find(row.name.text)
            if organisation and row.topics:
                yield Work(organisation, WorkKind.HAND, row.topics)
        for membership in memberships:
            yield Work(membership.organisation, WorkKind.NAME, membership.span)
        for one in self.lists:
            for member, organisation in self._resolved(one, directory):
                if organisation is not None and member.detail is not None:
                    yield Work(organisation, WorkKind.ROW, member.detail)
        listed = {
            (entry.whole.document, entry.whole.start)
            for one in self.lists
            for entry in one.listing.entries
        } | {
            (one.listing.lead.document, one.listing.lead.start)
            for one in self.lists
            if one.listing.lead
        }
        yield from works(directory.organisations, texts, listed)

    def _notices(self, directory: Directory) -> Iterator[Notice]:
        for one in self.lists:
            count = len({key(member.name.text) for member in one.members})
            if one.stated is not None and one.stated != count:
                yield Notice(
                    one.listing.document,
                    f"{one.members[0].coalition}: the text states {one.stated} members, "
                    f"its list has {count}.",
                )
            for member, organisation in self._resolved(one, directory):
                if organisation is None:
                    yield Notice(
                        one.listing.document,
                        f"{member.name.text} stands in the translation only, not in the original.",
                    )

    def _document(self, document_id: str) -> StoredDocument:
        return next(d for d in self.documents if d.info.id == document_id)

    def _translated(self, one: MemberList) -> bool:
        return self._is_translation(one.listing.document)

    def _is_translation(self, document_id: str) -> bool:
        """Whether a document translates another that is here too."""
        original = self._document(document_id).info.translation_of
        return any(document.info.id == original for document in self.documents)


def _listings(documents: Sequence[StoredDocument]) -> tuple[Listing, ...]:
    """Every list; prose is cut a second time with the names that other lists have."""
    first = {d.info.id: tuple(listings(d, lambda _: False)) for d in documents}
    known: set[str] = set()
    for document in documents:
        for one in first[document.info.id]:
            found = member_list(one, document) if one.shape is not Shape.PROSE else None
            for member in found.members if found else ():
                known |= {key(member.name.text), key(take_apart(member.name.text).long)}
    if known:
        for document in documents:
            prose = (one for one in first[document.info.id] if one.shape is Shape.PROSE)
            if any(member_list(one, document) for one in prose):
                first[document.info.id] = tuple(listings(document, known.__contains__))
    return tuple(one for document in documents for one in first[document.info.id])


def _member_lists(
    found: Iterable[Listing], documents: Iterable[StoredDocument]
) -> tuple[MemberList, ...]:
    by_id = {document.info.id: document for document in documents}
    lists = (member_list(one, by_id[one.document]) for one in found)
    return tuple(one for one in lists if one is not None)


def _expansions(
    documents: Iterable[StoredDocument], lists: Iterable[MemberList]
) -> tuple[Expansion, ...]:
    listed = [one for members in lists for one in listed_expansions(members.listing)]
    known = {one.short for one in listed}
    running = (one for document in documents for one in expansions(document))
    return tuple(dict.fromkeys((*listed, *(one for one in running if one.short not in known))))


def _verified(register: Register, documents: Iterable[StoredDocument]) -> Register:
    texts = {document.info.id: document.content.text for document in documents}
    for span in _spans(register):
        if texts[span.document][span.start : span.end] != span.text or not span.text.strip():
            raise OffsetError(f"{span.document} {span.start}:{span.end} is not its own text.")
    return register


def _spans(register: Register) -> Iterator[Span]:
    yield from (one.span for one in register.memberships)
    yield from (one.span for one in register.works)
    yield from (one.span for one in register.expansions)
    for listing in register.listings:
        yield from ([listing.lead] if listing.lead else [])
        yield from (span for entry in listing.entries for span in (entry.span, entry.whole))
    for coalition in register.coalitions:
        yield from (*coalition.about, *(stated.span for stated in coalition.stated))
