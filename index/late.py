"""Late interaction: how well each token of a question is met in each candidate passage."""

import numpy as np
from numpy.typing import NDArray

from index.tokens import Matches

# Beside a token's best match anywhere: where it is met, and what else is met there.
_OPENING = np.float32(0.15)
_BESIDE = np.float32(0.6)
# How steeply a token loses weight that the better candidates all meet: 2 to 4 do alike.
_CONTRAST = 4
# The candidates that say how common a token's matches are: as many, however many are asked for.
_COMPARED = 80


def late_score(matches: Matches, weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The score of passages, best candidates first, by a reading's tokens; shape ``(passages,)``.

    The weighted mean of the squares of the tokens' best matches, so that one clear match counts
    more than two vague ones; the same over the passages' openings, which say what they are about;
    and the mean product of each two neighbouring tokens that are met near each other.
    """
    telling = _telling(matches.best[:_COMPARED], weights)
    pairs = _adding_to_one(np.sqrt(telling[:-1] * telling[1:]))
    score = matches.best**2 @ telling
    score += _OPENING * (matches.opening**2 @ telling)
    score += _BESIDE * (matches.beside[:, :-1] @ pairs)
    return np.asarray(score, np.float32)


def _telling(best: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """``weights``, less for a token that is met about everywhere, and so tells nothing apart.

    Rarity counts only the very same tokens; this counts what means the same in any language.
    """
    common = best.sum(axis=0) / max(len(best), 1)
    return _adding_to_one(weights * (1.0 - common) ** _CONTRAST)


def _adding_to_one(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    total = weights.sum()
    return np.asarray(weights / total if total else weights, np.float32)
