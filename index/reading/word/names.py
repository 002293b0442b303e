"""Names of the WordprocessingML elements and attributes that reading needs (ECMA-376, part 1)."""

from lxml.etree import _Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

CHOICE = f"{{{_MC}}}Choice"
FALLBACK = f"{{{_MC}}}Fallback"


def w(name: str) -> str:
    """Return the full name of an element or attribute of the main namespace."""
    return f"{{{_W}}}{name}"


def value(element: _Element | None) -> str | None:
    """Return the ``w:val`` of an element; ``None`` without the element or the attribute."""
    return None if element is None else element.get(w("val"))


def is_on(element: _Element | None) -> bool:
    """Say whether a switch such as ``w:b`` or ``w:vanish`` is there and not turned off."""
    return element is not None and element.get(w("val"), "1") not in ("0", "false", "off", "none")


def number(element: _Element | None, default: int) -> int:
    """Return the ``w:val`` of an element as a whole number."""
    text = value(element) or ""
    return int(text) if text.lstrip("-").isdigit() and len(text) < 10 else default
