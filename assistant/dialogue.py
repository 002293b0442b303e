"""One turn of a conversation, whoever leads it: understand, answer, choose, phrase, tell."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import anyio

from assistant.answer import Answer, Turn
from assistant.explanation import Explanation

if TYPE_CHECKING:  # it loads the model's client, which most services do without
    from assistant.generator.generator import Generator


@dataclass(frozen=True, slots=True)
class Computing:
    """Computes answers: where and when is its own affair.

    ``explain`` answers a question after its history, ``choose`` an answer's question again from
    those of its candidates that were chosen.
    """

    explain: Callable[[str, tuple[Turn, ...]], Awaitable[Explanation]]
    choose: Callable[[Explanation, tuple[int, ...]], Awaitable[Explanation]]


class Listener(Protocol):
    """Who hears an answer while it is made."""

    async def cited(self, answer: Answer) -> None:
        """The citations of ``answer`` are known."""

    async def said(self, piece: str) -> None:
        """The next piece of the answer's text is final."""


class Unheard:
    """The listener of an answer that is given in one piece."""

    async def cited(self, answer: Answer) -> None:
        """Nothing to do."""

    async def said(self, piece: str) -> None:
        """Nothing to do."""


async def take_turn(
    computing: Computing,
    generator: "Generator | None",
    question: str,
    history: tuple[Turn, ...],
    listener: Listener,
    leave: anyio.Event | None = None,
) -> Explanation:
    """The answer to ``question`` after ``history`` with its steps, told to ``listener`` by pieces.

    Once ``leave`` is set, it ends quickly, without the model.
    """
    watch = _Watch()
    asked = question
    if generator is not None and history:
        with watch.running():
            asked = await generator.rewrite(question, history) or question
    told = await computing.explain(asked, () if asked != question else history)
    if generator is not None and told.grounds is not None:
        whole, evidence = told.answer.understood or asked, told.grounds.reading.evidence
        with watch.running():
            chosen = await generator.choose(whole, evidence, leave, watch.seconds)
        told = told if chosen is None else await computing.choose(told, chosen)
    answer = told.answer
    if asked != question:
        answer = replace(answer, understood=asked)
    await listener.cited(answer)
    if generator is not None:
        answer = await generator.phrase(asked, answer, listener.said, leave, watch.seconds)
    else:
        for piece in answer.text.splitlines(keepends=True):
            await listener.said(piece)
    return replace(told, answer=answer)


@dataclass(slots=True)
class _Watch:
    """How long the model was waited for: our own work and the queue before it are not its."""

    seconds: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        began = anyio.current_time()
        yield
        self.seconds += anyio.current_time() - began
