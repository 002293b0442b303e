"""The record between the page and the paragraphs: one printed line and where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; places are points from the page's lower left corner.

    ``size`` is the height of its letters in points as printed, ``hyphenated`` says that its last
    word goes on in the next line (the hyphen itself is not in ``text``).
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    hyphenated: bool = False

    @property
    def width(self) -> float:
        """Length of the line in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class PageLines:
    """The lines of one page in reading order.

    ``height`` is the page's in points; ``hidden_letters`` counts the letters that were left out
    because no reader can see them.
    """

    number: int
    height: float
    lines: tuple[Line, ...]
    hidden_letters: int = 0
