"""What a question may be: the limits of the service in one place, and the check that holds them.

The HTTP service and the command line both come through here, so that a text means the same to
both.
"""

import unicodedata

from index.language import LANGUAGES

__all__ = [
    "BODY_BYTES",
    "HISTORY_BYTES",
    "HISTORY_TURNS",
    "HITS",
    "LANGUAGES",
    "QUESTION_CHARACTERS",
    "UnfitTextError",
    "check_history",
    "clean_question",
    "clean_turn",
    "known_language",
]

QUESTION_CHARACTERS = 1_000
HISTORY_TURNS = 10
HISTORY_BYTES = 8 * 1024
HITS = 50
BODY_BYTES = 16 * 1024

_LINE_SPACE = "\t\n\r"


class UnfitTextError(ValueError):
    """A question or an earlier turn breaks a limit; the text says which, and never quotes it."""


def clean_question(text: str) -> str:
    """``text`` as it is searched for: NFC, without invisible characters and outer space.

    Raises ``UnfitTextError`` when nothing readable is left, or more than
    ``QUESTION_CHARACTERS`` code points.
    """
    cleaned = clean_turn(text)
    if not any(map(_is_visible, cleaned)):
        raise UnfitTextError("must have at least one visible character")
    if len(cleaned) > QUESTION_CHARACTERS:
        raise UnfitTextError(f"must have at most {QUESTION_CHARACTERS} characters")
    return cleaned


def clean_turn(text: str) -> str:
    """``text`` in NFC without format characters (zero-width, bidirectional, tags) and outer space.

    Raises ``UnfitTextError`` on control characters and on lone surrogates, which no keyboard
    types: dropping them would show a text that nobody wrote.
    """
    kept: list[str] = []
    for character in text:
        category = unicodedata.category(character)
        if category == "Cs" or (category == "Cc" and character not in _LINE_SPACE):
            raise UnfitTextError("must not have control characters or lone surrogates")
        if category != "Cf":
            kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def check_history(contents: tuple[str, ...]) -> None:
    """Raise ``UnfitTextError`` when earlier turns are too many, or too long all together."""
    if len(contents) > HISTORY_TURNS:
        raise UnfitTextError(f"must have at most {HISTORY_TURNS} turns")
    if sum(len(content.encode()) for content in contents) > HISTORY_BYTES:
        raise UnfitTextError(f"must have at most {HISTORY_BYTES} bytes in all its turns together")


def known_language(tag: str) -> str:
    """``tag``, when there is a pack for it; raises ``UnfitTextError``."""
    if tag not in LANGUAGES:
        raise UnfitTextError(f"must be one of {', '.join(LANGUAGES)}")
    return tag


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "ZCM"
