"""A breaker: an endpoint that failed several times in a row is left alone for a while."""

import time
from collections.abc import Callable

FAILURES = 5
OPEN_SECONDS = 30.0


class Breaker:
    """Closed at first; open after ``failures`` in a row; after ``open_seconds`` one may try."""

    def __init__(
        self,
        failures: int = FAILURES,
        open_seconds: float = OPEN_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = failures
        self._open_seconds = open_seconds
        self._clock = clock
        self._failures = 0
        self._until = 0.0

    @property
    def open(self) -> bool:
        """Whether calls are held back at the moment."""
        return self._failures >= self._most and self._clock() < self._until

    def admits(self) -> bool:
        """Whether a call may be made; the one that tries an open breaker holds back the next."""
        if self.open:
            return False
        if self._failures >= self._most:
            self._until = self._clock() + self._open_seconds
        return True

    def succeeded(self) -> None:
        """A call went well."""
        self._failures = 0

    def failed(self) -> None:
        """A call failed."""
        self._failures += 1
        self._until = self._clock() + self._open_seconds
