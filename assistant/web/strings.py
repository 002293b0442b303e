"""What the pages and the search box say, in each language that has an ``ui.json`` in its pack."""

import json
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale

from index.language import PROMPTS, Pack, fallback, packs

Strings = Mapping[str, Mapping[str, str]]

_FILE = "ui.json"


def _name(pack: Pack) -> str:
    return str(Locale.parse(pack.locale).languages.get(pack.tag, pack.tag)).capitalize()


# The languages that pages are shown in, by what each calls itself.
NAMES = {tag: _name(pack) for tag, pack in packs().items() if (PROMPTS / tag / _FILE).is_file()}
_NEAR = {near: tag for tag in NAMES for near in packs()[tag].near_languages}


@lru_cache
def strings(language: str) -> Strings:
    """All strings of ``language`` by section and key, or of the language that speaks for it."""
    tag = language if language in NAMES else fallback().tag
    found: Strings = json.loads((PROMPTS / tag / _FILE).read_text("utf-8"))
    return found


def preferred(accepted: str | None) -> str:
    """The language of ``accepted`` (an Accept-Language header) that we speak; else the first.

    Readers of a near language are shown the one that they understand.
    """
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate((accepted or "")[:200].split(",")):
        tag, _, weight = part.strip().partition(";q=")
        name = tag.split("-")[0].lower()
        name = _NEAR.get(name, name)
        if name in NAMES:
            ranked.append((-_number(weight), place, name))
    return min(ranked)[2] if ranked else next(iter(NAMES))


def _number(weight: str) -> float:
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
