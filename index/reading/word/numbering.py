"""The markers of a Word document's lists, counted as Word counts them."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from index.reading.word.names import number, value, w
from index.reading.word.styles import Numbered

_PLACE = re.compile(r"%([1-9])")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_BULLET = "-"
_MAX_NUMBER = 4000


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    pattern: str
    start: int


class Numbering:
    """Hands out the marker of each list entry in document order; keeps the counts."""

    def __init__(self, root: _Element | None) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        if root is not None:
            self._learn(root)

    def marker(self, entry: Numbered) -> str:
        """Count one entry and return its marker: "-" for bullets, else such as "3." or "b)"."""
        level = self._levels.get((entry.list_id, entry.level))
        if level is None or level.kind in ("bullet", "none"):
            return _BULLET
        counter = self._abstract[entry.list_id]
        count = self._counts.get((counter, entry.level), level.start - 1) + 1
        self._counts[counter, entry.level] = count
        for deeper in range(entry.level + 1, 9):
            self._counts.pop((counter, deeper), None)
        marker = _PLACE.sub(lambda match: self._shown(entry, int(match[1]) - 1), level.pattern)
        return marker.strip() or _BULLET

    def _shown(self, entry: Numbered, level_number: int) -> str:
        level = self._levels.get((entry.list_id, level_number))
        if level is None:
            return ""
        count = self._counts.get((self._abstract[entry.list_id], level_number), level.start)
        return _written(count, level.kind)

    def _learn(self, root: _Element) -> None:
        abstracts = {a.get(w("abstractNumId")): a for a in root.findall(w("abstractNum"))}
        for listed in root.findall(w("num")):
            list_id = listed.get(w("numId")) or ""
            abstract_id = value(listed.find(w("abstractNumId"))) or ""
            overrides = listed.findall(w("lvlOverride"))
            # A list that starts anew counts by itself; others go on with the shared count.
            self._abstract[list_id] = f"num {list_id}" if overrides else abstract_id
            abstract = abstracts.get(abstract_id)
            for level in [] if abstract is None else abstract.findall(w("lvl")):
                self._keep(list_id, level)
            for override in overrides:
                self._override(list_id, override)

    def _override(self, list_id: str, override: _Element) -> None:
        if (level := override.find(w("lvl"))) is not None:
            self._keep(list_id, level)
        key = (list_id, _index(override))
        start = override.find(w("startOverride"))
        if start is not None and key in self._levels:
            old = self._levels[key]
            self._levels[key] = _Level(old.kind, old.pattern, number(start, old.start))

    def _keep(self, list_id: str, level: _Element) -> None:
        self._levels[list_id, _index(level)] = _Level(
            kind=value(level.find(w("numFmt"))) or "decimal",
            pattern=value(level.find(w("lvlText"))) or "",
            start=number(level.find(w("start")), 1),
        )


def _index(level: _Element) -> int:
    text = level.get(w("ilvl")) or "0"
    return int(text) if text.isdigit() and len(text) < 3 else 0


def _written(count: int, kind: str) -> str:
    """A count in the form of its list; forms that are not known are written as figures."""
    if kind in ("lowerLetter", "upperLetter") and 0 < count < _MAX_NUMBER:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if kind == "lowerLetter" else letters.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < count < _MAX_NUMBER:
        return _roman(count) if kind == "lowerRoman" else _roman(count).upper()
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for size, letters in _ROMAN:
        written += letters * (count // size)
        count %= size
    return written
