"""The proof behind a healthy answer: a question that was really answered not long ago."""

import time
from collections.abc import Callable

from index.language.pack import first_questions
from index.library import Library

_FRESH_SECONDS = 10.0
# A failing probe is not repeated at the pace of whoever asks for the health.
_RETRY_SECONDS = 2.0
_NEVER = -float("inf")


class Probe:
    """Remembers when a question was last answered, and asks one itself when none was."""

    def __init__(self, library: Library, clock: Callable[[], float] = time.monotonic) -> None:
        self._library = library
        self._clock = clock
        self._generation = ""
        self._answered_at = _NEVER
        self._failed_at = _NEVER

    def answered(self) -> None:
        """A question has just been answered."""
        self._generation = self._serving()
        self._answered_at = self._clock()

    def doubted(self) -> None:
        """A question has just failed: what was known before counts no more."""
        self._answered_at = _NEVER

    def known(self) -> bool | None:
        """Whether questions are answered, or ``None`` when that has to be tried."""
        now = self._clock()
        if self._generation == self._serving() and now - self._answered_at < _FRESH_SECONDS:
            return True
        return False if now - self._failed_at < _RETRY_SECONDS else None

    def holds(self) -> bool:
        """Whether questions are answered, trying it when need be: as slow as one search."""
        known = self.known()
        if known is not None:
            return known
        try:
            found = self._library.snapshot().search(first_questions()[0], limit=1).hits
        except Exception:  # noqa: BLE001 - whatever stops a search, health has to say so
            found = ()
        if found:
            self.answered()
        else:
            self._failed_at = self._clock()
        return bool(found)

    def _serving(self) -> str:
        return self._library.snapshot().generation.folder.name
