"""``kuvend search``: the passages nearest to a question."""

import time
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import AsJson, AskedIn, Question
from assistant.cli.output import opened, plain, show, show_json
from assistant.limits import HITS

if TYPE_CHECKING:
    from rich.text import Text

    from assistant.api.shapes.search import HitShape, SearchShape
    from assistant.settings import Settings

_SNIPPET_CHARACTERS = 320
_BEFORE_MATCH = 80


def search(
    text: Question,
    limit: Annotated[int, typer.Option(min=1, max=HITS, help="How many passages.")] = 10,
    language: AskedIn = None,
    as_json: AsJson = False,
) -> None:
    """Find the passages nearest to a question, in any of the languages.

    Example: kuvend search "children at work" --limit 5
    """
    from assistant.settings import load_settings

    settings = load_settings()
    shape = _search(settings, text, limit, language)
    if as_json:
        show_json(shape)
    elif shape.hits:
        show(_entries(shape, settings.service))
    else:
        show("No passages: the index has no documents with text.")


def _search(settings: "Settings", text: str, limit: int, language: str | None) -> "SearchShape":
    from assistant.api.shapes.search import search_shape
    from assistant.composition import open_library

    library = open_library(settings)
    started = time.perf_counter()
    result = library.snapshot().search(text, limit, language)
    return search_shape(result, round((time.perf_counter() - started) * 1_000, 1))


def _entries(shape: "SearchShape", service: str) -> "Text":
    from rich.text import Text

    entries = (_entry(rank, hit, service) for rank, hit in enumerate(shape.hits, start=1))
    return Text("\n\n").join(entries)


def _entry(rank: int, hit: "HitShape", service: str) -> "Text":
    from rich.text import Text

    page = f"p. {hit.page}" if hit.page else None
    place = " - ".join(part for part in (hit.document.title, hit.section, page) if part)
    entry = Text(f"{rank}. {plain(place)}\n")
    entry.append_text(_snippet(hit)).append(f"\n{opened(hit.link, service)}")
    return entry


def _snippet(hit: "HitShape") -> "Text":
    """The part of a passage around its first match, the matches bold."""
    from rich.text import Text

    text = Text(plain(hit.text).replace("\n", " "))
    for start, end in hit.highlights:
        text.stylize("bold", start, end)
    first = hit.highlights[0][0] if hit.highlights else 0
    if len(text) <= _SNIPPET_CHARACTERS:
        return text
    start = min(max(0, first - _BEFORE_MATCH), len(text) - _SNIPPET_CHARACTERS)
    end = start + _SNIPPET_CHARACTERS
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return Text.assemble(before, text[start:end], after)
