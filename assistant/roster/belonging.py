"""Whether one organisation is a member, and how many members there are."""

from dataclasses import dataclass

from assistant.answer import Answer, Kind, Status
from assistant.roster.case import Case, Quoted
from assistant.roster.texts import render
from index.register import Span


@dataclass(frozen=True, slots=True)
class Belonging:
    """Answers about one coalition and its roll."""

    case: Case

    def belongs(self) -> Answer | None:
        """Yes with the entry of the list, or that the list does not have the name."""
        coalition = self.case.request.scope[0]
        roll = self.case.view.roll(coalition, self.case.language)
        mine = next(
            (one for one in roll if one.organisation == self.case.request.organisation), None
        )
        said = {
            "coalition": self.case.name(coalition),
            "listed": len(roll),
            "name": self.case.request.name,
        }
        if not roll:
            return None
        if mine is None:
            text = render("belongs", self.case.language, yes=False, quote="", lead=None, **said)
            self.case.lead(coalition)
            near = tuple(self.case.quotes.citations)
            return Answer(Status.NOT_FOUND, Kind.REFUSAL, self.case.language, text, related=near)
        if self.case.quotes.number(mine.span) is None:
            return None
        lead = self.case.lead(coalition)
        text = render(
            "belongs", self.case.language, yes=True, quote=mine.span.text, lead=lead, **said
        )
        return self.case.answer(text, Kind.FACT)

    def counted(self) -> Answer | None:
        """How many members there are: counted from the list, with what the text states."""
        coalition = self.case.request.scope[0]
        listed = len(self.case.view.roll(coalition, self.case.language))
        stated = self.case.stated(coalition, listed, same=True)
        span = stated[0].span if stated else self._whole_list(coalition)
        number = None if span is None or not listed else self.case.quotes.number(span)
        if span is None or number is None:
            return None
        text = render(
            "count",
            self.case.language,
            name=self.case.name(coalition),
            listed=listed,
            lead=Quoted(" ".join(span.text.split()), number),
            differing=self.case.differing(coalition, listed),
        )
        short = str(listed) if stated and str(listed) in span.text else None
        return self.case.answer(text, Kind.FACT, short=short)

    def _whole_list(self, coalition: str) -> Span | None:
        """The list from its first entry to its last, where no sentence states its number."""
        listing = self.case.view.lead(coalition, self.case.language)
        stored = listing and self.case.quotes.citer.document(listing.document)
        if not listing or not stored:
            return None
        start, end = listing.entries[0].whole.start, listing.entries[-1].whole.end
        return Span(listing.document, start, end, stored.content.text[start:end])
