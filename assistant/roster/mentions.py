"""Words of a question -> the coalitions and organisations that they name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.roster.view import View
from index.language import folded_words
from index.register import Coalition

Named = dict[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found at ``start:end`` of the question's words."""

    id: str
    start: int
    end: int

    def places(self) -> range:
        """The places of its words."""
        return range(self.start, self.end)


def coalition_names(view: View) -> Named:
    """The ids of the coalitions by the folded words of each of their names."""
    return {
        tuple(folded_words(name)): one.id
        for one in view.coalitions.values()
        for name in _names_of(one)
    }


def _names_of(coalition: Coalition) -> Iterable[str]:
    return (coalition.name, *coalition.aliases)


def organisation_names(view: View) -> Named:
    """The ids of the organisations by the folded words of each name, and by initials."""
    names: dict[tuple[str, ...], str] = {}
    for one in view.organisations.values():
        for name in (one.name, *one.aliases, one.id.replace("-", " ")):
            names.setdefault(tuple(folded_words(name)), one.id)
    initials = {
        one.id: "".join(word[0] for word in one.id.split("-") if word)
        for one in view.organisations.values()
    }
    once = Counter(initials.values())
    for organisation, letters in initials.items():
        # Tdh, but nothing that could be read as a word.
        if len(letters) > 2 and once[letters] == 1 and not set(letters) & set("aeiouy"):
            names.setdefault((letters,), organisation)
    return names


def mentions(words: Sequence[str], names: Named) -> Iterator[Mention]:
    """Where ``names`` stand in a question, longest first, none over another."""
    place = 0
    by_length = sorted(names, key=len, reverse=True)
    while place < len(words):
        found = next((n for n in by_length if _stands(words, place, n)), None)
        if found is None:
            place += 1
            continue
        yield Mention(names[found], place, place + len(found))
        place += len(found)


def _stands(words: Sequence[str], place: int, name: tuple[str, ...]) -> bool:
    there = words[place : place + len(name)]
    if len(there) < len(name):
        return False
    if len(name) == 1:
        return there[0] == name[0]
    # Case endings differ within long names: the beginnings decide.
    return all(a == b or (len(b) > 4 and a[:4] == b[:4]) for a, b in zip(there, name, strict=True))
