"""A short queue before the model: few questions at once, some waiting, the rest told to return.

Beyond the knee more questions at once only make all of them slow; shedding keeps the accepted
ones fast.
"""

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread

from assistant.api.errors import ApiError

Result = TypeVar("Result")

AT_ONCE = 2
WAITING = 16


class WorkQueue:
    """Runs blocking work in threads, ``at_once`` side by side with ``waiting`` behind them."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING) -> None:
        self._threads = anyio.CapacityLimiter(at_once)
        self._places = at_once + waiting
        self._taken = 0
        self._patient = 0

    @property
    def taken(self) -> int:
        """How many questions are being worked on or wait."""
        return self._taken + self._patient

    async def run(self, work: Callable[[], Result], patient: bool = False) -> Result:
        """The result of ``work``; raises ``ApiError`` 503 at once when every place is taken.

        The ``patient`` take no place: a stream has one of its own, and shows that it waits.
        """
        if patient:
            return await self._run_patiently(work)
        if self._taken >= self._places:
            raise ApiError(
                503, "busy", "Too many questions at once: ask again shortly.", {"Retry-After": "1"}
            )
        # Counted here and not by the limiter: only the event loop's thread comes by.
        self._taken += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._threads)
        finally:
            self._taken -= 1

    async def _run_patiently(self, work: Callable[[], Result]) -> Result:
        self._patient += 1
        try:
            return await anyio.to_thread.run_sync(work, limiter=self._threads)
        finally:
            self._patient -= 1
