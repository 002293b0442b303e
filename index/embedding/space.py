"""The space that token vectors are compared in: centred, of unit length, rotated.

Last-layer token vectors have cosines of 0.8 and more to each other whatever the words. Minus the
mean token of passages, or of questions in one language, matching words stand out. The rotation
changes no cosine; it spreads what the vectors hold evenly over their dimensions, so that each may
be kept in two bits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from index.language import fold

Placing = Callable[[NDArray[np.float32]], NDArray[np.float32]]

_PASSAGE, _ROTATION = "passage_mean", "rotation"
# A language typed without its diacritics may be another one to the model, with a mean of its own.
_PLAIN = "{}-plain"


@dataclass(frozen=True, slots=True)
class TokenSpace:
    """Mean token vectors of passages and, by language, of questions, shape ``(d,)``; ``rotation``
    is orthogonal, shape ``(d, d)``."""

    passage_mean: NDArray[np.float32]
    question_means: dict[str, NDArray[np.float32]]
    rotation: NDArray[np.float32]

    @classmethod
    def bundled(cls) -> "TokenSpace":
        """The space of the bundled model, measured over texts and questions."""
        with (
            resources.files(__package__).joinpath("bundled_space.npz").open("rb") as file,
            np.load(file, allow_pickle=False) as saved,
        ):
            arrays = {name: saved[name].astype(np.float32) for name in saved.files}
        return cls(arrays.pop(_PASSAGE), arrays, arrays.pop(_ROTATION))

    @classmethod
    def unknown(cls, dimensions: int) -> "TokenSpace":
        """The space of a model without measured means: rotated, but not centred."""
        noise = np.random.default_rng(dimensions).standard_normal((dimensions, dimensions))
        rotation = np.linalg.qr(noise).Q.astype(np.float32)
        return cls(np.zeros(dimensions, np.float32), {}, rotation)

    def passage(self, tokens: NDArray[np.float32]) -> NDArray[np.float32]:
        """A passage's token vectors in this space, shape ``(n, d)`` as given."""
        return self._placed(tokens, self.passage_mean)

    def question(self, text: str, language: str) -> Placing:
        """What brings the token vectors of the question ``text`` into this space."""
        plain = _PLAIN.format(language)
        typed_plainly = plain in self.question_means and text.lower() == fold(text)
        mean = self.question_means.get(plain if typed_plainly else language, self.passage_mean)
        return lambda tokens: self._placed(tokens, mean)

    def _placed(
        self, tokens: NDArray[np.float32], mean: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        centred = tokens - mean
        lengths = np.linalg.norm(centred, axis=-1, keepdims=True)
        return np.asarray(centred / np.maximum(lengths, 1e-6) @ self.rotation, np.float32)
