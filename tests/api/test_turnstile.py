"""Requests that arrive together begin one after the other."""

import anyio
import anyio.lowlevel
from starlette.types import Receive, Scope, Send

from assistant.api.turnstile import Turnstile


def _begun(*paths: str) -> dict[str, int]:
    """In which round of the event loop each request begins when all arrive at once."""
    begun: dict[str, int] = {}
    rounds = 0

    async def app(scope: Scope, _receive: Receive, _send: Send) -> None:
        begun[scope["path"]] = rounds

    async def unused(*_: object) -> None:
        """Neither received from nor sent to."""

    async def run() -> None:
        nonlocal rounds
        turnstile = Turnstile(app)
        async with anyio.create_task_group() as group:
            for path in paths:
                group.start_soon(turnstile, {"type": "http", "path": path}, unused, unused)
            while len(begun) < len(paths):
                await anyio.lowlevel.checkpoint()
                rounds += 1

    anyio.run(run)
    return begun


def test_no_two_requests_begin_in_one_round_of_the_event_loop() -> None:
    begun = _begun("/a", "/b", "/c", "/d")
    assert len(set(begun.values())) == 4


def test_health_waits_for_nobody() -> None:
    begun = _begun("/a", "/b", "/c", "/health")
    assert begun["/health"] <= min(begun.values())
