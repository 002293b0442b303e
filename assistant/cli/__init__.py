"""The command line: ``main`` is the console script ``kuvend``, each command has its own module."""

from assistant.cli.program import main

__all__ = ["main"]
