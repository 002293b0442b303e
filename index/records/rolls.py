"""Lists whose entries have pages of their own: what they call each page, and where they stand."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from index.records.listing import Kind, Listing

_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Roll:
    """Lists of one document that name others.

    ``names`` are what they call each, by the id of its page; ``headings`` stand over all of them;
    ``described`` says that they tell more of most than the name, as menus do not.
    """

    listings: tuple[Listing, ...]
    names: Mapping[str, str]
    headings: tuple[str, ...]
    described: bool


def rolls(listings: Iterable[Listing]) -> Iterator[Roll]:
    """Each list most of whose entries have pages, and those of one document together."""
    found: dict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        having = sum(entry.page is not None for entry in listing.entries)
        if listing.kind is not Kind.PROSE and having > _HALF * len(listing.entries):
            found[listing.document].append(listing)
    for lists in found.values():
        yield from (_roll([one]) for one in lists)
        if len(lists) > 1:
            yield _roll(lists)


def _roll(lists: Sequence[Listing]) -> Roll:
    entries = [entry for one in lists for entry in one.entries if entry.page is not None]
    return Roll(
        listings=tuple(lists),
        names={entry.page: entry.name for entry in entries if entry.page},
        headings=_common([one.headings for one in lists]),
        described=sum(bool(entry.fields) for entry in entries) >= _HALF * len(entries),
    )


def _common(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The headings that all paths begin with."""
    levels = takewhile(lambda level: len(set(level)) == 1, zip(*paths, strict=False))
    return tuple(level[0] for level in levels)
