"""A reader that was never trained and can be worked out by hand, for the model that counts letters.

A sentence scores by how much of the question stands in it, letter for letter, and half as much by
what stands in its passage; that no sentence answers scores the same for every question.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.question.answer_type import AnswerType, AnswerTypes
from assistant.reader import answerability, headline
from assistant.reader.trained import Calibration, Trained, read_trained
from index.language import PROMPTS
from tests.fakes import LETTERS

SHIPPED = PROMPTS / "reader" / "trained.npz"

_REAL = 384
# Where the letters' channel stands among what the judge looks at: in the sentence, in its passage.
_WIDTH, _OWN, _PASSAGE, _HEADS = 96, 96 + 144, 96 + 144 + 8, 4
_SHARP, _NOTHING = 10.0, 4.0
_FEATURES = 6 * len(LETTERS)


def letter_trained(wanted: AnswerType = AnswerType.DATE, model: str = "letters") -> Trained:
    """The reader for ``LetterEmbedder``, to which every question asks for what is ``wanted``."""
    weights = {name: np.zeros(_shape(array), np.float32) for name, array in _shipped().items()}
    weights["scale.weight"][:] = 1.0
    weights["judge.0.weight"][0, _OWN : _OWN + _HEADS] = 1.0
    weights["judge.0.weight"][0, _PASSAGE : _PASSAGE + _HEADS] = 0.5
    weights["judge.3.weight"][0, 0] = _SHARP
    weights["none_head.3.bias"][0] = _NOTHING
    types = AnswerTypes(
        types=(wanted, AnswerType.OUT_OF_SCOPE),
        weights=np.zeros((2, _FEATURES), np.float32),
        biases=np.array([5.0, 0.0], np.float32),
    )
    return Trained(model, weights, types, CALIBRATION, {})


# Sure where two fifths of the question are met in the best sentence, near where a quarter is.
CALIBRATION = Calibration(
    answerability={name: 20.0 * (name == "here_met") for name in answerability.FEATURES},
    bias=-5.0,
    sure=0.95,
    near=0.5,
    headline_weights={name: float(name == "ahead") for name in headline.FEATURES},
    headline_bias=0.0,
    headline=0.9,
)


def always_sure(trained: Trained) -> Trained:
    """``trained``, to which everything is an answer, and every value that it finds a headline."""
    return replace(trained, calibration=replace(trained.calibration, sure=0, near=0, headline=0))


def _shipped() -> Mapping[str, NDArray[np.float32]]:
    return read_trained(SHIPPED).network


def _shape(array: NDArray[np.float32]) -> tuple[int, ...]:
    """The shape for vectors of the length of the letters' instead of the bundled model's."""
    extra = {_REAL: len(LETTERS), _REAL + 5: len(LETTERS) + 5}
    return tuple(extra.get(size, size) for size in array.shape)
