"""One question's way through the service: its turn in the queue, the answer, and who listens."""

import time
from collections.abc import Awaitable, Callable
from typing import TypeVar

import anyio
from starlette.requests import Request

from assistant.answer import Turn
from assistant.api.errors import ApiError
from assistant.api.services import Services
from assistant.api.shapes.answers import AnswerShape, answer_shape
from assistant.api.shapes.questions import AskShape
from assistant.dialogue import Computing, Listener, Unheard, take_turn
from assistant.explanation import Explanation

Result = TypeVar("Result")

_CLIENT_LEFT = 499


async def answered(
    services: Services,
    body: AskShape,
    listener: Listener | None = None,
    leave: anyio.Event | None = None,
) -> AnswerShape:
    """The answer to ``body``, told to ``listener`` piece by piece.

    With a listener it waits for its turn however long the queue is; without one, it raises
    ``ApiError`` 503 at once when the queue is full.
    """
    started = time.perf_counter()

    async def explain(question: str, history: tuple[Turn, ...]) -> Explanation:
        return await services.compute(
            lambda: services.assistant.explain(question, history, body.language),
            patient=listener is not None,
        )

    async def choose(told: Explanation, chosen: tuple[int, ...]) -> Explanation:
        # Its turn has come before: what was answered is not lost to a full queue.
        return await services.compute(lambda: services.assistant.choose(told, chosen), patient=True)

    computing = Computing(explain, choose)
    told = await take_turn(
        computing, services.generator, body.question, body.turns(), listener or Unheard(), leave
    )
    services.metrics.answered(told.answer.generator)
    took_ms = round((time.perf_counter() - started) * 1_000, 1)
    return answer_shape(told.answer, took_ms, told if body.explain else None)


async def attended(request: Request, work: Callable[[], Awaitable[Result]]) -> Result:
    """The result of ``work``, given up when the client of ``request`` leaves.

    Its body must have been read. Raises ``ApiError`` 499, which nobody will read.
    """
    results: list[Result] = []
    failures: list[Exception] = []
    async with anyio.create_task_group() as group:

        async def run() -> None:
            # Kept, not raised: a task group would wrap it.
            try:
                results.append(await work())
            except Exception as error:  # noqa: BLE001 - raised below
                failures.append(error)
            group.cancel_scope.cancel()

        group.start_soon(run)
        while (await request.receive())["type"] != "http.disconnect":
            pass
        group.cancel_scope.cancel()
    if failures:
        raise failures[0]
    if not results:
        raise ApiError(_CLIENT_LEFT, "client_left", "The client left.")
    return results[0]
