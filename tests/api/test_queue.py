"""Few questions at once, some waiting, the rest told to return."""

import threading
import time

import anyio
import pytest

from assistant.answer import Answer, Turn
from assistant.api.work_queue import WorkQueue
from index.library import Library
from tests.api.canned import REFUSAL, Canned, client_of


class Slow(Canned):
    """Waits for ``go`` before it answers, and counts who waits beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.at_once = 0
        self.most_at_once = 0

    def ask(
        self,
        question: str,  # noqa: ARG002
        history: tuple[Turn, ...] = (),  # noqa: ARG002
        language: str | None = None,  # noqa: ARG002
    ) -> Answer:
        """A refusal, once it may."""
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.go.wait(10)
        self.at_once -= 1
        return REFUSAL


def test_two_are_computed_the_rest_wait_and_one_too_many_is_told_to_return(
    library: Library,
) -> None:
    assistant, queue = Slow(), WorkQueue(at_once=2, waiting=3)
    statuses: list[int] = []
    with client_of(library, assistant, queue=queue) as client:

        def ask() -> None:
            statuses.append(client.post("/api/ask", json={"question": "Kush?"}).status_code)

        threads = [threading.Thread(target=ask) for _ in range(5)]
        for thread in threads:
            thread.start()
        deadline = time.monotonic() + 10
        while queue.taken < 5 and time.monotonic() < deadline:
            time.sleep(0.01)
        refused = client.post("/api/ask", json={"question": "Kush?"})
        healthy = client.get("/health")
        assistant.go.set()
        for thread in threads:
            thread.join()
    assert refused.status_code == 503
    assert refused.headers["retry-after"] == "1"
    assert refused.json()["error"]["code"] == "busy"
    assert healthy.status_code == 200
    assert statuses == [200] * 5
    assert assistant.most_at_once == 2
    assert queue.taken == 0


def test_a_place_is_free_again_after_a_failure() -> None:
    queue = WorkQueue(at_once=1, waiting=0)

    def fail() -> None:
        raise ValueError("no")

    async def use() -> int:
        with pytest.raises(ValueError, match="no"):
            await queue.run(fail)
        return await queue.run(lambda: 7)

    assert anyio.run(use) == 7
    assert queue.taken == 0
