"""Signs by which a line of plain text shows what it is: a list entry, a heading, running text."""

import re
from dataclasses import dataclass

_SYMBOLS = "\uf020-\uf0ff"  # where the Symbol and Wingdings fonts keep their bullets
_BULLET = re.compile(rf"(?:[-*•‣▪●○◦·–—{_SYMBOLS}])\s+(?=\S)|[•‣▪●](?=\w)")
# Albanian counts a) b) c) ç) d) dh), Serbian in Cyrillic а) б) в): any letter or two before ")".
_NUMBER = re.compile(
    r"(?P<marker>\d{1,3}[.)]|(?:[ivx]{1,5}|[IVX]{1,5}|[a-hA-H])\.|(?:[ivx]{1,5}|[^\W\d_]{1,2})\)"
    r"|\((?:\d{1,2}|[^\W\d_]{1,2})\)(?=\s+[^\W\d_]))\s+(?=\S)"
)
_GLUED_NUMBER = re.compile(r"\d{1,2}\.(?=[^\W\d_])")
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:\n]{0,47}):\s+(?=\S)")
_LABEL_WORDS = 8
_ENDS_SENTENCE = (".", ";", ":", ",", "!", "…")
_HEADING_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Marked:
    """A list entry taken apart: its marker ("-" for any bullet) and its text."""

    marker: str
    text: str
    numbered: bool


def split_marker(line: str) -> Marked | None:
    """Return the marker and the text of a line that begins like a list entry, else ``None``."""
    line = line.strip()
    if match := _BULLET.match(line):
        return Marked("-", line[match.end() :], numbered=False)
    if match := _NUMBER.match(line):
        return Marked(match["marker"], line[match.end() :], numbered=True)
    return None


def is_labelled(line: str) -> bool:
    """Say whether a line reads like "Town: Oslo"."""
    match = _LABEL.match(line.strip())
    return match is not None and len(match["label"].split()) <= _LABEL_WORDS


def is_numbered_title(line: str) -> bool:
    """Say whether a line standing alone reads like "2. Structure" or "4.Aims"."""
    line = line.strip()
    numbered = _GLUED_NUMBER.match(line) or re.match(r"\d{1,2}[.)]\s+(?=[^\W\d_])", line)
    return bool(numbered) and is_title_like(line)


def is_capitals(line: str) -> bool:
    """Say whether a line is written in capitals, with at least three letters."""
    letters = [character for character in line if character.isalpha()]
    return len(letters) >= 3 and all(letter.isupper() for letter in letters)


def is_title_like(line: str) -> bool:
    """Say whether a line could be a title: short, begins large, does not end like a sentence."""
    line = line.strip()
    short = 2 <= len(line) <= _HEADING_CHARACTERS
    return short and line[0].isalnum() and not line[0].islower() and not ends_sentence(line)


def ends_sentence(line: str) -> bool:
    """Say whether a line ends with a mark that titles do not have (a question mark may)."""
    return line.rstrip(' "”’»)').endswith(_ENDS_SENTENCE)
