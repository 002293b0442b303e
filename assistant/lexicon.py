"""The words that questions are made of, per language: data of prompts/lexicon, read once."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

PROMPTS = Path(__file__).parent.parent / "prompts"
LANGUAGES = ("sq", "en", "sr")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of one language's question words; every phrase is folded.

    ``stop`` are words without content; ``types`` pairs each asking phrase with the kind of
    value that it asks for, longest phrase first; ``keywords`` are the nouns that ask for one when
    no phrase does. ``interrogatives`` open questions that ask for no date, ``alternatives`` part
    two choices, ``frames`` are the verbs of "could you tell me". ``percent_sign`` is how "%" is
    read.
    """

    language: str
    stop: frozenset[str]
    types: tuple[tuple[str, str], ...]
    keywords: tuple[tuple[str, str], ...]
    lists: tuple[str, ...]
    definitions: tuple[str, ...]
    overviews: tuple[str, ...]
    small_talk: tuple[str, ...]
    commands: tuple[str, ...]
    anaphora: frozenset[str]
    follow_up: frozenset[str]
    interrogatives: frozenset[str]
    alternatives: tuple[str, ...]
    frames: frozenset[str]
    months: tuple[str, ...]
    numbers: dict[str, int]
    periods: tuple[str, ...]
    percent_sign: str

    def openings(self) -> frozenset[str]:
        """Every word or phrase that a question may begin with."""
        kinds = ("yes_no", "person", "date", "place")
        return self.interrogatives | {phrase for phrase, kind in self.types if kind in kinds}

    def asking(self) -> frozenset[str]:
        """Every single word that tells the language of a question."""
        return self.stop | {phrase for phrase, _ in self.types if " " not in phrase}


@lru_cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of ``language``; of English for a language without one."""
    name = language if language in LANGUAGES else "en"
    raw: dict[str, Any] = yaml.safe_load((PROMPTS / "lexicon" / f"{name}.yaml").read_text("utf-8"))
    types = _pairs(raw["types"])
    return Lexicon(
        language=name,
        stop=frozenset((*raw["stop"].split(), *raw["frames"])),
        types=tuple(sorted(types, key=lambda pair: -len(pair[0].split()))),
        keywords=tuple(_pairs(raw["keywords"])),
        lists=tuple(raw["lists"]),
        definitions=tuple(raw["definitions"]),
        overviews=tuple(raw["overviews"]),
        small_talk=tuple(raw["small_talk"]),
        commands=tuple(raw["commands"]),
        anaphora=frozenset(raw["anaphora"]),
        follow_up=frozenset(raw["follow_up"]),
        interrogatives=frozenset(raw["interrogatives"]),
        alternatives=tuple(raw["alternatives"]),
        frames=frozenset(raw["frames"]),
        months=tuple(raw["months"]),
        numbers=dict(raw["numbers"]),
        periods=tuple(raw["periods"]),
        percent_sign=raw["percent_sign"],
    )


def _pairs(kinds: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(phrase, kind) for kind, phrases in kinds.items() for phrase in phrases]


@lru_cache
def lexicons() -> tuple[Lexicon, ...]:
    """The lexicons of all languages."""
    return tuple(lexicon(language) for language in LANGUAGES)


def has_phrase(folded: str, phrase: str) -> bool:
    """Whether ``phrase`` stands in ``folded``, which is folded words with single spaces."""
    if "+" not in phrase:
        return f" {phrase} " in f" {folded} "
    # "which +s" stands for "which" before any word that ends in s.
    return re.search(rf"\b{phrase.replace('+', chr(92) + 'w+')}\b", folded) is not None


def first_phrase(folded: str, phrases: tuple[str, ...]) -> str | None:
    """The first of ``phrases`` that stands in ``folded``."""
    return next((phrase for phrase in phrases if has_phrase(folded, phrase)), None)


_MARKUP = re.compile(r"<(script|style)\b[^<>]{0,200}>.{0,500}?</\1>|<[^<>]{0,200}>", re.DOTALL)


def without_markup(text: str) -> str:
    """``text`` with tags taken for the text that they are not."""
    return " ".join(_MARKUP.sub(" ", text).split())
