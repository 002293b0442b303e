"""Enumerations in running text: "its founders were Blue Bank, Otter Patrol and Tide and Time".

Entries stand between commas or semicolons, the last behind a conjunction. Behind a colon they may
be anything; elsewhere they are names, whose first and last are cut out of the sentence around
them (``named.py``).
"""

import re
from collections.abc import Iterator, Sequence

from index.language import fold, is_function_word
from index.reading import Block, BlockKind
from index.records.drafts import Draft, listing, named_entries
from index.records.introductions import introduced
from index.records.lines import Line, Section
from index.records.listing import Kind, Listing
from index.records.named import is_name, named_runs, without_origin
from index.records.numbers import stated_count
from index.records.pieces import Place, inner, pieces, words_in
from index.records.sentences import sentences
from index.records.source import Source

_FEWEST = 3
_COLON = re.compile(r":\s+(?=\S)")
_MARKER = re.compile(r"\(?(?:\d{1,2}|[^\W\d_]{1,2})[.)]\s+")
_WORDS = 8  # of an entry between commas
_PHRASE_WORDS = 5  # of them on average that are no names, unless the text says how many there are
_LABEL_WORDS = 2  # before a colon, behind which small words are the value of a field
_LONGEST = 20_000  # characters of a line: more is no sentence
_STATEMENT_WORDS = 30  # of an entry between semicolons
_ITEM_CHARACTERS = 100  # of a list's entry that may hold a list itself


def enumerations(source: Source) -> Iterator[Listing]:
    """Every enumeration in the document's paragraphs, and those of names in long list entries."""
    for section in source.sections:
        for block in section.blocks:
            if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM):
                for start, end in _sentences(source, block):
                    found = _found(source, block, start, end)
                    if found:
                        yield _listing(source, section, start, found)


def _sentences(source: Source, block: Block) -> Iterator[Place]:
    """The sentences that have a comma or a semicolon."""
    for line in source.lines(block):
        text = source.text[line.start : line.end]
        title = line.bold == line.end or text.isupper()
        if _may_list(text) and not title:
            for start, end in sentences(source.text, line.start, line.end, source.info.language):
                if _may_list(source.text[start:end]):
                    yield start, end


def _may_list(text: str) -> bool:
    return len(text) <= _LONGEST and ("," in text or ";" in text)


def _found(source: Source, block: Block, start: int, end: int) -> list[Place]:
    """The entries in a sentence: behind its colon, else the names in it."""
    item = block.kind is BlockKind.ITEM
    for colon in _COLON.finditer(source.text, start, end):
        said = source.text[start : colon.start()]
        names = item or len(said.split()) <= _LABEL_WORDS
        if found := _behind_colon(source, said, (colon.end(), end), names=names):
            return found
    if item and end - start < _ITEM_CHARACTERS:
        return []
    return named_runs(source, start, end)


def _behind_colon(source: Source, said: str, place: Place, *, names: bool) -> list[Place]:
    """The entries at a place behind ``said`` and a colon; ``names`` lets nothing else pass."""
    start, end = inner(source.text, *place)
    statements = pieces(source.text, start, end, ";")
    if len(statements) >= _FEWEST:
        found = [*statements[:-1], _without_and(source, statements[-1])]
        found = [_without_marker(source.text, *place) for place in found]
        fit = not names or all(source.text[begin].isupper() for begin, _end in found)
        return found if fit and _are_short(source, found, _STATEMENT_WORDS) else []
    parts = pieces(source.text, start, end, ",")
    last = _last_two(source, parts[-1]) if len(parts) > 1 else [parts[-1]]
    found, joined = [*parts[:-1], *last], len(last) > 1 or last[0] != parts[-1]
    if len(found) < _FEWEST or not _are_short(source, found, _WORDS):
        return []
    if all(is_name(source, place) for place in found):
        return found if joined or not _have_figures(source, found) else []
    if names or not joined:
        return []
    counted = stated_count(said, len(found), source.words) == len(found)
    return found if counted or _are_phrases(source, found) else []


def _last_two(source: Source, place: Place) -> list[Place]:
    """The last two entries, which a conjunction joins, or the last one without it."""
    bare = _without_and(source, place)
    if bare != place:
        return [bare]
    tokens = words_in(source.text, *place)
    for at in range(1, len(tokens) - 1):
        if fold(source.text[slice(*tokens[at])]) in source.words.conjunctions:
            return [(place[0], tokens[at - 1][1]), (tokens[at + 1][0], place[1])]
    return [place]


def _without_and(source: Source, place: Place) -> Place:
    tokens = words_in(source.text, *place)
    begins = len(tokens) > 1 and fold(source.text[slice(*tokens[0])]) in source.words.conjunctions
    return (tokens[1][0], place[1]) if begins else place


def _without_marker(text: str, start: int, end: int) -> Place:
    """A statement without the letter or number that it is marked with: "a) to vote"."""
    marker = _MARKER.match(text, start, end)
    return (marker.end(), end) if marker and marker.end() < end else (start, end)


def _are_short(source: Source, found: Sequence[Place], most: int) -> bool:
    return all(0 < len(source.text[slice(*place)].split()) <= most for place in found)


def _have_figures(source: Source, found: Sequence[Place]) -> bool:
    return any(any(map(str.isdigit, source.text[slice(*place)])) for place in found)


def _are_phrases(source: Source, found: Sequence[Place]) -> bool:
    """Whether entries are short, and all or none begin with small words, as clauses do not."""
    words = [source.text[slice(*place)].split() for place in found]
    small = sum(is_function_word(fold(first), source.words.language) for first, *_ in words)
    return small in (0, len(found)) and sum(map(len, words)) <= _PHRASE_WORDS * len(words)


def _listing(source: Source, section: Section, start: int, found: Sequence[Place]) -> Listing:
    said = source.text[start : found[0][0]].rstrip()
    span = source.span(start, start + len(said)) if said else None
    drafts = [
        Draft(begin, end, Line(begin, without_origin(source, (begin, end)), begin))
        for begin, end in found
    ]
    entries = named_entries(source, drafts)
    introduction = introduced(source, section.headings, span, len(entries))
    return listing(source, Kind.PROSE, section.headings, introduction, entries)
