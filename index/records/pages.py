"""Documents of one kind as one list: each page a record, its name the title."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from index.reading import Block, BlockKind
from index.records.drafts import beginning
from index.records.fields import fields
from index.records.groups import Group
from index.records.introductions import Introduction, introduced
from index.records.listing import Entry, Field, Kind, Listing, Span
from index.records.matching import words_of_name
from index.records.rolls import Roll
from index.records.source import Source
from index.records.traits import Traits

_HALF = 0.5
_TITLE_CHARACTERS = 60  # of a first line that may be a title
_NAME_CHARACTERS = 120  # of a key or label that may hold the name


def page_run(
    group: Group, sources: Mapping[str, Source], traits: Mapping[str, Traits], rolls: Sequence[Roll]
) -> Listing:
    """The documents of a group as a list, with what introduces them on the page that lists them."""
    roll = _roll_of(group, rolls)
    ids = _in_order(group, roll)
    label = _naming_label([sources[id_] for id_ in ids])
    entries = tuple(_entry(sources[id_], roll, label) for id_ in ids)
    home = sources[roll.listings[0].document if roll else ids[0]]
    said = _introduction(home, roll, len(ids)) if roll else Introduction(None, None)
    return Listing(
        document=home.info.id,
        kind=Kind.PAGES,
        headings=roll.headings if roll else _shared_name([traits[id_] for id_ in ids]),
        introduction=said.span,
        stated=said.stated,
        language=home.info.language,
        date=home.info.date,
        start=min(one.start for one in roll.listings) if roll else entries[0].span.start,
        end=max(one.end for one in roll.listings) if roll else entries[0].ends,
        entries=entries,
    )


def _roll_of(group: Group, rolls: Sequence[Roll]) -> Roll | None:
    """The lists that name most of the group, if they name half of it; few lists before many."""

    def fit(roll: Roll) -> tuple[int, int, bool, int]:
        named = len(group & roll.names.keys())
        return named, -len(roll.names), roll.described, -len(roll.listings)

    best = max(rolls, key=fit, default=None)
    fits = best is not None and len(group & best.names.keys()) >= _HALF * len(group)
    return best if fits else None


def _in_order(group: Group, roll: Roll | None) -> list[str]:
    """The documents in the order of the list that names them, the others after it."""
    first = [id_ for id_ in roll.names if id_ in group] if roll else []
    return [*first, *sorted(group.difference(first))]


def _introduction(home: Source, roll: Roll, entries: int) -> Introduction:
    single = roll.listings[0] if len(roll.listings) == 1 else None
    span = single.introduction if single else None
    headings: tuple[Block, ...] = ()
    for section in home.sections:
        if home.titles(section.headings) == roll.headings:
            headings = section.headings
    return introduced(home, headings, span, entries)


def _shared_name(traits: Sequence[Traits]) -> tuple[str, ...]:
    """What the folder is called, or the word that all file names begin with."""
    stems = zip(*(one.stem for one in traits), strict=False)
    first = [level[0] for level in takewhile(lambda level: len(set(level)) == 1, stems)]
    folders = {one.folder for one in traits}
    folder = folders.pop().rpartition("/")[2] if len(folders) == 1 else ""
    words = " ".join(word for word in first if not word.isdigit())
    return tuple(name for name in (folder, words) if name)[:1]


def _entry(source: Source, roll: Roll | None, label: str) -> Entry:
    text, blocks = source.text, source.blocks
    found = _fields(source)
    name = _name(source, roll, found, label)
    start = blocks[0].start
    return Entry(
        span=source.span(start, beginning(text, start, blocks[-1].end, blocks[0].end)),
        name=name,
        named=_place(source, name),
        fields=found,
        ends=blocks[-1].end,
        page=source.info.id,
    )


def _fields(source: Source) -> tuple[Field, ...]:
    """The keys of the front matter, which have no place in the text, and the labels in it."""
    extra = source.stored.content.metadata.extra
    found = fields(source, (fact for one in source.sections for fact in source.facts(one)))
    return (*(Field(key, value, None) for key, value in extra), *found)


def _name(source: Source, roll: Roll | None, found: Sequence[Field], label: str) -> str:
    """The title, unless it was only guessed from the text: then what a list or a label says."""
    if _is_titled(source):
        return source.info.title
    listed = roll.names.get(source.info.id, "") if roll else ""
    own = next((one.value for one in found if one.label == label), "")
    return listed or next((one.value for one in _called(source, found)), own or source.info.title)


def _naming_label(sources: Sequence[Source]) -> str:
    """The label that names most of the pages without a title."""
    untitled = (source for source in sources if not _is_titled(source))
    found = Counter(one.label for source in untitled for one in _called(source, _fields(source)))
    return min(found, key=lambda label: (-found[label], label), default="")


def _is_titled(source: Source) -> bool:
    """Whether the title is declared, or stands at the top."""
    first, title = source.blocks[0], source.info.title
    top = source.text[first.start : first.end].split("\n")[0]
    headings = (block for block in source.blocks if block.kind is BlockKind.HEADING)
    heading = next(headings, None)
    if heading is not None and source.text[heading.start : heading.end].startswith(title):
        return heading is first
    return not top.startswith(title) or _is_title_like(title)


def _is_title_like(line: str) -> bool:
    return len(line) <= _TITLE_CHARACTERS and ":" not in line and not line.endswith(".")


def _called(source: Source, found: Sequence[Field]) -> Iterator[Field]:
    """The fields whose values say in letters what the file name says."""
    stem = words_of_name(source.info.path.rpartition("/")[2].rpartition(".")[0])
    for field in found:
        words = words_of_name(field.value)
        same = "".join(words) == "".join(stem) or set(stem) <= set(words)
        if same and len(field.value) <= _NAME_CHARACTERS and " " in field.value:
            yield field


def _place(source: Source, name: str) -> Span | None:
    """Where the name stands first, if it is in the text."""
    at = source.text.find(name)
    return source.span(at, at + len(name)) if at >= 0 else None
