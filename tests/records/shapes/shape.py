"""One page shape: its files, and what is to be found in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Wanted:
    """A list that a person sees.

    ``under`` is the heading right above it, ``intro`` what introduces it: each is looked at where
    it is given. ``stated`` is always looked at; ``fields`` are some of those that entries have, by
    the name of the entry.
    """

    kind: str
    names: tuple[str, ...]
    under: str = ""
    intro: str | None = None
    stated: int | None = None
    fields: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shape:
    """A folder of files, by relative path, and every list in them."""

    name: str
    files: Mapping[str, str | bytes]
    lists: tuple[Wanted, ...] = ()
