"""Documents -> every list and record in them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from index.catalog import StoredDocument
from index.language import fold
from index.records.bullets import bullet_lists
from index.records.enumerations import enumerations
from index.records.groups import Group, groups
from index.records.headings import heading_runs
from index.records.listing import Kind, Listing
from index.records.matching import Pages
from index.records.pages import page_run
from index.records.paragraphs import paragraph_runs
from index.records.rolls import rolls
from index.records.rows import tables
from index.records.source import Source
from index.records.traits import traits_of

_EVERYWHERE = 3  # documents with the same entries: a menu, unless the same words introduce them


def listings_of(documents: Sequence[StoredDocument]) -> tuple[Listing, ...]:
    """Every list in ``documents``, by document and place; those of pages last.

    Raises ``OffsetError`` when an entry would not be the text at its own offsets.
    """
    sources = {one.info.id: Source(one) for one in documents if one.content.blocks}
    traits = traits_of(tuple(sources.values()))
    pages = Pages(tuple(sources.values()), traits)
    found = [_with_pages(one, pages) for source in sources.values() for one in _shaped(source)]
    found = list(_without_menus(found))
    listed = list(rolls(found))
    kinds = groups(
        traits,
        [frozenset(roll.names) for roll in listed],
        [frozenset(roll.names) for roll in listed if roll.described],
    )
    known = _known_labels(sources, kinds)
    lines = (
        _with_pages(one, pages)
        for id_, source in sources.items()
        for one in paragraph_runs(source, known[id_])
    )
    runs = (page_run(group, sources, traits, listed) for group in kinds)
    lists = (one for one in chain(found, lines) if not _are_facts(one, known[one.document]))
    return (*sorted(lists, key=_place), *sorted(runs, key=_place))


def _shaped(source: Source) -> Iterator[Listing]:
    """The lists whose shape alone tells them."""
    yield from bullet_lists(source)
    yield from tables(source)
    yield from heading_runs(source)
    yield from enumerations(source)


def _with_pages(listing: Listing, pages: Pages) -> Listing:
    entries = (replace(one, page=pages.of(one.name, listing.document)) for one in listing.entries)
    return replace(listing, entries=tuple(entries))


def _without_menus(listings: Sequence[Listing]) -> Iterator[Listing]:
    """The lists without those that stand on many pages with nothing of their own before them."""
    found: dict[tuple[str, ...], list[Listing]] = defaultdict(list)
    for listing in listings:
        if listing.kind is Kind.BULLETS:
            found[tuple(entry.span.text for entry in listing.entries)].append(listing)
    menus = {id(one) for same in found.values() if _is_menu(same) for one in same}
    return (one for one in listings if id(one) not in menus)


def _is_menu(same: Sequence[Listing]) -> bool:
    said = {one.introduction.text if one.introduction else None for one in same}
    spread = len({one.document for one in same}) >= _EVERYWHERE
    return spread and (len(said) > 1 or None in said)


def _known_labels(
    sources: Mapping[str, Source], kinds: Iterable[Group]
) -> Mapping[str, frozenset[str]]:
    """For each document the labels that its sections share, or pages of its kind do."""
    own = {id_: [source.labels(one) for one in source.sections] for id_, source in sources.items()}
    known = {id_: _repeated(found) for id_, found in own.items()}
    for group in kinds:
        shared = _repeated(frozenset().union(*own[id_]) for id_ in sorted(group))
        for id_ in group:
            known[id_] |= shared
    return known


def _are_facts(listing: Listing, known: frozenset[str]) -> bool:
    """Whether the rows of a table are labels and values that other pages have too."""
    if listing.kind is not Kind.TABLE or any(f.label for e in listing.entries for f in e.fields):
        return False
    return sum(fold(entry.name) in known for entry in listing.entries) * 2 > len(listing.entries)


def _repeated(found: Iterable[frozenset[str]]) -> frozenset[str]:
    often = Counter(label for labels_ in found for label in labels_)
    return frozenset(label for label, count in often.items() if count > 1)


def _place(listing: Listing) -> tuple[str, int, int, str]:
    return listing.document, listing.start, listing.end, listing.kind
