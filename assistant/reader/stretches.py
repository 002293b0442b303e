"""Scores of sentences -> stretches: what is quoted, so long that it can be understood alone."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.reader.sentences import Span, is_entry, without_marker

_SENTENCES = 3  # in one stretch
_CHARACTERS = 360  # a stretch does not grow beyond this
_ENTRY_CHARACTERS = 60  # a longer entry of a list can stand alone


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences ``first`` to ``last`` of the ``passage``-th passage; ``best`` answers.

    ``share`` is how likely it holds the answer, if any stretch does: all shares sum to 1.
    """

    passage: int
    first: int
    last: int
    best: int
    share: float


def stretches_of(
    scores: NDArray[np.float32], texts: Sequence[str], spans: Sequence[Sequence[Span]], many: int
) -> tuple[Stretch, ...]:
    """The ``many`` best stretches, best first, none overlapping another.

    ``scores`` are those of all sentences, ``spans`` the sentences of each passage of ``texts``.
    """
    shares = _shares(scores)
    places = [(passage, one) for passage, own in enumerate(spans) for one in range(len(own))]
    taken: set[tuple[int, int]] = set()
    found: list[Stretch] = []
    for row in np.argsort(-scores, kind="stable").tolist():
        passage, best = places[row]
        if (passage, best) in taken:
            continue
        if len(found) == many:
            break
        begin = row - best
        own = shares[begin : begin + len(spans[passage])]
        first, last = _grown(texts[passage], spans[passage], best, own)
        inside = [one for one in range(first, last + 1) if (passage, one) not in taken]
        taken.update((passage, one) for one in inside)
        share = float(own[inside].sum())
        found.append(Stretch(passage, inside[0], inside[-1], best, share))
    return tuple(found)


def quoted(text: str, spans: Sequence[Span], one: Stretch) -> Span:
    """Where the words of a stretch stand in ``text``, without a list's marker before them."""
    start, end = without_marker(text, (spans[one.first][0], spans[one.last][1]))
    return start, end


def _shares(scores: NDArray[np.float32]) -> NDArray[np.float64]:
    likely = np.exp(scores.astype(np.float64) - float(scores.max()))
    return np.asarray(likely / likely.sum())


def _grown(
    text: str, spans: Sequence[Span], best: int, shares: NDArray[np.float64]
) -> tuple[int, int]:
    """The sentences around ``best`` that belong to it: the likelier neighbour first.

    An entry of a list or a row stands alone, unless it is a word or two.
    """
    first = last = best
    alone = is_entry(text, spans[best]) or "|" in text[slice(*spans[best])]
    if alone and spans[best][1] - spans[best][0] > _ENTRY_CHARACTERS:
        return first, last
    while last - first + 1 < _SENTENCES:
        sides = [(first - 1, last), (first, last + 1)]
        fit = [side for side in sides if _fits(spans, *side)]
        if not fit:
            break
        first, last = max(fit, key=lambda side: _gain(side, (first, last), shares))
    return first, last


def _fits(spans: Sequence[Span], first: int, last: int) -> bool:
    inside = first >= 0 and last < len(spans)
    return inside and spans[last][1] - spans[first][0] <= _CHARACTERS


def _gain(side: Span, so_far: Span, shares: NDArray[np.float64]) -> float:
    return float(shares[side[0] if side[0] < so_far[0] else side[1]])
