"""Puts words together that were divided at the end of a line."""

import re
from collections import Counter

from index.reading.pdf.lines import PageLines

_PREFIX = re.compile(r"\b(\w+)-(?=\w)")
_LAST_WORD = re.compile(r"\w+\Z")


class Hyphens:
    """Knows from the whole file which words keep their hyphen ("ish-ministri")."""

    def __init__(self, pages: list[PageLines]) -> None:
        self._prefixes: Counter[str] = Counter()
        for page in pages:
            for line in page.lines:
                self._prefixes.update(p.casefold() for p in _PREFIX.findall(line.text))

    def joined(self, first: str, second: str, divided: bool) -> str:
        """Join two lines: with a space, or as the one word that was divided between them."""
        return first + self.glue(first, second, divided) + second

    def glue(self, first: str, second: str, divided: bool) -> str:
        """Return what stands between two lines once joined; ``divided`` says within a word."""
        if not divided:
            return " "
        last = _LAST_WORD.search(first)
        keeps = last is not None and last[0].casefold() in self._prefixes
        return "-" if keeps or not second[:1].islower() else ""
