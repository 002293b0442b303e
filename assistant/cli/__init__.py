"""The command line: ``main`` is the console script ``kuvend``, each command has its own module."""

from collections.abc import Sequence

from assistant.cli.output import complain
from index.errors import KuvendError

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0, 2 for bad usage, 1 for every other failure."""
    try:
        # The language packs are read with it: what staff wrote into one may be amiss.
        from assistant.cli.program import main as run
    except KuvendError as error:
        complain(str(error))
        return 1
    return run(arguments)
