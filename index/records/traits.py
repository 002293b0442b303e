"""What documents of one kind share: keys of front matter, labels in the text, headings."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.language import fold
from index.reading import BlockKind
from index.records.source import Source

_WORD = re.compile(r"[^\W_]+")
_DATED = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)")
# Dates, short numbers, addresses of pages and pictures, words in small letters.
_ARRANGING = re.compile(
    r"|\d{4}-\d\d(?:-\d\d)?|\d{1,2}|\S*/\S*|\S+\.[a-z]{2,4}"
    r"|[a-z][a-z0-9_-]*(?:[, ]+[a-z][a-z0-9_-]*)?"
)
_MANY = 12  # documents, from which on what nearly all of them have tells nothing
_COMMON = 0.7
_ALIKE = 0.6
_NEARLY_ALL = 0.8
_FEW = 1 / 3
_FEW_VALUES = 0.2  # of the pages that have a key
_SHARED = 2  # traits that two pages of one kind have in common


@dataclass(frozen=True, slots=True)
class Traits:
    """A document's folder ("" at the top), the words of its name, and what its kind may share.

    ``keys`` are of its front matter or labels in its text, ``figures`` those with figures;
    ``shared`` holds the headings below its first too, if there are any (``headed``).
    """

    id: str
    folder: str
    stem: tuple[str, ...]
    dated: bool
    keys: frozenset[str]
    figures: frozenset[str]
    shared: frozenset[str]
    headed: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The keys, labels and headings of one document, folded."""

    declared: Mapping[str, str]
    labels: Mapping[str, str]
    headings: frozenset[str]


def traits_of(sources: Sequence[Source]) -> dict[str, Traits]:
    """The traits of each document; what tells no kind from another is left out."""
    found = {source.info.id: _found(source) for source in sources}
    arranging = _arranging({source.info.id: _stem(source) for source in sources}, found)
    often = Counter(trait for one in found.values() for trait in _all(one))
    most = _COMMON * len(sources) if len(sources) >= _MANY else len(sources)
    tell = {trait for trait, count in often.items() if 1 < count <= most} - arranging
    return {source.info.id: _traits(source, found[source.info.id], tell) for source in sources}


def are_alike(group: Collection[str], traits: Mapping[str, Traits]) -> bool:
    """Whether most documents of a group have some traits that a third of the others have too."""
    return len(_fitting(group, traits)) >= _ALIKE * len(group)


def without_strangers(
    group: Collection[str], traits: Mapping[str, Traits], known: Collection[str]
) -> frozenset[str]:
    """The group without those that share nothing with it, where nearly all others do.

    Documents that are ``known`` from a list stay.
    """
    fitting = _fitting(group, traits)
    if len(fitting) < _NEARLY_ALL * len(group):
        return frozenset(group)
    return fitting.union(id_ for id_ in group if id_ in known)


def _fitting(group: Collection[str], traits: Mapping[str, Traits]) -> frozenset[str]:
    often = Counter(trait for id_ in group for trait in traits[id_].shared)
    least = 1 + max(1, _FEW * (len(group) - 1))
    usual = {trait for trait, count in often.items() if count >= least}
    return frozenset(id_ for id_ in group if len(usual & traits[id_].shared) >= _SHARED)


def _found(source: Source) -> _Found:
    declared = {fold(name): value for name, value in source.stored.content.metadata.extra}
    labels = {
        fold(source.text[slice(*fact.label)]): source.text[slice(*fact.value)]
        for section in source.sections
        for fact in source.facts(section)
    }
    blocks = [block for block in source.blocks if block.kind is BlockKind.HEADING]
    headings = frozenset(fold(source.text[one.start : one.end]) for one in blocks[1:])
    return _Found(_marked(declared), _marked(labels), headings)


def _marked(values: Mapping[str, str]) -> dict[str, str]:
    """Keys are told from headings by a colon, which none of them ends with."""
    return {f"{key}:": value for key, value in values.items()}


def _all(found: _Found) -> set[str]:
    return {*found.declared, *found.labels, *found.headings}


def _traits(source: Source, found: _Found, tell: Collection[str]) -> Traits:
    path = PurePosixPath(source.info.path)
    folder = path.parent.as_posix()
    values = {**found.declared, **found.labels}
    keys = frozenset(key for key in values if key in tell)
    return Traits(
        id=source.info.id,
        folder="" if folder == "." else folder,
        stem=_stem(source),
        dated=bool(_DATED.match(path.name)),
        keys=keys,
        figures=frozenset(key for key in keys if any(map(str.isdigit, values[key]))),
        shared=keys.union(heading for heading in found.headings if heading in tell),
        headed=bool(found.headings),
    )


def _stem(source: Source) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(PurePosixPath(source.info.path).stem)))


def _arranging(stems: Mapping[str, tuple[str, ...]], found: Mapping[str, _Found]) -> set[str]:
    """The keys of front matter that arrange pages and tell nothing of what they are about."""
    values: dict[str, list[str]] = defaultdict(list)
    for id_, one in found.items():
        for key, value in one.declared.items():
            values[key].append("" if fold(value) == "".join(stems[id_]) else value)
    written = {label for one in found.values() for label in one.labels}
    return {key for key, given in values.items() if key not in written and _say_nothing(given)}


def _say_nothing(values: Sequence[str]) -> bool:
    """Whether values are addresses, dates, orders, or the same few words on many pages."""
    few = len(values) > 1 and len(set(values)) <= max(1, _FEW_VALUES * len(values))
    return few or all(_ARRANGING.fullmatch(value) for value in values)


def traits_in(traits: Iterable[Traits], share: float) -> tuple[frozenset[str], frozenset[str]]:
    """The keys that a share of these documents have, and those that have figures in them."""
    members = list(traits)
    keys = Counter(key for one in members for key in one.keys)
    figures = Counter(key for one in members for key in one.figures)
    least = share * len(members)
    return _often(keys, least), _often(figures, least)


def _often(counts: Mapping[str, int], least: float) -> frozenset[str]:
    return frozenset(key for key, count in counts.items() if count >= least)
