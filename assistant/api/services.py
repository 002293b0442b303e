"""What the routes work with, put together once per app."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from assistant.answer import Turn
from assistant.api.errors import ApiError
from assistant.api.event_stream import Places
from assistant.api.metrics import Metrics
from assistant.api.probe import Probe
from assistant.api.work_queue import WorkQueue
from assistant.explanation import Explanation
from index.library import Library

if TYPE_CHECKING:  # it loads the model's client, which most services do without
    from assistant.generator.generator import Generator

Result = TypeVar("Result")


class Answering(Protocol):
    """What can be asked; called from several threads at once."""

    def explain(
        self, question: str, history: tuple[Turn, ...] = (), language: str | None = None
    ) -> Explanation:
        """The answer to ``question`` after ``history``, in ``language`` or the question's own, with
        the steps that led to it."""

    def choose(self, told: Explanation, chosen: Sequence[int]) -> Explanation:
        """``told`` answered with the ``chosen`` of its candidates, numbered from 1; with none of
        them it is unsure."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything that a request needs to be answered."""

    library: Library
    assistant: Answering
    queue: WorkQueue
    streams: Places
    probe: Probe
    metrics: Metrics
    generator: "Generator | None" = None

    async def compute(self, work: Callable[[], Result], patient: bool = False) -> Result:
        """The result of ``work``, done when its turn in the queue comes.

        Raises ``ApiError`` 503 at once when the queue is full, unless the caller is ``patient``:
        then something else bounds how many wait.
        """
        try:
            result = await self.queue.run(work, patient)
        except ApiError:
            raise
        except Exception:
            self.probe.doubted()
            raise
        self.probe.answered()
        return result
