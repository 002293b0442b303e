"""Bytes to text, by rules and not by guessing.

A byte order mark decides; else strict UTF-8; else the encoding that the file declares; else
Windows-1252, in which older Albanian documents were written. Statistical detectors were measured
to take Albanian Windows-1252 text for other code pages.
"""

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARABLE = ("cp125", "iso8859", "koi8", "mac", "utf-16", "utf-32", "cp85", "cp437")
_MAX_STRAY_BYTES = 100
# Letters and signs that Albanian and English text in Windows-1252 is made of; any other byte
# past ASCII may as well come from the Central European or Cyrillic code page.
_EXPECTED = frozenset("ëçËÇ“”„‘’‚«»–—…•·°§€©®™é\u00a0")
_TWICE_ENCODED = ("Ã«", "Ã§", "Ã‹", "â€œ", "â€™", "â€“")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what a person should check about it."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Turn a file's bytes into text; ``declared`` is the encoding the file itself names."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    return _declared(data, declared) or _damaged_utf8(data) or _windows(data)


def _checked(text: str, *warnings: str) -> Decoded:
    """Add the warnings that any text can earn, however it was decoded."""
    if any(sign in text for sign in _TWICE_ENCODED):
        warnings += ("some letters look encoded twice (such as Ã« for ë)",)
    if "\ufffd" in text:
        warnings += ("some characters could not be decoded",)
    return Decoded(text, warnings)


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    try:
        codec = codecs.lookup(declared or "").name
        if codec.startswith(_DECLARABLE):
            return _checked(data.decode(codec))
    except (LookupError, ValueError):
        pass
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few stray Windows-1252 bytes; ``None`` if it is not mostly UTF-8."""
    parts: list[str] = []
    stray = 0
    while True:
        try:
            parts.append(data.decode("utf-8"))
            break
        except UnicodeDecodeError as error:
            stray += error.end - error.start
            if stray > _MAX_STRAY_BYTES:
                return None
            parts.append(data[: error.start].decode("utf-8"))
            parts.append(data[error.start : error.end].decode("cp1252", errors="replace"))
            data = data[error.end :]
    text = "".join(parts)
    letters = sum(not character.isascii() for character in text) - stray
    if letters < stray:
        return None
    return _checked(text, f"{stray} bytes are not UTF-8 and were read as Windows-1252")


def _windows(data: bytes) -> Decoded:
    text = data.decode("cp1252", errors="replace")
    unexpected = {character for character in text if not character.isascii()} - _EXPECTED
    if unexpected:
        return _checked(text, "the encoding is not declared: read as Windows-1252")
    return _checked(text)
