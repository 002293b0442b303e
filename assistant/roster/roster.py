"""Question -> Answer from the register: members, counts, short names, and any list as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from assistant.answer import Answer
from assistant.roster import letters, lists, membership
from assistant.roster.asked import request
from assistant.roster.lists import Introduced, introduced
from assistant.roster.table import Table, table
from assistant.roster.topics import Vocabulary
from assistant.roster.view import View
from index.language import LANGUAGES
from index.library import Snapshot
from index.register import Register

_ONLY_NAMES = 0.6


@lru_cache(maxsize=1)
def roster_of(snapshot: Snapshot) -> "Roster":
    """The roster of the generation that ``snapshot`` serves, made once for it."""
    return Roster.of(snapshot, snapshot.generation.register)


@dataclass(frozen=True, slots=True)
class Roster:
    """Answers list questions from one generation; make it once per generation."""

    snapshot: Snapshot
    view: View
    lists: tuple[Introduced, ...]
    vocabulary: Vocabulary
    named: Mapping[str, tuple[tuple[int, int], ...]]  # where each document names members

    @classmethod
    def of(cls, snapshot: Snapshot, register: Register) -> "Roster":
        """The roster of ``register``, which ``snapshot`` was built with."""
        view = View.of(register, snapshot.documents)
        lists = introduced(view)
        texts = chain(view.texts(), *(one.texts() for one in lists))
        named: dict[str, tuple[tuple[int, int], ...]] = {}
        for one in register.memberships:
            place = (one.span.start, one.span.end)
            named[one.span.document] = (*named.get(one.span.document, ()), place)
        return cls(snapshot, view, lists, Vocabulary.of(texts), named)

    def members(
        self, coalition: str = "", topic: str = "", language: str = LANGUAGES[0]
    ) -> Table | None:
        """The members of ``coalition`` that work on ``topic``, each left empty for all.

        ``None`` when there is no coalition of that name.
        """
        return table(self.view, self.vocabulary, self.snapshot, coalition, topic, language)

    def only_names(self, document: str, start: int, end: int) -> bool:
        """Whether ``start:end`` of a document is little more than names of members.

        Such a text says who is a member and nothing else, whatever words the names are made of.
        """
        spans = self.named.get(document, ())
        covered = sum(max(0, min(end, last) - max(start, first)) for first, last in spans)
        return covered >= _ONLY_NAMES * (end - start)

    def answer(self, question: str, language: str) -> Answer | None:
        """The answer in ``language``, or ``None``: not such a question, or not provable."""
        return self.about_members(question, language) or self.any_list(question, language)

    def about_members(self, question: str, language: str) -> Answer | None:
        """What the register of members answers: lists, counts, yes or no, short names."""
        said = letters.answer(question, self.view, self.snapshot, language)
        asked = None if said else request(question, self.view)
        if asked is None:
            return said
        return membership.answer(asked, self.view, self.vocabulary, self.snapshot, language)

    def any_list(self, question: str, language: str) -> Answer | None:
        """Any list of the documents, whole, where one clearly is what is asked for."""
        return lists.answer(
            question, self.lists, self.vocabulary, self.view, self.snapshot, language
        )
