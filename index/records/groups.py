"""Sets of documents of one kind, by folder, by file name, by keys and labels, or by a list."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from index.records.traits import Traits, are_alike, traits_in, without_strangers

_FEWEST = 3
_PLAIN = 0.8  # of pages that have no headings of their own
_PREFIX_LETTERS = 3
_SHARED = 2  # keys that pages of one kind have in common, if nothing else joins them
_MANY_SHARED = 3
_SEVERAL = 2
_MOSTLY = 0.6
_OVERLAP = 0.5
_INDEX = frozenset(("index", "readme", "home", "default"))

Group = frozenset[str]
_Key = Callable[[Traits], object]


def groups(
    traits: Mapping[str, Traits], named: Sequence[Group], described: Sequence[Group]
) -> list[Group]:
    """The groups, largest first, none within another.

    ``named`` are the documents that lists name, ``described`` those of lists that say more of each
    than its name, as menus do not.
    """
    pages = [one for one in traits.values() if not _INDEX.intersection(one.stem)]
    together = [
        *_together(pages, lambda one: one.folder or None),
        *_together(pages, lambda one: one.folder if one.dated else None),
        *_by_prefix(pages, traits),
    ]
    found = [
        *(group for group in together if _is_kind(group, traits, named)),
        *_by_keys(pages),
        *(group for group in named if group in described or are_alike(group, traits)),
    ]
    known: Group = frozenset().union(*described)
    kept = [without_strangers(group, traits, known) for group in found if len(group) >= _FEWEST]
    return list(_largest(group for group in kept if len(group) >= _FEWEST))


def _is_kind(group: Group, traits: Mapping[str, Traits], named: Sequence[Group]) -> bool:
    """Whether documents that stand together are of one kind, and not a whole site."""
    members = [traits[id_] for id_ in group]
    plain = sum(not one.headed for one in members) >= _PLAIN * len(members)
    listed = any(len(group & other) * 2 >= len(group) for other in named)
    numbered = all(one.dated or any(map(str.isdigit, one.stem[1:])) for one in members)
    return plain or listed or numbered or are_alike(group, traits)


def _by_prefix(pages: Sequence[Traits], traits: Mapping[str, Traits]) -> Iterator[Group]:
    """Documents of one folder whose names begin with one word."""
    for group in _together([one for one in pages if not one.dated], _first_word):
        members = [traits[id_] for id_ in sorted(group)]
        finer = list(_together(members, lambda one: one.stem[:2] if len(one.stem) > 2 else None))
        yield from finer
        # Where several second words come often, the first is the site's and they are the kinds'.
        if len(finer) < _SEVERAL:
            yield group


def _first_word(one: Traits) -> tuple[str, str] | None:
    word = one.stem[0] if len(one.stem) > 1 else ""
    return (one.folder, word) if len(word) >= _PREFIX_LETTERS and not word.isdigit() else None


def _together(pages: Iterable[Traits], key: _Key) -> Iterator[Group]:
    found: dict[object, list[str]] = defaultdict(list)
    for one in pages:
        if (value := key(one)) is not None:
            found[value].append(one.id)
    return (frozenset(group) for group in found.values() if len(group) >= _FEWEST)


def _by_keys(pages: Iterable[Traits]) -> Iterator[Group]:
    """Documents of one folder with nearly the same keys and labels, whatever they are called."""
    folders: dict[str, list[Traits]] = defaultdict(list)
    for one in pages:
        if len(one.keys) >= _SHARED:
            folders[one.folder].append(one)
    for beside in folders.values():
        for group in _with_like_keys(beside):
            keys, figures = traits_in(group, _MOSTLY)
            # Titles and descriptions are on all pages of a site; years and sums are of records.
            if len(keys) >= _MANY_SHARED or (len(keys) >= _SHARED and figures):
                yield frozenset(one.id for one in group)


def _with_like_keys(pages: Iterable[Traits]) -> Iterator[list[Traits]]:
    having: dict[Group, list[Traits]] = defaultdict(list)
    for one in pages:
        having[one.keys].append(one)
    # Each set of keys joins the most frequent one that is like it.
    leaders: dict[str, list[Group]] = defaultdict(list)
    found: dict[Group, list[Traits]] = defaultdict(list)
    for keys in sorted(having, key=lambda keys: (-len(having[keys]), sorted(keys))):
        near = dict.fromkeys(leader for key in sorted(keys) for leader in leaders[key])
        leader = next((other for other in near if _like(keys, other)), keys)
        found[leader] += having[keys]
        if leader is keys:
            for key in keys:
                leaders[key].append(keys)
    yield from found.values()


def _like(keys: Group, other: Group) -> bool:
    common = len(keys & other)
    return common >= _SHARED and common * 2 >= len(keys | other)


def _largest(found: Iterable[Group]) -> Iterator[Group]:
    """The groups that are not for the most part within a larger one."""
    kept: list[Group] = []
    for group in sorted(set(found), key=lambda one: (-len(one), sorted(one))):
        if all(len(group & other) <= _OVERLAP * len(group) for other in kept):
            kept.append(group)
            yield group
