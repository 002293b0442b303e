"""Any OpenAI-compatible endpoint, through the official client, expected to fail in every way."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

import anyio
from openai import AsyncOpenAI, AsyncStream
from openai.types.chat import ChatCompletionChunk

from assistant.generator.wire import Limits, http_client

_CLOSING_SECONDS = 0.5
_TEMPERATURE = 0.0
_MOST_TOKENS = 800

__all__ = ["Endpoint", "Limits", "ModelFault"]


class ModelFault(Exception):  # noqa: N818 - an error of theirs, not of ours
    """The endpoint did not give a whole answer in time; the text names the kind of failure."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model is and what it is called."""

    base_url: str
    model: str
    api_key: str | None = field(default=None, repr=False)
    limits: Limits = field(default_factory=Limits)

    async def say(
        self, system: str, user: str, heard: Callable[[str], None], seconds: float
    ) -> None:
        """Give the model's words to ``heard`` as they come.

        Raises ``ModelFault`` when they do not end well within ``seconds``. The connection is
        closed when this returns, is cancelled or raises.
        """
        stack = AsyncExitStack()
        with anyio.CancelScope() as scope:
            try:
                await self._listen(stack, scope, system, user, heard, seconds)
            except ModelFault:
                raise
            except Exception as error:  # noqa: BLE001
                # Whatever the client makes of garbage; its text may quote the endpoint.
                raise ModelFault(type(error).__name__) from None
            finally:
                closing = anyio.current_time() + _CLOSING_SECONDS
                with anyio.CancelScope(shield=True, deadline=closing):
                    await stack.aclose()
        if scope.cancelled_caught:
            raise ModelFault("too slow")

    async def _listen(
        self,
        stack: AsyncExitStack,
        scope: anyio.CancelScope,
        system: str,
        user: str,
        heard: Callable[[str], None],
        seconds: float,
    ) -> None:
        """Read the stream to its end, moving the deadline of ``scope`` with every word."""
        end = anyio.current_time() + seconds
        scope.deadline = min(end, anyio.current_time() + self.limits.first_token_seconds)
        left, finished = self.limits.characters, False
        async for chunk in await self._open(stack, system, user):
            text, ended = _read(chunk)
            finished = finished or ended
            left -= len(text)
            if left < 0:
                raise ModelFault("too long")
            if text:
                heard(text)
                scope.deadline = min(end, anyio.current_time() + self.limits.gap_seconds)
        if not finished:
            raise ModelFault("cut off")

    async def _open(
        self, stack: AsyncExitStack, system: str, user: str
    ) -> AsyncStream[ChatCompletionChunk]:
        # A client for each call: what a call has opened is closed with it, and none is bound to
        # an event loop that is gone.
        client = AsyncOpenAI(
            base_url=self.base_url,
            # Servers on this machine want none, the client wants one.
            api_key=self.api_key or "none",
            http_client=http_client(self.base_url, self.limits),
            # The extractive answer is better than a second wait.
            max_retries=0,
        )
        stack.push_async_callback(client.close)
        stream = await client.chat.completions.create(
            model=self.model,
            messages=[
                {"role": "system", "content": system},
                {"role": "user", "content": user},
            ],
            stream=True,
            temperature=_TEMPERATURE,
            max_tokens=_MOST_TOKENS,
        )
        stack.push_async_callback(stream.close)
        return stream


def _read(chunk: ChatCompletionChunk) -> tuple[str, bool]:
    """The words of ``chunk`` and whether it says that they are all; other shapes have none."""
    # The client checks no types: what it gives is whatever the endpoint sent.
    choices = getattr(chunk, "choices", None)
    if not isinstance(choices, list) or not choices:
        return "", False
    content = getattr(getattr(choices[0], "delta", None), "content", None)
    ended = getattr(choices[0], "finish_reason", None) == "stop"
    return (content if isinstance(content, str) else ""), ended
