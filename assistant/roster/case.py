"""One question about members with all that its answer is made of."""

from dataclasses import dataclass

from assistant.answer import Answer, Checked, Item, Kind, Status
from assistant.roster.asked import Request
from assistant.roster.citing import Quotes
from assistant.roster.topics import Sought
from assistant.roster.view import View
from index.register import Stated


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote for a template, with the number of its citation."""

    quote: str
    number: int


@dataclass(frozen=True, slots=True)
class Differing:
    """A number of members that the text states and the list does not have."""

    number: int
    quote: str
    citation: int
    listed: int


@dataclass(frozen=True, slots=True)
class Case:
    """A request with the register, the citations made so far, and the asker's language."""

    request: Request
    topics: tuple[tuple[Sought, ...], ...]
    view: View
    quotes: Quotes
    language: str

    def lead(self, coalition: str) -> Quoted | None:
        """The sentence that introduces the members of ``coalition``, cited."""
        listing = self.view.lead(coalition, self.language)
        span = None if listing is None else listing.lead
        number = None if span is None else self.quotes.number(span)
        return None if span is None or number is None else Quoted(span.text.strip(), number)

    def stated(self, coalition: str, listed: int, *, same: bool) -> list[Stated]:
        """What texts state, in the asker's language first; ``same`` as the list has or not."""
        every = self.view.coalitions[coalition].stated
        some = [one for one in every if (one.number == listed) is same]
        return sorted(
            some, key=lambda one: self.view.documents[one.span.document].language != self.language
        )

    def differing(self, coalition: str, listed: int) -> list[Differing]:
        """The numbers that texts state and the list does not have."""
        found = []
        for one in self.stated(coalition, listed, same=False)[:2]:
            number = self.quotes.number(one.span)
            if number is not None:
                found.append(Differing(one.number, one.span.text.strip(), number, listed))
        return found

    def name(self, coalition: str) -> str:
        """What ``coalition`` is called."""
        return self.view.coalitions[coalition].name

    def answer(
        self,
        text: str,
        kind: Kind,
        *,
        short: str | None = None,
        items: tuple[Item, ...] = (),
        checked: Checked | None = None,
    ) -> Answer:
        """The answer with all citations so far."""
        return Answer(
            Status.ANSWERED,
            kind,
            self.language,
            text,
            short=short,
            citations=tuple(self.quotes.citations),
            items=items,
            checked=checked,
        )
