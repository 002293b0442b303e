"""What the pages and the search box say, in each language that they are shown in."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from assistant.limits import LANGUAGES

Strings = Mapping[str, Mapping[str, str]]

NAMES = {"sq": "Shqip", "en": "English", "sr": "Srpski"}
_FOLDER = Path(__file__).parent / "strings"


@lru_cache
def strings(language: str) -> Strings:
    """All strings of ``language`` by section and key."""
    found: Strings = json.loads((_FOLDER / f"{language}.json").read_text("utf-8"))
    return found


def preferred(accepted: str | None) -> str:
    """The language of ``accepted`` (an Accept-Language header) that we speak; else the first.

    Bosnian, Croatian and Montenegrin readers are shown Serbian in Latin letters.
    """
    near = {"bs": "sr", "hr": "sr", "cnr": "sr", "sh": "sr"}
    ranked: list[tuple[float, int, str]] = []
    for place, part in enumerate((accepted or "")[:200].split(",")):
        tag, _, weight = part.strip().partition(";q=")
        name = tag.split("-")[0].lower()
        name = near.get(name, name)
        if name in LANGUAGES:
            ranked.append((-_number(weight), place, name))
    return min(ranked)[2] if ranked else LANGUAGES[0]


def _number(weight: str) -> float:
    try:
        return float(weight) if weight else 1.0
    except ValueError:
        return 0.0
