"""Drops what is printed on every page: running heads and feet, page numbers."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from index.language.pack import every
from index.language.patterns import any_of
from index.reading.pdf.lines import Line, PageLines

_EDGE_LINES = 2  # looked at on each end of a page
_MIN_PAGES = 3
_MIN_SHARE = 0.4  # of the pages; left and right pages often have different heads
_PLACE_POINTS = 6.0  # a running head stands at the same height on each page
_EDGE_SHARE = 0.12  # of the page's height, in which a lone number is a page number
_NUMBERS = re.compile(r"\d+")
_Mark = tuple[str, int]


def without_margins(pages: list[PageLines]) -> list[PageLines]:
    """Return the pages without lines that clearly repeat, and without page numbers."""
    seen: Counter[_Mark] = Counter()
    for page in pages:
        seen.update({mark for line in _edges(page) for mark in _marks(line)})
    least = max(_MIN_PAGES, len(pages) * _MIN_SHARE)
    repeated = {mark for mark, count in seen.items() if count >= least}
    return [_trimmed(page, repeated) for page in pages]


def _trimmed(page: PageLines, repeated: set[_Mark]) -> PageLines:
    edges = _edges(page)
    kept = tuple(
        line
        for line in page.lines
        if not (line in edges and (_marks(line)[0] in repeated or _is_page_number(line, page)))
    )
    return replace(page, lines=kept)


def _edges(page: PageLines) -> list[Line]:
    by_height = sorted(page.lines, key=lambda line: -line.top)
    return [*by_height[:_EDGE_LINES], *by_height[-_EDGE_LINES:]]


def _marks(line: Line) -> tuple[_Mark, _Mark]:
    """What is compared: the words without numbers, in a band of height and the one above it."""
    words = _NUMBERS.sub("#", line.text).casefold()
    band = round(line.top / _PLACE_POINTS)
    return (words, band), (words, band + 1)


def _is_page_number(line: Line, page: PageLines) -> bool:
    low, high = page.height * _EDGE_SHARE, page.height * (1 - _EDGE_SHARE)
    at_edge = line.bottom < low or line.top > high
    return at_edge and bool(_page_number().fullmatch(line.text))


@lru_cache(maxsize=1)
def _page_number() -> re.Pattern[str]:
    """What a page's number is written with: "- 3 -", "Page 3 of 12"."""
    page = any_of(every(lambda pack: pack.files.page_words))
    of = any_of(every(lambda pack: pack.files.page_count_words))
    return re.compile(
        rf"[-–—|\s]*(?:{page}\s*)?\d{{1,4}}(?:\s*(?:/|{of})\s*\d{{1,4}})?[-–—|\s]*",
        re.IGNORECASE,
    )
