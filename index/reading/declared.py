"""What a file declares of itself, checked and brought to one form.

Each function returns ``None`` for a value that cannot be understood.
"""

import re
from datetime import date, datetime

from index.reading.hygiene import one_line

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{2}:\d{2}.*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")  # as written in Albanian and Serbian
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})((?:[-_][a-zA-Z0-9]{2,8})*)")
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def iso_date(value: object) -> str | None:
    """Return an ISO 8601 date of year, month or day precision from text, a number or a date."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    text = str(value).strip()
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
    if value is False:
        return "no"  # YAML reads the Norwegian tag as a truth value
    match = _LANGUAGE.fullmatch(str(value).strip())
    return match[1].lower() + match[2].replace("_", "-") if match else None


def web_address(value: object) -> str | None:
    """Return an http or https address; any other kind is not shown to readers."""
    text = str(value).strip()
    return text if len(text) <= 2000 and _URL.fullmatch(text) else None


def plain_value(value: object) -> str | None:
    """Return a number or text as one clean line; lists and mappings are not plain values."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | date):
        return None
    return one_line(str(value))[:500] or None
