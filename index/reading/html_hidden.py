"""Takes out of an HTML tree what a visitor of the page does not see or is not meant to read."""

import re

from lxml.html import HtmlElement

_NEVER_TEXT_NAMES = (
    "script style noscript template svg math iframe object embed canvas audio video picture img "
    "map button select textarea input datalist dialog head "
    "del s strike"  # crossed out: it no longer holds
)
_NEVER_TEXT = frozenset(_NEVER_TEXT_NAMES.split())
_HIDING_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*[01](?:\.\d+)?"
    r"(?:px|pt|em|rem|%)?\s*(?:;|!|$)|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)"
    r"|(?:left|top|text-indent)\s*:\s*-\d{3,}|(?<!-)color\s*:\s*transparent",
    re.IGNORECASE,
)
_WHITE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:white|#fff(?:fff)?|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*?\))"
    r"\s*(?:;|!|$)",
    re.IGNORECASE,
)
_HIDING_BODY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SIMPLE_SELECTOR = re.compile(r"([.#])([\w-]+)")


def remove_hidden(root: HtmlElement) -> bool:
    """Remove scripts, controls, comments and hidden text; say whether hidden text was there.

    Hidden is: the ``hidden`` attribute, an inline style or a simple rule of the page that hides,
    moves away or shrinks to nothing, and white letters on no declared background.
    """
    hiding = _hiding_names(root)
    found = False
    for element in list(root.iter()):
        # Comments and processing instructions have no name.
        if not isinstance(element.tag, str) or element.tag in _NEVER_TEXT:
            _drop(element)
        elif _is_hidden(element, hiding):
            found = found or bool("".join(element.itertext()).strip())
            _drop(element)
    return found


def _is_hidden(element: HtmlElement, hiding: frozenset[str]) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style and (_HIDING_STYLE.search(style) or _is_white_on_nothing(element, style)):
        return True
    names = (element.get("class") or "").split()
    return bool(hiding) and not hiding.isdisjoint([*names, "#" + (element.get("id") or "")])


def _is_white_on_nothing(element: HtmlElement, style: str) -> bool:
    if not _WHITE.search(style):
        return False
    chain = [element, *element.iterancestors()]
    return not any(
        "background" in (part.get("style") or "") or part.get("bgcolor") for part in chain
    )


def _hiding_names(root: HtmlElement) -> frozenset[str]:
    """Classes, and ids with a leading ``#``, that the page's own style sheet hides."""
    names = set()
    for sheet in root.iter("style"):
        for rule in (sheet.text or "").split("}"):
            selectors, _, body = rule.rpartition("{")
            if not _HIDING_BODY.search(body):
                continue
            for selector in selectors.split(","):
                if match := _SIMPLE_SELECTOR.fullmatch(selector.strip()):
                    names.add(match[2] if match[1] == "." else "#" + match[2])
    return frozenset(names)


def _drop(element: HtmlElement) -> None:
    """Remove the element but keep the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
