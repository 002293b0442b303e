"""Sentences, with the full stops of dates and abbreviations that sentencex takes for ends."""

from collections.abc import Iterator

import sentencex

Place = tuple[int, int]


def sentences(text: str, start: int, end: int, language: str) -> Iterator[Place]:
    """The sentences of the line ``text[start:end]``, without the white space around them.

    One that begins with a small letter goes on with the one before: "on 23. 11. 2024. in Oslo".
    """
    open_: Place | None = None
    for begin, stop in _found(text, start, end, language):
        if open_ is not None and text[begin].islower():
            begin = open_[0]
        elif open_ is not None:
            yield open_
        open_ = (begin, stop)
    if open_ is not None:
        yield open_


def _found(text: str, start: int, end: int, language: str) -> Iterator[Place]:
    at = start
    for sentence in sentencex.segment(language[:2], text[start:end]):
        bare = sentence.strip()
        if bare:
            at = text.index(bare, at, end)
            yield at, at + len(bare)
            at += len(bare)
