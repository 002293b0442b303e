"""Lines one below the other that look alike: each an entry.

They give a role and who has it, are numbered with one word ("Article 1"), have the same sign behind
a name, or are names alone below a line with a colon. Paragraphs that begin in bold are in
``bold.py``.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.language import fold
from index.reading import BlockKind
from index.records.bold import bold_runs
from index.records.drafts import Draft, listing, named_entries
from index.records.facts import facts
from index.records.fields import fields
from index.records.introductions import introduced, introduction
from index.records.lines import Line, Section
from index.records.listing import Field, Kind, Listing
from index.records.runs import Run, Unit
from index.records.source import Source

_FEWEST = 3
_LINE_CHARACTERS = 120
_BARE_CHARACTERS = 60  # of a line without a sign behind a name
_TITLE_CHARACTERS = 80
_PEOPLE = 0.75  # of the values of lines that give roles
_NAME_WORDS = 6
_BLANK = 10  # characters at most between two lines
_NUMBERED = re.compile(r"(?P<word>[^\W\d_]{2,20})\s+(?:\d{1,3}|[IVXLC]{1,6})\b")
_BRACKET = re.compile(r"[^():\n]{2,60}\s\([^()\n]{2,60}\)[.;,]?")
_DASH = re.compile(r"[^\n:]{2,60}?\s[-–—]\s\S[^\n]*")
_ENDS = (".", ":", "!", "?", "…")
_WORD = re.compile(r"[^\W\d_]+")

_Looks = Callable[[Source, Line], bool]


def paragraph_runs(source: Source, known: frozenset[str]) -> Iterator[Listing]:
    """Every run of lines or paragraphs alike; ``known`` labels (folded) belong to records."""
    for section in source.sections:
        taken: set[int] = set()
        for run in (*bold_runs(source, section, known), *_line_runs(source, section, known)):
            places = {unit.line.start for unit in run.units}
            if taken.isdisjoint(places):
                taken |= places
                yield _listing(source, section, run)


@dataclass(frozen=True, slots=True)
class _At:
    """A line, the places of its block in the section and of itself in that, the line above it."""

    line: Line
    block: int
    number: int
    above: Line | None


def _listing(source: Source, section: Section, run: Run) -> Listing:
    starts = [block.start for block in section.blocks]
    drafts = [_draft(source, section, starts, unit) for unit in run.units]
    entries = named_entries(source, drafts)
    if run.introduction is not None:
        span = source.span(run.introduction.start, run.introduction.end)
        said = introduced(source, section.headings, span, len(entries))
    else:
        said = introduction(source, section, run.before, len(entries))
    return listing(source, Kind.PARAGRAPHS, section.headings, said, entries)


def _draft(source: Source, section: Section, starts: Sequence[int], unit: Unit) -> Draft:
    if unit.end == unit.line.end:
        return Draft(unit.line.start, unit.end, unit.line)
    inside = section.blocks[bisect_left(starts, unit.line.end) : bisect_left(starts, unit.end)]
    own = section.blocks[bisect_right(starts, unit.line.start) - 1]
    below = (line for line in source.lines(own) if unit.line.end < line.start < unit.end)
    known = fields(source, facts(source.text, inside))
    return Draft(unit.line.start, unit.end, unit.line, (*_short_fields(source, below), *known))


def _short_fields(source: Source, lines: Iterable[Line]) -> Iterator[Field]:
    """The short lines below a name in its own paragraph, as people have their roles."""
    for line in lines:
        span = source.span(line.start, line.end)
        if len(span.text) <= _BARE_CHARACTERS:
            yield Field("", span.text, span)


def _line_runs(source: Source, section: Section, known: frozenset[str]) -> Iterator[Run]:
    lines = list(_lines(source, section))
    yield from _role_runs(source, lines, known)
    yield from _numbered_runs(source, lines)
    for sign in (_BRACKET, _DASH):
        yield from _runs(source, lines, _matches(sign))
    yield from _bare_runs(source, lines)


def _lines(source: Source, section: Section) -> Iterator[_At]:
    for block, one in enumerate(section.blocks):
        if one.kind is BlockKind.PARAGRAPH:
            above = None
            for number, line in enumerate(source.lines(one)):
                yield _At(line, block, number, above)
                above = line


def _runs(source: Source, lines: Sequence[_At], looks: _Looks) -> Iterator[Run]:
    """The runs of lines next to each other that look as wanted."""
    run: list[_At] = []
    for line in [*lines, None]:
        if line is not None and looks(source, line.line) and (not run or _adjoins(run[-1], line)):
            run.append(line)
            continue
        if len(run) >= _FEWEST:
            yield _run(run)
        run = [line] if line is not None and looks(source, line.line) else []


def _adjoins(last: _At, line: _At) -> bool:
    return line.block - last.block <= 1


def _run(run: Sequence[_At]) -> Run:
    units = tuple(Unit(at.line, at.line.end) for at in run)
    return Run(units, run[0].block, run[0].above)


def _matches(sign: re.Pattern[str]) -> _Looks:
    def looks(source: Source, line: Line) -> bool:
        text = source.text[line.start : line.end].strip()
        return len(text) <= _LINE_CHARACTERS and sign.fullmatch(text) is not None

    return looks


def _role_runs(source: Source, lines: Sequence[_At], known: frozenset[str]) -> Iterator[Run]:
    """Lines such as "Chair: Ann Pender", most of whose values are people."""
    for run in _runs(source, lines, _is_labelled):
        texts = [source.text[unit.line.start : unit.line.end] for unit in run.units]
        parted = [text.partition(":")[::2] for text in texts]
        people = sum(_is_person(value) for _label, value in parted)
        foreign = sum(fold(label.strip()) not in known for label, _value in parted)
        if people >= _PEOPLE * len(parted) and foreign * 2 > len(parted):
            yield run


def _is_labelled(source: Source, line: Line) -> bool:
    text = source.text[line.start : line.end]
    label, colon, value = text.partition(":")
    return bool(colon and value.strip()) and len(label.split()) <= _NAME_WORDS and value[0] == " "


def _is_person(text: str) -> bool:
    words = text.partition("(")[0].split(",")[0].split()
    named = 2 <= len(words) <= _NAME_WORDS and not any(map(str.isdigit, text))
    return named and all(word[0].isupper() for word in words)


def _numbered_runs(source: Source, lines: Sequence[_At]) -> Iterator[Run]:
    """Paragraphs that begin with one word and a number, whatever stands between them."""
    found: dict[str, list[_At]] = {}
    for at in lines:
        match = None if at.number else _NUMBERED.match(source.text, at.line.start, at.line.end)
        if match is not None:
            found.setdefault(fold(match["word"]), []).append(at)
    for run in found.values():
        if len(run) >= _FEWEST:
            ends = [*(at.line.start for at in run[1:]), lines[-1].line.end]
            units = [_numbered(source, at, end) for at, end in zip(run, ends, strict=True)]
            yield Run(tuple(units), run[0].block, None)


def _numbered(source: Source, at: _At, end: int) -> Unit:
    match = _NUMBERED.match(source.text, at.line.start, at.line.end)
    title = source.text[at.line.start : at.line.end].rstrip()
    own = len(title) <= _TITLE_CHARACTERS and not title.endswith(_ENDS)
    stop = at.line.end if own or match is None else match.end()
    end = at.line.start + len(source.text[at.line.start : end].rstrip())
    return Unit(Line(at.line.start, stop, at.line.start), end)


def _bare_runs(source: Source, lines: Sequence[_At]) -> Iterator[Run]:
    """Short lines without an end mark below a line that ends with a colon."""
    for run in _runs(source, lines, _is_bare):
        start = run.units[0].line.start
        before = source.text[max(start - _BLANK, 0) : start].rstrip()
        if before.endswith(":") and not any(_is_labelled(source, unit.line) for unit in run.units):
            yield run


def _is_bare(source: Source, line: Line) -> bool:
    text = source.text[line.start : line.end].strip()
    words = _WORD.search(text)
    short = len(text) <= _BARE_CHARACTERS and not text.endswith(_ENDS)
    return short and words is not None and not text[0].islower()
