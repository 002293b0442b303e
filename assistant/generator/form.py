"""The form that a sentence may have: plain words and our own markers, nothing a page could run."""

import re
import unicodedata

_MARKER = re.compile(r"\[\s*(\d+(?:\s*[,;]\s*\d+)*)\s*\]")
_UNIT_CHARACTERS = 600
_FORBIDDEN = re.compile(
    r"[<>\[\]{}|\\^~*_#=@`]|//|\bwww\b|&#?\w+;|%[0-9a-f]{2}|\bmailto\b|\w\.[^\W\d_]{2,}|:\w+:",
    re.IGNORECASE,
)
_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "So", "Sk", "No", "Nl"})
_SCRIPTS = ("LATIN", "CYRILLIC")
_WORD = re.compile(r"[^\W\d_]+")


def markers(sentence: str) -> frozenset[int]:
    """The numbers of the quotes that ``sentence`` says it rests on."""
    return frozenset(
        int(digits[:9])
        for match in _MARKER.finditer(sentence)
        for digits in re.findall(r"\d+", match.group(1))
    )


def without_markers(sentence: str) -> str:
    """``sentence`` without its markers."""
    return re.sub(r"\s+([.,;:!?…])", r"\1", _MARKER.sub(" ", sentence)).strip()


def with_single_markers(sentence: str) -> str:
    """``sentence`` with ``[1][2]`` for ``[1, 2]``, as pages look for them."""

    def single(match: re.Match[str]) -> str:
        return "".join(f"[{digits}]" for digits in re.findall(r"\d+", match.group(1)))

    return " ".join(_MARKER.sub(single, sentence).split())


def is_plain(sentence: str) -> bool:
    """Whether ``sentence`` is plain text: no link, markup, hidden or look-alike letters."""
    bare = without_markers(sentence)
    return (
        0 < len(bare) <= _UNIT_CHARACTERS
        and not _FORBIDDEN.search(bare)
        and not any(unicodedata.category(character) in _CATEGORIES for character in sentence)
        and unicodedata.normalize("NFKC", sentence) == unicodedata.normalize("NFC", sentence)
        and all(map(_of_one_script, _WORD.findall(bare)))
        and all(character.isascii() for character in sentence if character.isdecimal())
    )


def _of_one_script(word: str) -> bool:
    """Whether all letters are Latin or all are Cyrillic: a mixed word looks like another."""
    names = [unicodedata.name(letter, "") for letter in word if letter.isalpha()]
    return any(all(name.startswith(script) for name in names) for script in _SCRIPTS)
