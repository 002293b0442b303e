"""A model's words -> units to check: sentences that end with the markers of their quotes."""

import re

_MARKERS = r"\[\s*\d+\s*(?:[,;]\s*\d+\s*)*\]"
# A unit ends at the end of a line, or behind markers and full stop, in either order. A sentence
# without markers belongs to the next: it is believed only with that one's quotes.
_ENDS = re.compile(
    rf"(?:{_MARKERS}\s*)+[.!?…]+[”\"“)]*(?:\s*{_MARKERS})*(?=\s)"
    rf"|[.!?…][”\"“)]*(?:\s*{_MARKERS})+(?=\s)|\n"
)
_LEADING = re.compile(r"^\s*(?:[-•*]\s+|\d{1,2}[.)]\s+(?=\D))?")


class Units:
    """Collects pieces of text and gives back the units that are whole."""

    def __init__(self) -> None:
        self._text = ""

    def add(self, piece: str) -> list[str]:
        """The units that ``piece`` completes."""
        self._text += piece
        found: list[str] = []
        while (end := self._end()) is not None:
            found.append(self._text[:end])
            self._text = self._text[end:]
        return _tidy(found)

    def rest(self) -> list[str]:
        """What is left at the end of the text."""
        rest, self._text = self._text, ""
        return _tidy([rest])

    def _end(self) -> int | None:
        match = _ENDS.search(self._text)
        if match is None:
            return None
        # Further markers may still come: only a letter behind the white space settles it.
        behind = self._text[match.end() :].lstrip(" ")
        if match.group() != "\n" and (not behind or behind.startswith("[")):
            return None
        return match.end()


def _tidy(units: list[str]) -> list[str]:
    # Bold is harmless and common; any other markup fails its check.
    bare = (_LEADING.sub("", unit).replace("**", "").strip() for unit in units)
    return [unit for unit in bare if unit]
