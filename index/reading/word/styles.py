"""What a document's styles say: which are headings, bold, hidden or lists."""

from dataclasses import dataclass

from lxml.etree import _Element

from index.reading.word.names import is_on, number, value, w

_MAX_STEPS = 20  # a style may be based on another; a circle of styles ends here
_TITLES = {"title": 1, "subtitle": 2}


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list that a paragraph or style belongs to, and its level from 0."""

    list_id: str
    level: int


class Styles:
    """Looks up styles by id, following the styles they are based on."""

    def __init__(self, root: _Element | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._styles = {style.get(w("styleId")): style for style in found}

    def switch(self, style_id: str | None, name: str) -> bool:
        """Say whether a style turns a switch of letters on, such as ``b`` or ``vanish``."""
        for style in self._chain(style_id):
            element = style.find(f"{w('rPr')}/{w(name)}")
            if element is not None:
                return is_on(element)
        return False

    def heading_level(self, style_id: str | None) -> int | None:
        """Return 1 to 6 for a heading style, whatever language Word is in, else ``None``."""
        for style in self._chain(style_id):
            name = (value(style.find(w("name"))) or "").lower()
            if name in _TITLES:
                return _TITLES[name]
            if name.startswith("heading ") and name[8:].isdigit():
                return min(int(name[8:]), 6)
            outline = number(style.find(f"{w('pPr')}/{w('outlineLvl')}"), 9)
            if outline < 9:
                return min(outline + 1, 6)
        return None

    def numbered(self, style_id: str | None) -> Numbered | None:
        """Return the list that a style puts its paragraphs in."""
        for style in self._chain(style_id):
            properties = style.find(f"{w('pPr')}/{w('numPr')}")
            if properties is not None:
                return numbered(properties)
        return None

    def _chain(self, style_id: str | None) -> list[_Element]:
        chain: list[_Element] = []
        style = self._styles.get(style_id) if style_id else None
        while style is not None and len(chain) < _MAX_STEPS:
            chain.append(style)
            style = self._styles.get(value(style.find(w("basedOn"))))
        return chain


def numbered(properties: _Element) -> Numbered | None:
    """Return what a ``w:numPr`` element says; list 0 means none."""
    list_id = value(properties.find(w("numId")))
    level = number(properties.find(w("ilvl")), 0)
    return Numbered(list_id, min(max(level, 0), 8)) if list_id not in (None, "0") else None
