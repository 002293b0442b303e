"""Deputies and former officers: what a word says behind "deputy" or "former" is not what they are.

A deputy minister is no minister: neither the text nor the question has the word then.
"""

import re

from index.language import fold, folded_words

_BEFORE = frozenset(
    {
        *("zv", "zevendes", "nen", "ish"),
        *("deputy", "vice", "former"),
        *("zamenik", "zamenika", "zamenikom", "zameniku", "pomocnik", "bivsi", "bivsa", "bivseg"),
    }
)
_LAST = re.compile(r"([^\W_]+)[\s./-]*\Z")


def full_words(text: str) -> tuple[str, ...]:
    """The folded words of ``text`` without those behind "deputy" and its like."""
    words = tuple(folded_words(text))
    pairs = zip(("", *words), words, strict=False)
    return tuple(word for before, word in pairs if before not in _BEFORE)


def belittled(before: str) -> bool:
    """Whether the word that follows ``before`` stands right behind "deputy" or its like."""
    last = _LAST.search(before)
    return last is not None and fold(last.group(1)) in _BEFORE
