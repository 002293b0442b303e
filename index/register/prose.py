"""Lists inside running text: after a colon, after "are", or as a run of names with commas."""

import re
from collections.abc import Callable, Iterator

from index.language.patterns import CAPITALS, CYRILLIC_CAPITALS, any_of
from index.reading.document import Block, BlockKind
from index.register.enumeration import enumerate_prose
from index.register.introduction import introduction, stated_number
from index.register.records import Entry, Span
from index.register.vocabulary import CONJUNCTION, OPEN_END, words

_SENTENCE = re.compile(
    rf"(?<=[^\W\d_]{{2}}[.!?])\s+(?=[{CAPITALS}{CYRILLIC_CAPITALS}“])"
    rf"|(?<=\d\d[.!?])\s+(?=[{CAPITALS}])"
)
_COLON = re.compile(r":\s+(?=\S)")
_COPULA = re.compile(rf"\s{any_of(words(lambda listed: listed.copulas))}\s+(?=[^\s:])")
_MEMBER = re.compile(any_of(words(lambda listed: listed.member_nouns)), re.IGNORECASE)
_CAPITAL = rf"[{CAPITALS}][\w’'&-]*"
_LINK = any_of(words(lambda listed: listed.run_links))
_RUN_ITEM = rf"{_CAPITAL}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITAL}){{0,6}}(?:\s*\([^()]{{2,120}}\))?"
_RUN = re.compile(
    rf"{_RUN_ITEM}(?:,\s+{_RUN_ITEM}){{2,}}(?:,?\s+{CONJUNCTION}\s+{_RUN_ITEM}|\s+etj)?"
)
_CAPITALS = re.compile(rf",\s+[{CAPITALS}][^,.]*,\s+[{CAPITALS}]")
_FEWEST = 3
_MOST_WORDS = 12

Spanned = Callable[[int, int], Span]
Found = tuple[tuple[int, int], tuple[Entry, ...], bool]


def prose_within(
    spanned: Spanned, text: str, block: Block, known: Callable[[str], bool]
) -> Iterator[Found]:
    """The lists in one paragraph: the span of the lead, the entries, whether it is left open."""
    commas = text.count(",", block.start, block.end) + text.count(";", block.start, block.end)
    if not commas or (commas < _FEWEST and not _MEMBER.search(text, block.start, block.end)):
        return
    for start, end in sentences(text, block.start, block.end):
        if text.count(",", start, end) + text.count(";", start, end) == 0:
            continue
        found = next(_sentence_lists(spanned, text, start, end, known), None)
        if found is not None:
            yield found


def prose_after(
    spanned: Spanned, text: str, block: Block, stated: int | None, known: Callable[[str], bool]
) -> tuple[tuple[Entry, ...], bool] | None:
    """The list that a paragraph is, when it is one: nothing but entries with commas."""
    if block.kind is not BlockKind.PARAGRAPH:
        return None
    return _entries(spanned, text, block.start, block.end, stated, known)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in ``text[start:end]``."""
    for cut in _SENTENCE.finditer(text, start, end):
        yield start, cut.start()
        start = cut.end()
    if start < end:
        yield start, end


def _sentence_lists(
    spanned: Spanned, text: str, start: int, end: int, known: Callable[[str], bool]
) -> Iterator[Found]:
    for colon in _COLON.finditer(text, start, end):
        stated = stated_number(text[start : colon.start()])
        if entries := _entries(spanned, text, colon.end(), end, stated, known):
            yield (start, colon.start() + 1), *entries
    if _MEMBER.search(text, start, end):
        for copula in _COPULA.finditer(text, start, end):
            said = introduction(text[start : copula.start()])
            if said is not None:
                entries = _entries(spanned, text, copula.end(), end, said.count, known)
                if entries and all(_is_name(entry.span.text) for entry in entries[0]):
                    yield (start, copula.end()), *entries
    if text.count(",", start, end) >= _FEWEST and _CAPITALS.search(text, start, end):
        for run in _RUN.finditer(text, start, end):
            pieces = enumerate_prose(text, *run.span(), None, known)
            if len(pieces) > _FEWEST:
                found = tuple(Entry(spanned(a, b), spanned(a, b)) for a, b in pieces)
                yield (start, end), found, bool(OPEN_END.search(text, run.start(), end))


def _entries(
    spanned: Spanned,
    text: str,
    start: int,
    end: int,
    stated: int | None,
    known: Callable[[str], bool],
) -> tuple[tuple[Entry, ...], bool] | None:
    ending = OPEN_END.search(text, start, end)
    stop = ending.start() if ending else end
    pieces = enumerate_prose(text, start, stop, stated, known)
    sizes = [len(text[a:b].split()) for a, b in pieces]
    if len(pieces) < _FEWEST or sum(sizes) > _MOST_WORDS * len(sizes):
        return None
    return tuple(Entry(spanned(a, b), spanned(a, b)) for a, b in pieces), bool(ending)


def _is_name(text: str) -> bool:
    return text.lstrip("“\"„«'(")[:1].isupper() or text[:1].isdigit()
