"""One score from many parts, in their own units: nothing is standardised over the candidates.

A standard score blows up the chance matches of foreign words; a share stays small where little
is shared. So no switch by language is needed: words count where a question's words are found.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Parts:
    """What is known of each passage before late interaction; every array ``(passages,)``.

    ``cosine`` lies in -1 to 1; ``glossed`` is the gloss's cosine times the share of the question
    that it covers, 0 without a gloss; the shares lie in 0 to 1; ``foreign`` marks passages in
    another language than the question's.
    """

    cosine: NDArray[np.float32]
    glossed: NDArray[np.float32]
    grams: NDArray[np.float32]
    beginnings: NDArray[np.float32]
    concepts: NDArray[np.float32]
    foreign: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part counts.

    Chosen by cross-validation over families of question sets, on the plateau of their mean.
    """

    late: float = 1.0
    cosine: float = 0.6
    glossed: float = 1.0
    glossed_late: float = 0.2
    grams: float = 0.1
    beginnings: float = 0.1
    concepts_at_home: float = 0.05
    concepts_abroad: float = 0.5


WEIGHTS = Weights()
# To choose who is worth late interaction, vectors and words stand in for it and weigh more.
CHOOSING = Weights(
    cosine=3.0, glossed=1.0, grams=0.3, beginnings=0.3, concepts_at_home=0.1, concepts_abroad=0.5
)


@dataclass(frozen=True, slots=True)
class Recipe:
    """How questions are read and passages ranked.

    ``respell`` puts diacritics back and ``mend`` mends typing errors; ``gloss`` also asks with
    the question's words as the documents say them.
    """

    weights: Weights = WEIGHTS
    choosing: Weights = CHOOSING
    respell: bool = True
    mend: bool = True
    gloss: bool = True


RECIPE = Recipe()


def early_score(parts: Parts, weights: Weights) -> NDArray[np.float32]:
    """The score without late interaction, shape ``(passages,)``."""
    concepts = np.where(parts.foreign, weights.concepts_abroad, weights.concepts_at_home)
    return np.asarray(
        weights.cosine * parts.cosine
        + weights.glossed * parts.glossed
        + weights.grams * parts.grams
        + weights.beginnings * parts.beginnings
        + concepts * parts.concepts,
        np.float32,
    )


def final_score(
    early: NDArray[np.float32],
    late: NDArray[np.float32],
    coverage: float,
    weights: Weights,
) -> NDArray[np.float32]:
    """The score of candidates: ``early`` of shape ``(n,)`` and ``late`` of ``(n, readings)``.

    The first reading is the question as asked; the second, if any, its gloss, which counts by
    the share of the question that it covers.
    """
    score = early + np.float32(weights.late) * late[:, 0]
    if late.shape[1] > 1:
        score = score + np.float32(weights.glossed_late * coverage) * late[:, 1]
    return np.asarray(score, np.float32)
