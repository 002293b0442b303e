"""Line ends of Markdown paragraphs that their writer meant, though CommonMark joins the lines.

"Town: Oslo" on one line and "Founded: 2010" on the next are two lines to everyone but a Markdown
parser; so are a line in bold, an address, and a term above its ": definition".
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.token import Token

from index.reading.text_lines import is_labelled

_SHORT = 45  # characters; nobody wraps running text so early
_FEWEST_SHORT = 3
_DEFINES = ": "


def keep_lines(tokens: Sequence[Token]) -> None:
    """Turn the soft line ends that were meant into hard ones, in the paragraphs of ``tokens``."""
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = _kept(token.children)


def _kept(children: list[Token]) -> list[Token]:
    lines = list(_lines(children))
    if len(lines) < 2:
        return children
    texts = [_text(line) for line in lines]
    short = len(lines) >= _FEWEST_SHORT and all(map(_is_short, texts))
    labelled = sum(map(is_labelled, texts)) > 1
    kept = list(lines[0])
    for (before, line), text in zip(pairwise(lines), texts[1:], strict=True):
        if text.startswith(_DEFINES):
            kept[len(kept) - len(before) :] = [_strong("open"), *before, _strong("close")]
        elif short or _is_bold(before) or (labelled and is_labelled(text)):
            kept.append(Token("hardbreak", "br", 0))
        else:
            kept.append(Token("softbreak", "br", 0))
        kept += line
    return kept


def _lines(children: list[Token]) -> Iterator[list[Token]]:
    line: list[Token] = []
    for child in children:
        if child.type == "softbreak":
            yield line
            line = []
        else:
            line.append(child)
    yield line


def _is_short(text: str) -> bool:
    return 0 < len(text) <= _SHORT and not text[0].islower()


def _text(line: Sequence[Token]) -> str:
    return "".join(child.content for child in line if child.type in ("text", "code_inline"))


def _is_bold(line: Sequence[Token]) -> bool:
    """Whether the whole line is one stretch in bold."""
    kinds = [child.type for child in line if child.type != "text" or child.content.strip()]
    closed = kinds.count("strong_close") == 1
    return closed and kinds[0] == "strong_open" and kinds[-1] == "strong_close"


def _strong(side: str) -> Token:
    return Token(f"strong_{side}", "strong", 1 if side == "open" else -1)
