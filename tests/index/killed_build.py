"""A build that kills itself with SIGKILL at a named step: ``killed_build FOLDER STORE STEP``."""

import os
import signal
import sys
from pathlib import Path

from index.build import EmbeddingModel, build
from index.store import Store
from tests.fakes import LetterEmbedder, Silent


class Deadly(Silent):
    """A progress that ends its process where the step has the given name."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self._last = last

    def step(self, name: str) -> None:
        """Die at the named step, as a power cut would have it: without any clean-up."""
        if name == self._last:
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Build until the step; exit code 0 means that the step never came."""
    folder, store, step = sys.argv[1:]
    letters = LetterEmbedder()
    model = EmbeddingModel(letters.name, lambda: letters)
    build(Path(folder), Store(Path(store)), model, Deadly(step))


if __name__ == "__main__":
    main()
