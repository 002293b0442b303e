"""A run of lines that are entries of one list."""

from dataclasses import dataclass

from index.records.lines import Line


@dataclass(frozen=True, slots=True)
class Unit:
    """An entry: the line that holds its name, and where all that belongs to it ends."""

    line: Line
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Entries in order; ``before`` counts the section's blocks before them.

    ``introduction`` is the line above them in their own paragraph, if they have one there.
    """

    units: tuple[Unit, ...]
    before: int
    introduction: Line | None = None
