"""Request -> Answer: the members asked for, each with its citations."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Checked, Item, Kind
from assistant.roster.asked import Request, Wish
from assistant.roster.belonging import Belonging
from assistant.roster.case import Case
from assistant.roster.citing import Quotes
from assistant.roster.texts import render
from assistant.roster.topics import Match, Vocabulary, compared
from assistant.roster.view import Evidence, View
from index.language import fold
from index.library import Snapshot
from index.register import Membership, Span
from index.register.vocabulary import FOUNDING

_UNSURE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Note:
    """What a coalition itself says of the topic asked about."""

    name: str
    quote: str
    number: int
    founded: bool


def answer(
    request: Request, view: View, vocabulary: Vocabulary, snapshot: Snapshot, language: str
) -> Answer | None:
    """The answer to ``request``, or ``None`` when the documents do not prove one."""
    topics = tuple(tuple(map(vocabulary.seek, topic)) for topic in request.topics)
    case = Case(request, topics, view, Quotes.of(snapshot), language)
    if request.wish is Wish.BELONGS:
        return Belonging(case).belongs()
    return Belonging(case).counted() if request.wish is Wish.COUNT else _Members(case).listed()


@dataclass(frozen=True, slots=True)
class _Members:
    case: Case

    def listed(self) -> Answer | None:
        """The members asked for, each with its citations."""
        scope, topics = self.case.request.scope, self.case.request.topics
        plain = len(scope) == 1 and not topics
        lead = self.case.lead(scope[0]) if plain else None
        found = list(self._found())
        sure = [self._item(*one) for one in found if one[2].match is Match.YES]
        doubtful = [one for one in found if one[2].match is Match.MAYBE]
        unsure = [self._item(*one) for one in doubtful[:_UNSURE_SHOWN]]
        # Doubtful ones alone answer nothing.
        if any(item is None for item in (*sure, *unsure)) or not sure:
            return None
        items = tuple(item for item in sure if item is not None)
        total = self.case.view.total(scope)
        documents = self.case.view.originals()
        text = render(
            "members",
            self.case.language,
            topic=self.case.request.topic,
            both=self.case.request.both,
            scope=[self.case.name(one) for one in scope],
            without=[self.case.name(one) for one in self.case.request.without],
            lead=lead,
            items=items,
            unsure=unsure,
            uncertain=len(doubtful),
            notes=list(self._notes()),
            differing=self.case.differing(scope[0], len(items))
            if plain and not self.case.request.without
            else [],
            total=total,
            documents=documents,
        )
        shown = items or tuple(item for item in unsure if item is not None)
        return self.case.answer(text, Kind.LIST, items=shown, checked=Checked(documents, total))

    def _found(self) -> Iterator[tuple[Membership, list[Membership], Evidence]]:
        """The members in question: first place, further places, evidence for the topic."""
        seen: set[str] = set()
        first, *others = self.case.request.scope
        for coalition in (first,) if self.case.request.both else self.case.request.scope:
            for one in self.case.view.roll(coalition, self.case.language):
                if one.organisation in seen or self._left_out(one):
                    continue
                places = others if self.case.request.both else self.case.request.scope
                one, *more = self._plainest_first(one, self._elsewhere(one, places))
                evidence = self._evidence(one.organisation)
                if (self.case.request.both and not more) or evidence.match is Match.NO:
                    continue
                seen.add(one.organisation)
                yield one, more, evidence

    def _left_out(self, one: Membership) -> bool:
        return any(
            one.organisation == other.organisation
            for coalition in self.case.request.without
            for other in self.case.view.members.get(coalition, ())
        )

    def _elsewhere(self, one: Membership, coalitions: Iterable[str]) -> list[Membership]:
        """Where else the organisation is a member; with "both", its relatives count as well."""
        found: list[Membership] = []
        for coalition in coalitions:
            if coalition == one.coalition:
                continue
            roll = self.case.view.roll(coalition, self.case.language)
            same = [other for other in roll if other.organisation == one.organisation]
            if not same and self.case.request.both:
                relatives = {
                    m.organisation for m in self.case.view.relatives(one.organisation, coalition)
                }
                same = [other for other in roll if other.organisation in relatives]
            found += same[:1]
        return found

    def _plainest_first(self, one: Membership, more: list[Membership]) -> list[Membership]:
        """The places with the one first that writes the organisation's own name."""
        names = {
            m.organisation: self.case.view.organisations[m.organisation].name for m in (one, *more)
        }
        family = len(names) > 1
        return sorted(
            (one, *more),
            key=lambda m: -len(m.span.text) if family else m.span.text != names[m.organisation],
        )

    def _evidence(self, organisation: str) -> Evidence:
        if not self.case.request.topics:
            return Evidence(Match.YES)
        every = [self.case.view.evidence(organisation, topic) for topic in self.case.topics]
        order = (Match.YES, Match.MAYBE, Match.NO)
        return min(every, key=lambda evidence: order.index(evidence.match))

    def _item(self, one: Membership, more: Sequence[Membership], evidence: Evidence) -> Item | None:
        spans = [one.span, *(other.span for other in more)]
        if evidence.span is not None and not self._names_itself(evidence.span, spans):
            spans.append(evidence.span)
        numbers = [self.case.quotes.number(span) for span in spans]
        if any(number is None for number in numbers):
            return None
        cited = tuple(dict.fromkeys(number for number in numbers if number is not None))
        return Item(one.span.text, self._detail(one, more), cited)

    def _names_itself(self, evidence: Span, spans: Sequence[Span]) -> bool:
        return any(evidence.text == span.text for span in spans)

    def _detail(self, one: Membership, more: Sequence[Membership]) -> str:
        """In which coalitions, where that is not clear from the question."""
        family = any(other.organisation != one.organisation for other in more)
        if not more and len(self.case.request.scope) == 1 and not self.case.request.topics:
            return ""
        if not more:
            return self.case.name(one.coalition)
        parts = [f"{self.case.name(m.coalition)}: {m.span.text}" for m in (one, *more)]
        kind = "family" if family else "same"
        return render("details", self.case.language, kind=kind, parts=parts)

    def _notes(self) -> Iterator[_Note]:
        """The coalitions whose own name or founding is about the topic."""
        for coalition in self.case.request.scope if self.case.request.topics else ():
            spans = self.case.view.about.get(coalition, ())
            telling = [
                span
                for span, text in spans
                for topic in self.case.topics
                if compared(topic, text) is Match.YES
            ]
            telling.sort(key=lambda span: not _tells_of_founding(span.text))
            telling.sort(
                key=lambda span: (
                    self.case.view.documents[span.document].language != self.case.language
                )
            )
            for span in telling[:1]:
                number = self.case.quotes.number(span)
                if number is not None:
                    founded = _tells_of_founding(span.text)
                    yield _Note(self.case.name(coalition), span.text.strip(), number, founded)


def _tells_of_founding(text: str) -> bool:
    plain = fold(text)
    return any(stem in plain for stem in FOUNDING)
