"""A model's choice among numbered texts: numbers and nothing else, or it is no use."""

import re

_CHARACTERS = 100
_NONE = 0  # what a model says when no text answers
_PLAIN = re.compile(r"[0-9\s,;.\[\]]*")
_NUMBER = re.compile(r"[0-9]+")


def numbers_in(reply: str, most: int) -> tuple[int, ...] | None:
    """The different numbers of ``reply`` in its order, each from 1 to ``most``.

    None at all where it says that no text answers; ``None`` where it is anything else.
    """
    if len(reply) > _CHARACTERS or not _PLAIN.fullmatch(reply):
        return None
    numbers = tuple(dict.fromkeys(map(int, _NUMBER.findall(reply))))
    if numbers == (_NONE,):
        return ()
    return numbers if numbers and all(1 <= one <= most for one in numbers) else None
