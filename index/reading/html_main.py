"""Finds the part of a web page that is its content, leaving menus and page frames out.

A general extractor (trafilatura 2.3) was tried on two pages only: from a short page written for
the purpose it made one run of words, hidden text included, and from a real page of links nothing.
Coalition pages are short and made of lists, so the page's own structure is trusted instead.
"""

import re

from lxml.html import HtmlElement

_FRAME_TAGS = frozenset({"nav", "aside", "footer"})
_FRAME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
# Whole class names and ids. Page builders put words like these inside the names of every part
# ("elementor-widget", "no-sidebar"), so a name must begin with one, but for a few known prefixes.
_FRAME_NAME = re.compile(
    r"(?:(?:site|page|main|primary|secondary|top|mobile|header|footer|wp|block)[_-])?"
    r"(?:nav|navbar|navigation|menu|submenu|sidebar|footer|colophon|masthead|cookies?|gdpr"
    r"|breadcrumbs?|share|sharing|sharedaddy|social|related|comments?|respond|widget|newsletter"
    r"|popup|modal|skip|screen-reader-text|pagination|pager)(?:[_-].*)?",
    re.IGNORECASE,
)
_CONTENT_NAMES = re.compile(
    r"(?:^|\s)(?:(?:entry|post|page|article|main|site)-content|content|main|article-body)(?:$|\s)",
    re.IGNORECASE,
)
_MIN_SHARE = 0.3  # of the page's words; a smaller "main part" is not believed
_MAX_FRAME_SHARE = 0.4  # of the page's words; a larger "frame" holds the content itself


def main_content(body: HtmlElement) -> HtmlElement:
    """Return the element that holds the content; frames inside it are removed.

    The element is ``main``, else the one ``article``, else the largest part that is named as
    content, unless more headings stand outside it, else the whole body.
    """
    _remove_frames(body)
    least = _MIN_SHARE * _size(body)
    for candidates in (_mains(body), _articles(body), _named(body)):
        best = max(candidates, key=_size, default=None)
        if best is not None and _size(best) >= least:
            return best
    return body


def _remove_frames(body: HtmlElement) -> None:
    most = _MAX_FRAME_SHARE * _size(body)
    for element in list(body.iter()):
        if element is body or element.getparent() is None:
            continue
        if element.tag in _FRAME_TAGS or (_is_frame(element) and _size(element) <= most):
            element.drop_tree()


def _is_frame(element: HtmlElement) -> bool:
    """Whether it looks like a frame; a header that was never closed holds the whole page."""
    if element.get("role") in _FRAME_ROLES:
        return True
    inside = {"main", "article", "section"}
    if element.tag == "header":
        return all(parent.tag not in inside for parent in element.iterancestors())
    return _is_named_frame(element)


def _is_named_frame(element: HtmlElement) -> bool:
    if element.tag not in ("div", "section", "ul", "ol", "p", "span", "a", "form"):
        return False
    names = [*(element.get("class") or "").split(), element.get("id") or ""]
    # A frame's name on an element that holds the headline is a page layout, not a frame.
    return any(map(_FRAME_NAME.fullmatch, names)) and element.find(".//h1") is None


def _mains(body: HtmlElement) -> list[HtmlElement]:
    return [element for element in body.iter() if element.tag == "main" or _role(element) == "main"]


def _articles(body: HtmlElement) -> list[HtmlElement]:
    """The page's article; several side by side are a list of teasers and none is the content."""
    articles = list(body.iter("article"))
    return articles if len(articles) == 1 else []


def _named(body: HtmlElement) -> list[HtmlElement]:
    names = ((element, element.get("class"), element.get("id")) for element in body.iter("div"))
    found = [e for e, *given in names if any(_CONTENT_NAMES.search(name or "") for name in given)]
    return [element for element in found if _headings(element) * 2 >= _headings(body)]


def _headings(element: HtmlElement) -> int:
    """How many headings it holds; page builders call each part of a page its content."""
    return sum(True for _ in element.iter("h1", "h2", "h3", "h4"))


def _role(element: HtmlElement) -> str | None:
    return element.get("role")


def _size(element: HtmlElement) -> int:
    return sum(len(text.strip()) for text in element.itertext())
