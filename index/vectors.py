"""Passage vectors in FAISS: exact inner product, one row per passage.

An exact flat index answers 10,000 passages in a quarter of a millisecond, so nothing coarser
is used until a collection grows past that by far.
"""

from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.errors import DamagedGenerationError


class VectorIndex:
    """Unit vectors, shape ``(passages, dimensions)``, searched by cosine."""

    def __init__(self, index: faiss.IndexFlatIP) -> None:
        self._index = index

    @classmethod
    def of(cls, vectors: NDArray[np.float32]) -> "VectorIndex":
        """An index over ``vectors``, each already of unit length."""
        index = faiss.IndexFlatIP(max(1, vectors.shape[1]))
        if len(vectors):
            index.add(np.ascontiguousarray(vectors, np.float32))
        return cls(index)

    @classmethod
    def read(cls, path: Path) -> "VectorIndex":
        """The index in ``path``, whose hash the caller has checked: FAISS itself notices little.

        Raises ``DamagedGenerationError`` when it is not a flat index.
        """
        index = faiss.read_index(str(path))
        if not isinstance(index, faiss.IndexFlatIP):
            raise DamagedGenerationError(f"{path} is not a flat FAISS index: run kuvend index.")
        return cls(index)

    def write(self, path: Path) -> None:
        """Save to a new file; an existing one would be destroyed by a full disk."""
        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def vectors(self) -> NDArray[np.float32]:
        """All vectors, shape ``(passages, dimensions)``, as a view into the index."""
        if not len(self):
            return np.zeros((0, self._index.d), np.float32)
        flat = faiss.rev_swig_ptr(self._index.get_xb(), len(self) * self._index.d)
        return np.asarray(flat, np.float32).reshape(len(self), self._index.d)

    def scores(self, question: NDArray[np.float32]) -> NDArray[np.float32]:
        """The cosine of every passage to a question's unit vector, shape ``(passages,)``."""
        if not len(self):
            return np.zeros(0, np.float32)
        return np.asarray(self.vectors @ question, np.float32)
