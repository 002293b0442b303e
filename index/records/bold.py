"""Paragraphs that begin in bold, and terms on a line of their own: each an entry."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.language import fold
from index.reading import Block, BlockKind
from index.records.lines import Line, Section
from index.records.runs import Run, Unit
from index.records.source import Source

_FEWEST = 2
_FEWEST_TITLES = 3  # lines in bold over lists or several paragraphs
_APART = 4  # blocks that may belong to one entry
_LONG = 40  # characters of a text that tells; a shorter one fills in a form
_LEAD_CHARACTERS = 120


def bold_runs(source: Source, section: Section, known: frozenset[str]) -> Iterator[Run]:
    """The runs of a section; ``known`` labels (folded) belong to records, not to lists."""
    leads = [at for at, block in enumerate(section.blocks) if _begins_in_bold(block)]
    terms = [at for at in leads if source.is_bold(section.blocks[at])]
    running = [at for at in leads if at not in terms and not _is_form(source, section.blocks[at])]
    for run in _close(running):
        if len(run) >= _FEWEST and not _are_questions(source, section, run):
            yield _run(source, section, run)
    for run in _close(terms):
        if _are_entries(source, section, run, known):
            yield _run(source, section, run)


def _begins_in_bold(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or not block.parts:
        return False
    lead = block.parts[0]
    return lead.end - lead.start <= _LEAD_CHARACTERS


def _close(places: Sequence[int]) -> Iterator[list[int]]:
    """The places in groups within which few blocks stand between two of them."""
    group: list[int] = []
    for at in places:
        if group and at - group[-1] > _APART:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _is_form(source: Source, block: Block) -> bool:
    """Whether a bold label has a short value: "**Where:** ground floor"."""
    lead, rest = _parted(source, block)
    labelled = lead.endswith(":") or rest.startswith(":")
    return labelled and len(rest.strip(" :")) < _LONG


def _parted(source: Source, block: Block) -> tuple[str, str]:
    end = block.parts[0].end
    return source.text[block.start : end].rstrip(), source.text[end : block.end].strip()


def _are_questions(source: Source, section: Section, run: Sequence[int]) -> bool:
    asked = [_parted(source, section.blocks[at])[0].rstrip(' "”’»)').endswith("?") for at in run]
    return sum(asked) * 2 > len(asked)


def _are_entries(
    source: Source, section: Section, run: Sequence[int], known: frozenset[str]
) -> bool:
    """Whether terms are defined or stand over lists; with short values they fill in a form."""
    if len(run) < _FEWEST or _are_questions(source, section, run):
        return False
    texts = [_parted(source, section.blocks[at])[0].rstrip(" :.") for at in run]
    if sum(fold(text) in known for text in texts) * 2 > len(texts):
        return False
    below = [_below(section, at, after) for at, after in _pairs(section, run)]
    if not all(below):
        return False
    single = [blocks[0] for blocks in below if len(blocks) == 1]
    if len(single) == len(below) and all(one.kind is BlockKind.PARAGRAPH for one in single):
        return sum(one.end - one.start for one in single) >= _LONG * len(single)
    return len(run) >= _FEWEST_TITLES


def _pairs(section: Section, run: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each place with the one where what belongs to it ends."""
    longest = max((b - a for a, b in pairwise(run)), default=1)
    last = min(run[-1] + longest, len(section.blocks))
    return zip(run, [*run[1:], last], strict=True)


def _below(section: Section, at: int, after: int) -> tuple[Block, ...]:
    return section.blocks[at + 1 : after]


def _run(source: Source, section: Section, run: Sequence[int]) -> Run:
    units = []
    for at, after in _pairs(section, run):
        block = section.blocks[at]
        line = source.first_line(block)
        if source.is_bold(block):
            line = Line(line.start, line.end, line.start)
        units.append(Unit(line, section.blocks[max(after - 1, at)].end))
    return Run(tuple(units), run[0])
