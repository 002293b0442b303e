"""Text as it is stored: NFC, visible characters only, plain spaces and line ends.

What is removed cannot be seen by a person but can be read by a program: it is how instructions
are hidden in documents, and how one word comes to have two spellings.
"""

import re
import unicodedata

MAX_COMBINING_MARKS = 8

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # soft hyphen, fillers
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # zero width, bidi overrides
    "\ufe00-\ufe0f\ufff0-\ufffb\ufffe\uffff"  # variation selectors, annotations, noncharacters
    "\ud800-\udfff"  # lone surrogates cannot be stored as UTF-8
    "\U000e0000-\U000e0fff"  # tag characters and further variation selectors
    "]"
)
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_MARK_PILE = re.compile(f"({_MARK}{{{MAX_COMBINING_MARKS}}}){_MARK}+")
_RULES = re.compile(r"([_.\-=*~…·])\1{5,}")  # blanks to fill in, leaders, lines of signs
_SPACES = re.compile(" {2,}")
_SPACES_AT_LINE_END = re.compile(" *\n *")
_BLANK_LINES = re.compile("\n{2,}")


def clean(text: str) -> str:
    """Return the text in NFC without invisible characters; line ends become line feeds.

    Tabs and no-break spaces become spaces; at most eight combining marks stay on one base,
    five signs of a drawn line.
    """
    if not (text.isascii() and text.isprintable()):
        text = _visible(text)
    return _RULES.sub(r"\1\1\1\1\1", text)


def _visible(text: str) -> str:
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", _ODD_SPACES.sub(" ", text))
    # Before NFC, which takes quadratic time on a long pile of marks.
    text = _MARK_PILE.sub(r"\1", text)
    # And after it, which takes some marks apart into two.
    return _MARK_PILE.sub(r"\1", unicodedata.normalize("NFC", text))


def one_line(text: str) -> str:
    """Return the cleaned text on one line, with single spaces and none at the ends."""
    return " ".join(clean(text).split())


def few_lines(text: str) -> str:
    """Return the cleaned text with its line breaks but without blank lines and extra spaces."""
    text = _SPACES.sub(" ", clean(text))
    return _BLANK_LINES.sub("\n", _SPACES_AT_LINE_END.sub("\n", text)).strip(" \n")
