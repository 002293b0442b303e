"""What a file declares of itself, checked and brought to one form: the one place for it.

A form takes what stands in the file and returns ``None`` for what cannot be understood.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import urlsplit

from index.reading.hygiene import clean, one_line

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)  # as Albanian and Serbian do
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})((?:[-_][a-zA-Z0-9]{2,8}){0,4})")
_URL = re.compile(r"https?://[^\s<>\"\\\ufffd]+", re.IGNORECASE)
# No name and password: what stands before the "@" looks like the host and is not.
_HOST = re.compile(r"(?:[^\W_](?:[\w.-]*\w)?\.?|\[[0-9a-fA-F:.]+\])(?::\d{0,5})?")
_DOCUMENT_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
_MAX_CHARACTERS = 500
_MAX_URL_CHARACTERS = 2_000

Form = Callable[[object], str | None]


def iso_date(value: object) -> str | None:
    """Return an ISO 8601 date of year, month or day precision."""
    text = _text(value)
    if match := _DAY_FIRST.fullmatch(text):
        return _valid(match[3], match[2], match[1])
    if match := _ISO_DATE.fullmatch(text):
        return _valid(match[1], match[2], match[3])
    return None


def _valid(year: str, month: str | None, day: str | None) -> str | None:
    try:
        full = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return None
    precision = 10 if day else 7 if month else 4
    return full[:precision]


def language_tag(value: object) -> str | None:
    """Return a BCP 47 tag such as ``sq`` or ``sr-Latn``."""
    match = _LANGUAGE.fullmatch(_text(value))
    return match[1].lower() + match[2].replace("_", "-") if match else None


def web_address(value: object) -> str | None:
    """Return an http or https address whose host can be one; no other kind is shown to readers."""
    text = _text(value)
    if len(text) > _MAX_URL_CHARACTERS or clean(text) != text or not _URL.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        _ = parts.port  # raises beyond 65,535
    except ValueError:
        return None
    return text if _HOST.fullmatch(parts.netloc) else None


def document_id(value: object) -> str | None:
    """Return an id as ``index/scan.py`` gives them."""
    text = _text(value)
    return text if len(text) <= _MAX_CHARACTERS and _DOCUMENT_ID.fullmatch(text) else None


def plain_value(value: object) -> str | None:
    """Return text as one clean line; more than a long title is none."""
    line = one_line(_text(value))
    return line if 0 < len(line) <= _MAX_CHARACTERS else None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


FORMS: dict[str, Form] = {
    "title": plain_value,
    "language": language_tag,
    "publisher": plain_value,
    "date": iso_date,
    "url": web_address,
    "translation_of": document_id,
}


class Declarations:
    """Takes what ``source`` declares; ``warnings`` name what was ignored."""

    def __init__(self, source: str) -> None:
        self.warnings: list[str] = []
        self._source = source

    def first(self, name: str, values: Iterable[object]) -> str | None:
        """The first of ``values`` that has the form of ``name``; empty ones say nothing."""
        for value in values:
            if value is None or value == "":
                continue
            if (understood := FORMS[name](value)) is not None:
                return understood
            self._ignore(name)
        return None

    def tags(self, values: Iterable[object]) -> tuple[str, ...]:
        """Those of ``values`` that are plain text."""
        tags = [plain_value(value) for value in values if value]
        if None in tags:
            self._ignore("tags")
        return tuple(tag for tag in tags if tag)

    def _ignore(self, name: str) -> None:
        warning = f"{self._source}'s {name} could not be understood and was ignored"
        if warning not in self.warnings:
            self.warnings.append(warning)
