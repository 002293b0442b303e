"""What all token vectors of a model share, taken off so that their differences show.

Last-layer token vectors have cosines of 0.8 and more to each other whatever the words. Minus
the mean token of passages, or of questions in one language, matching words stand out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray

Centre = Callable[[NDArray[np.float32]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class TokenMeans:
    """Mean token vectors, shape ``(dimensions,)`` each: of passages, of questions by language."""

    passage: NDArray[np.float32]
    questions: dict[str, NDArray[np.float32]]

    @classmethod
    def bundled(cls) -> "TokenMeans":
        """The means of the bundled model, measured over texts and questions in sq, en and sr."""
        with (
            resources.files(__package__).joinpath("bundled_means.npz").open("rb") as file,
            np.load(file, allow_pickle=False) as saved,
        ):
            means = {name: saved[name].astype(np.float32) for name in saved.files}
        questions = {name.removeprefix("question_"): mean for name, mean in means.items()}
        return cls(means["passage"], questions)

    @classmethod
    def unknown(cls, dimensions: int) -> "TokenMeans":
        """No means: another model's vectors are only brought to unit length."""
        return cls(np.zeros(dimensions, np.float32), {})

    def centre_passage(self, tokens: NDArray[np.float32]) -> NDArray[np.float32]:
        """A passage's token vectors, centred, of unit length, shape as given."""
        return unit(tokens - self.passage)

    def centre_question(self, tokens: NDArray[np.float32], language: str) -> NDArray[np.float32]:
        """A question's token vectors, centred for its language, of unit length."""
        return unit(tokens - self.questions.get(language, self.passage))


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """``vectors``, shape ``(n, dimensions)``, brought to length 1."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), np.float32)
