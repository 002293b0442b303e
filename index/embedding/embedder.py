"""What the rest of the index asks of an embedding model, and the record that it gives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Embedding:
    """One text as the model sees it.

    ``vector`` is the pooled unit vector, shape ``(dimensions,)``. The other three describe the
    text's own tokens (prefix and special tokens left out): ``tokens`` their last-layer vectors
    in the model's token space, of unit length, shape ``(n, dimensions)``; ``token_ids`` their
    vocabulary ids, shape ``(n,)``; ``spans`` their start and end in code points of the text,
    shape ``(n, 2)``.
    """

    vector: NDArray[np.float32]
    tokens: NDArray[np.float32]
    token_ids: NDArray[np.int32]
    spans: NDArray[np.int32]


class Embedder(Protocol):
    """An embedding model: passages and questions are embedded by different methods."""

    @property
    def name(self) -> str:
        """What a store records, so that another model's vectors are never mixed in."""

    @property
    def dimensions(self) -> int:
        """The length of every vector."""

    def embed_passages(self, texts: Sequence[str]) -> Iterator[Embedding]:
        """The embeddings of ``texts``, in their order."""

    def embed_questions(self, texts: Sequence[str], languages: Sequence[str]) -> list[Embedding]:
        """The embeddings of a few questions, or readings of one; each in its language (BCP 47)."""
