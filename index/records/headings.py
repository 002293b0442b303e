"""Runs of headings of one level below one parent: each a record with its own text."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.language import fold
from index.reading import Block, BlockKind
from index.records.drafts import Draft, listing, titled_entry
from index.records.facts import facts
from index.records.fields import fields
from index.records.introductions import last_sentence, leading_in
from index.records.lines import Line, Section
from index.records.listing import Field, Kind, Listing, Span
from index.records.source import Source

_FEWEST = 3
_SHORT = 70  # characters of a line such as a role, below a name
_SHORT_LINES = 2
_MOSTLY = 0.6
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Titled:
    """A heading and the sections that it stands over: its own first, then deeper ones."""

    heading: Block
    sections: tuple[Section, ...]

    @property
    def blocks(self) -> list[Block]:
        return [block for section in self.sections for block in section.blocks]

    @property
    def end(self) -> int:
        last = self.sections[-1]
        return last.blocks[-1].end if last.blocks else last.headings[-1].end


def heading_runs(source: Source) -> Iterator[Listing]:
    """Every run of three headings or more, unless they are questions."""
    for parent, run in _runs(source.sections):
        own = [one for one in run if one.blocks]
        often = Counter(label for one in own for label in _labels(source, one))
        titled = [one for one in own if not _is_over_list(source, one, often)]
        asked = sum(_title(source, one).endswith("?") for one in titled)
        if len(titled) >= _FEWEST and asked * 2 <= len(titled):
            yield _listing(source, parent, titled)


def _labels(source: Source, one: _Titled) -> frozenset[str]:
    return frozenset().union(*(source.labels(section) for section in one.sections))


def _is_over_list(source: Source, one: _Titled, often: Mapping[str, int]) -> bool:
    """Whether a heading stands over a list or a table, other than one of labels and values.

    Labels are what others of the run have too.
    """
    entries = [block for block in one.blocks if block.kind in (BlockKind.ITEM, BlockKind.ROW)]
    found = (source.text[slice(*fact.label)] for fact in facts(source.text, entries))
    labelled = sum(often[fold(label)] > 1 for label in found)
    listed = sum(block.end - block.start for block in entries)
    whole = sum(block.end - block.start for block in one.blocks)
    return len(entries) > 1 and listed > _HALF * whole and labelled <= _HALF * len(entries)


def _runs(sections: Sequence[Section]) -> Iterator[tuple[Section | None, list[_Titled]]]:
    """The headings of one level right below each parent, with the parent's own section."""
    runs: dict[tuple[int, ...], list[_Titled]] = {}
    own = {_path(section): section for section in sections}
    for at, section in enumerate(sections):
        if section.headings:
            end = _end(sections, at)
            titled = _Titled(section.headings[-1], tuple(sections[at:end]))
            runs.setdefault((*_path(section)[:-1], -section.headings[-1].level), []).append(titled)
    for path, run in runs.items():
        yield own.get(path[:-1]), run


def _path(section: Section) -> tuple[int, ...]:
    return tuple(heading.start for heading in section.headings)


def _end(sections: Sequence[Section], at: int) -> int:
    """Where the sections end that stand below the heading of the one at ``at``."""
    depth, heading = len(sections[at].headings), sections[at].headings[-1]
    end = at + 1
    while end < len(sections) and heading in sections[end].headings[:depth]:
        end += 1
    return end


def _listing(source: Source, parent: Section | None, run: Sequence[_Titled]) -> Listing:
    above = parent.headings if parent else ()
    said = leading_in(source, above, _sentence_before(source, parent, run[0]), len(run))
    short = _have_short_lines(source, run)
    entries = [titled_entry(source, _draft(source, one, short=short)) for one in run]
    return listing(source, Kind.HEADINGS, above, said, entries)


def _sentence_before(source: Source, parent: Section | None, first: _Titled) -> Span | None:
    """The last sentence between the parent heading and the first of the run."""
    before = (
        [block for block in parent.blocks if block.end <= first.heading.start] if parent else []
    )
    if not before or before[-1].kind is not BlockKind.PARAGRAPH:
        return None
    return last_sentence(source, before[-1])


def _draft(source: Source, one: _Titled, *, short: bool) -> Draft:
    blocks = one.blocks
    known = fields(source, facts(source.text, blocks))
    heading = one.heading
    return Draft(
        start=heading.start,
        end=one.end,
        line=Line(heading.start, heading.end, heading.start),
        fields=(*(_short_fields(source, one) if short else ()), *known),
        ends=one.end,
    )


def _have_short_lines(source: Source, run: Sequence[_Titled]) -> bool:
    """Whether most have a short line below their heading, as people have their roles."""
    having = sum(bool(_short_lines(source, one)) for one in run)
    return having >= _MOSTLY * len(run)


def _short_fields(source: Source, one: _Titled) -> Iterator[Field]:
    for line in _short_lines(source, one):
        span = source.span(line.start, line.end)
        yield Field("", span.text, span)


def _short_lines(source: Source, one: _Titled) -> list[Line]:
    """The short lines without a full stop right below a heading."""
    found: list[Line] = []
    for block in one.sections[0].blocks:
        lines = list(source.lines(block)) if block.kind is BlockKind.PARAGRAPH else []
        if (
            not lines
            or len(found) >= _SHORT_LINES
            or not all(_is_short(source, at) for at in lines)
        ):
            break
        found += lines
    return found[:_SHORT_LINES]


def _is_short(source: Source, line: Line) -> bool:
    text = source.text[line.start : line.end]
    return len(text) <= _SHORT and text.rstrip()[-1] not in ".:!?…" and ": " not in text


def _title(source: Source, one: _Titled) -> str:
    return source.text[one.heading.start : one.heading.end].rstrip(' "”’»)')
