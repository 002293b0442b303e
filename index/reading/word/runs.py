"""The visible text of a Word paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from index.reading.word.names import CHOICE, FALLBACK, is_on, value, w
from index.reading.word.styles import Styles

# Deleted and moved-away text, field codes, pictures and properties; text boxes come separately.
_SKIPPED_NAMES = (
    "del moveFrom instrText delText pPr rPr txbxContent drawing pict object softHyphen "
    "footnoteReference endnoteReference annotationRef"
)
_SKIPPED = frozenset(w(name) for name in _SKIPPED_NAMES.split())
_SIGNS = {w("tab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): " "}
_WHITE = frozenset({"FFFFFF", "FEFEFE", "FDFDFD"})
# Not shown, or crossed out and so no longer holding.
_UNREAD_SWITCHES = ("webHidden", "specVanish", "strike", "dstrike")
_TINY_HALF_POINTS = 4


@dataclass(frozen=True, slots=True)
class RunText:
    """One stretch of text with one look."""

    text: str
    bold: bool
    hidden: bool


class Runs:
    """Reads the runs of paragraphs, knowing the document's styles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def of(self, paragraph: _Element) -> list[RunText]:
        """Return the paragraph's runs in order, hidden ones marked."""
        style = value(paragraph.find(f"{w('pPr')}/{w('pStyle')}"))
        shaded = _is_shaded(paragraph)
        return [self._run(run, style, shaded) for run in _runs(paragraph)]

    def _run(self, run: _Element, paragraph_style: str | None, shaded: bool) -> RunText:
        properties = run.find(w("rPr"))
        text = "".join(_pieces(run))
        if properties is None:
            bold = self._styles.switch(paragraph_style, "b")
            return RunText(text, bold, self._styles.switch(paragraph_style, "vanish"))
        chain = (value(properties.find(w("rStyle"))), paragraph_style)
        bold, vanish = (self._switched(properties, name, chain) for name in ("b", "vanish"))
        hidden = vanish or _cannot_be_seen(properties, shaded)
        return RunText(text, bold, hidden)

    def _switched(self, properties: _Element, name: str, styles: tuple[str | None, ...]) -> bool:
        own = properties.find(w(name))
        if own is not None:
            return is_on(own)
        return any(self._styles.switch(style, name) for style in styles)


def _cannot_be_seen(properties: _Element, shaded: bool) -> bool:
    if any(is_on(properties.find(w(name))) for name in _UNREAD_SWITCHES):
        return True
    size = value(properties.find(w("sz"))) or ""
    if size.isdigit() and int(size) < _TINY_HALF_POINTS:
        return True
    color = (value(properties.find(w("color"))) or "").upper()
    own = properties.find(w("shd")) is not None or properties.find(w("highlight")) is not None
    return color in _WHITE and not (shaded or own)


def _is_shaded(paragraph: _Element) -> bool:
    """White letters can be seen on a shaded paragraph, cell or table, and in a coloured box."""
    if paragraph.find(f"{w('pPr')}/{w('shd')}") is not None:
        return True
    for parent in paragraph.iterancestors(w("tc"), w("tbl"), w("txbxContent")):
        if parent.tag == w("txbxContent"):
            return True
        properties = parent.find(w("tcPr") if parent.tag == w("tc") else w("tblPr"))
        if properties is None:
            continue
        if properties.find(w("shd")) is not None or properties.find(w("tblStyle")) is not None:
            return True
    return False


def _runs(parent: _Element) -> Iterator[_Element]:
    """The runs of a paragraph, also inside links, insertions, fields and content controls."""
    for child in parent:
        if child.tag == w("r"):
            yield child
        elif child.tag not in _SKIPPED and child.tag != FALLBACK and isinstance(child.tag, str):
            yield from _runs(child)


def _pieces(run: _Element) -> Iterator[str]:
    for child in run:
        if child.tag == w("t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == CHOICE:
            yield from _pieces(child)
