"""What a web page's head declares: title, publisher, date, address and language."""

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from index.reading.declared import Declarations
from index.reading.document import Metadata

_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "pubdate",
)
_SITE_NAMES = ("og:site_name", "dc.publisher", "dcterms.publisher")
_SEPARATED = re.compile(r"\s+[|–—»·-]\s+")


def page_metadata(root: HtmlElement) -> tuple[Metadata, list[str]]:
    """Return what the page says of itself, a date only if it is that of publication; warnings."""
    named, declared = _named_values(root), Declarations("the page")
    publisher = declared.first("publisher", (named.get(name) for name in _SITE_NAMES))
    title = declared.first("title", (named.get("og:title"), root.findtext(".//title")))
    metadata = Metadata(
        title=_without_site(title, publisher),
        language=declared.first("language", (root.get("lang"), named.get("content-language"))),
        publisher=publisher,
        date=declared.first("date", _dates(root, named)),
        url=declared.first("url", (*_canonical(root), named.get("og:url"))),
    )
    return metadata, declared.warnings


def _canonical(root: HtmlElement) -> Iterator[str | None]:
    links = (link for link in root.iter("link") if link.get("rel") == "canonical")
    return (link.get("href") for link in links)


def _named_values(root: HtmlElement) -> dict[str, str]:
    values: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        name = name or meta.get("http-equiv")
        if name and meta.get("content"):
            values.setdefault(name.strip().lower(), meta.get("content") or "")
    return values


def _dates(root: HtmlElement, named: dict[str, str]) -> Iterator[str | None]:
    marked = (
        time.get("datetime")
        for time in root.iter("time")
        if time.get("pubdate") is not None
        or time.get("itemprop") == "datePublished"
        or "published" in (time.get("class") or "").split()
    )
    scripts = (s for s in root.iter("script") if s.get("type") == "application/ld+json")
    linked = (_linked_date(script.text or "") for script in scripts)
    declared = (named.get(name) for name in _DATE_NAMES)
    yield from (*declared, *linked, *marked)


def _linked_date(script: str) -> str | None:
    """The first ``datePublished`` in a JSON-LD script, at any depth."""
    try:
        waiting = [json.loads(script)]
    except (ValueError, RecursionError):
        return None
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if isinstance(value.get("datePublished"), str):
                return str(value["datePublished"])
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return None


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """Cut the site's name off "Page – Site", when the page says what its site is called."""
    if title is None or publisher is None:
        return title
    parts = _SEPARATED.split(title)
    kept = [part for part in parts if part.casefold() != publisher.casefold()]
    if len(kept) == len(parts) - 1 and kept and parts[-1] not in kept:
        return title[: title.rindex(parts[-1])].rstrip(" |–—»·-")
    return title
