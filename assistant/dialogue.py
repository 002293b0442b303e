"""One turn of a conversation, whoever leads it: understand, answer, phrase, tell."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

import anyio

from assistant.answer import Answer, Turn
from assistant.explanation import Explanation

if TYPE_CHECKING:  # it loads the model's client, which most services do without
    from assistant.generator.generator import Generator

# Computes an answer: where and when is its own affair.
Ask = Callable[[str, tuple[Turn, ...]], Awaitable[Explanation]]


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
    ask: Ask,
    generator: "Generator | None",
    question: str,
    history: tuple[Turn, ...],
    listener: Listener,
    leave: anyio.Event | None = None,
) -> Explanation:
    """The answer to ``question`` after ``history`` with its steps, told to ``listener`` by pieces.

    Once ``leave`` is set, it ends quickly, without the model.
    """
    began = anyio.current_time()
    asked = question
    if generator is not None and history:
        asked = await generator.rewrite(question, history) or question
    spent = anyio.current_time() - began
    told = await ask(asked, () if asked != question else history)
    answer = told.answer
    if asked != question:
        answer = replace(answer, understood=asked)
    await listener.cited(answer)
    if generator is not None:
        answer = await generator.phrase(asked, answer, listener.said, leave, spent)
    else:
        for piece in answer.text.splitlines(keepends=True):
            await listener.said(piece)
    return replace(told, answer=answer)
