"""The YAML header that a Markdown or HTML file may begin with."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from index.reading.declared import iso_date, language_tag, plain_value, web_address
from index.reading.document import Metadata

_FENCED = re.compile(r"---[ ]*\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_LOOKS_LIKE_YAML = re.compile(r"---[ ]*\n[ ]*[A-Za-z_]+[ ]*:")
_MAX_CHARACTERS = 20_000
_FORMS: dict[str, Callable[[object], str | None]] = {
    "title": plain_value,
    "language": language_tag,
    "publisher": plain_value,
    "date": iso_date,
    "url": web_address,
    "translation_of": plain_value,
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file's declared metadata and the text that follows; warnings name what was ignored."""

    metadata: Metadata
    body: str
    present: bool = False
    warnings: tuple[str, ...] = ()


def split_front_matter(text: str) -> FrontMatter:
    """Separate the YAML header from the text; a broken header costs a warning, never the text."""
    text = text.lstrip("\n")
    match = _FENCED.match(text)
    if match is None or len(match["yaml"]) > _MAX_CHARACTERS:
        broken = _LOOKS_LIKE_YAML.match(text)
        warnings = ("the front matter has no end and was read as text",) if broken else ()
        return FrontMatter(Metadata(), text, warnings=warnings)
    body = text[match.end() :]
    try:
        values = yaml.safe_load(match["yaml"])
    except (yaml.YAMLError, ValueError, RecursionError):
        warnings = ("the front matter is not valid YAML and was ignored",)
        return FrontMatter(Metadata(), body, True, warnings)
    if values is None:
        return FrontMatter(Metadata(), body, True)
    if not isinstance(values, dict):
        warnings = ("the front matter holds no keys and was ignored",)
        return FrontMatter(Metadata(), body, True, warnings)
    return _understood(values, body)


def _understood(values: dict[object, object], body: str) -> FrontMatter:
    found: dict[str, str] = {}
    warnings: list[str] = []
    for name, form in _FORMS.items():
        value = values.get(name)
        if value is None or value == "":
            continue
        if (understood := form(value)) is not None:
            found[name] = understood
        else:
            warnings.append(f"the front matter's {name} could not be understood and was ignored")
    tags = _tags(values.get("tags"))
    if tags is None:
        warnings.append("the front matter's tags could not be understood and were ignored")
    return FrontMatter(Metadata(**found, tags=tags or ()), body, True, tuple(warnings))


def _tags(value: object) -> tuple[str, ...] | None:
    if value is None:
        return ()
    if isinstance(value, str):
        value = value.split(",")
    if not isinstance(value, list):
        return None
    tags = [plain_value(tag) for tag in value]
    return tuple(tag for tag in tags if tag)
