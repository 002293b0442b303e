"""The YAML header that a Markdown or HTML file may begin with."""

import re
from dataclasses import dataclass

import yaml

from index.reading.declared import FORMS, Declarations, plain_value
from index.reading.document import Metadata
from index.reading.hygiene import one_line

_FENCED = re.compile(r"---[ ]*\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_LOOKS_LIKE_YAML = re.compile(r"---[ ]*\n[ ]*[A-Za-z_]+[ ]*:")
_MAX_CHARACTERS = 20_000
_MOST_EXTRA = 60
_MOST_KEY_CHARACTERS = 60
# Other texts that YAML takes for no value.
_NOTHING = ("~", "null", "Null", "NULL")


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
        # Makes texts, lists and mappings only: no number or date of a form that fails, no object.
        values = yaml.load(match["yaml"], Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, ValueError, RecursionError):
        warnings = ("the front matter is not valid YAML and was ignored",)
        return FrontMatter(Metadata(), body, True, warnings)
    if not values:
        return FrontMatter(Metadata(), body, True)
    if not isinstance(values, dict):
        warnings = ("the front matter holds no keys and was ignored",)
        return FrontMatter(Metadata(), body, True, warnings)
    return _understood(values, body)


def _understood(values: dict[object, object], body: str) -> FrontMatter:
    declared = Declarations("the front matter")
    said = {name: value for name, value in values.items() if value not in _NOTHING}
    found = {name: declared.first(name, [said.get(name)]) for name in FORMS}
    tags = declared.tags(_listed(said.get("tags")))
    metadata = Metadata(**found, tags=tags, extra=_extra(said))
    return FrontMatter(metadata, body, True, tuple(declared.warnings))


def _extra(said: dict[object, object]) -> tuple[tuple[str, str], ...]:
    """The other keys with a plain value, or with several in a row; mappings are left out."""
    found = []
    for key, value in said.items():
        name, shown = one_line(str(key)), plain_value(_in_a_row(value))
        if name not in (*FORMS, "tags") and len(name) <= _MOST_KEY_CHARACTERS and shown:
            found.append((name, shown))
    return tuple(found[:_MOST_EXTRA])


def _in_a_row(value: object) -> object:
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return value


def _listed(value: object) -> list[object]:
    if isinstance(value, str):
        return list(value.split(","))
    return value if isinstance(value, list) else [value]
