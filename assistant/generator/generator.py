"""Answer -> the same in the model's words where every sentence holds, else itself.

Before that, the model may choose which of our stretches answer.
"""

import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace

import anyio
import anyio.to_thread

from assistant.answer import Answer, Citation, Kind, Status, Turn
from assistant.generator.breaker import Breaker
from assistant.generator.checking import Checker
from assistant.generator.choosing import numbers_in
from assistant.generator.dates import figures
from assistant.generator.endpoint import Endpoint, ModelFault
from assistant.generator.form import is_plain, with_single_markers
from assistant.generator.nearness import Nearness
from assistant.generator.prompts import prompt
from assistant.generator.tally import Tally
from assistant.generator.texts import alike, names, words
from assistant.generator.units import Units
from assistant.limits import QUESTION_CHARACTERS
from assistant.reader.reader import Evidence
from index.language import detect

_CHECKS_AT_ONCE = 2
_REWRITTEN_CHARACTERS = 300
_BLANK_LINE = "\n\n"
_LINE_END = re.compile(r"\s*\n\s*")

Said = Callable[[str], Awaitable[None]]


@dataclass
class Generator:
    """Chooses evidence and phrases answers with a language model that is never believed."""

    endpoint: Endpoint
    nearness: Nearness
    breaker: Breaker = field(default_factory=Breaker)
    tally: Tally = field(default_factory=Tally)
    _calls: int = 0
    _checks: anyio.CapacityLimiter = field(
        default_factory=lambda: anyio.CapacityLimiter(_CHECKS_AT_ONCE)
    )

    @property
    def calls(self) -> int:
        """How many calls to the endpoint are open."""
        return self._calls

    async def phrase(
        self,
        question: str,
        answer: Answer,
        said: Said,
        leave: anyio.Event | None = None,
        spent_seconds: float = 0.0,
    ) -> Answer:
        """``answer`` as it is shown, its text given to ``said`` piece by piece.

        What ``said`` got is the text of the result, whatever happens. The model's part ends when
        ``leave`` is set; ``spent_seconds`` of the total limit are gone already.
        """
        shown: list[str] = []
        seconds = self._left(spent_seconds)
        if _can_be_phrased(answer) and seconds > 0 and self._free():
            telling = _Telling(self, question, answer, said, shown)
            whole = await telling.run(leave, seconds)
            if whole and shown:
                return replace(answer, text="".join(shown), generator=self.endpoint.model)
        begun = bool(shown)
        # Sentences that were shown stay: they hold. The quotes themselves complete them.
        for piece in [*([_BLANK_LINE] if begun else []), *answer.text.splitlines(keepends=True)]:
            shown.append(piece)
            await said(piece)
        generator = self.endpoint.model if begun else answer.generator
        return replace(answer, text="".join(shown), generator=generator)

    async def choose(
        self,
        question: str,
        evidence: Sequence[Evidence],
        leave: anyio.Event | None = None,
        spent_seconds: float = 0.0,
    ) -> tuple[int, ...] | None:
        """The numbers of the ``evidence`` that answers, from 1, the best first, or none of them.

        ``None`` when the model did not say it in plain numbers, or not in time.
        """
        seconds = min(self.endpoint.limits.choose_seconds, self._left(spent_seconds))
        if seconds <= 0 or not self._free():
            return None
        heard: list[str] = []
        texts = [(at, one.hit.document.title, one.text) for at, one in enumerate(evidence, 1)]
        system = prompt("choose_system")
        user = prompt("choose_user", question=question, texts=texts)
        if not await self.call(system, user, heard.append, seconds, leave):
            return None
        return numbers_in("".join(heard), len(evidence))

    async def rewrite(self, question: str, history: Sequence[Turn]) -> str | None:
        """``question`` made to stand alone, or ``None`` when the model's rewriting is no use.

        It may bring in no name and no number that the conversation does not have.
        """
        if not self._free():
            return None
        heard: list[str] = []
        system = prompt("rewrite_system")
        user = prompt("rewrite_user", question=question, turns=history)
        if not await self.call(system, user, heard.append, self.endpoint.limits.rewrite_seconds):
            return None
        rewritten = "".join(heard).strip()
        return rewritten if _is_rewriting(rewritten, question, history) else None

    async def call(
        self,
        system: str,
        user: str,
        heard: Callable[[str], None],
        seconds: float,
        leave: anyio.Event | None = None,
    ) -> bool:
        """Whether the model said all it had to say to ``heard`` in time and before ``leave``."""
        whole = False
        self._calls += 1
        try:
            async with anyio.create_task_group() as group:
                if leave is not None:
                    group.start_soon(_cancel_when, leave, group.cancel_scope)
                whole = await self._say(system, user, heard, seconds)
                group.cancel_scope.cancel()
        finally:
            self._calls -= 1
        return whole

    async def check(self, checker: Checker, sentence: str) -> bool:
        """Whether ``sentence`` passes, told in a thread: the embedder computes."""
        passes = await anyio.to_thread.run_sync(checker.passes, sentence, limiter=self._checks)
        if not passes:
            self.tally.dropped += 1
        return passes

    async def _say(
        self, system: str, user: str, heard: Callable[[str], None], seconds: float
    ) -> bool:
        try:
            await self.endpoint.say(system, user, heard, seconds)
        except ModelFault:
            self.tally.faults += 1
            self.breaker.failed()
            return False
        self.breaker.succeeded()
        return True

    def _left(self, spent_seconds: float) -> float:
        """How long the model may still take for its part of a turn."""
        return self.endpoint.limits.total_seconds - spent_seconds

    def _free(self) -> bool:
        return self._calls < self.endpoint.limits.calls_at_once and self.breaker.admits()


class _Telling:
    """One answer on its way from the model through the checks to the listener."""

    def __init__(
        self, generator: Generator, question: str, answer: Answer, said: Said, shown: list[str]
    ) -> None:
        self._generator = generator
        self._answer = answer
        self._question = question
        self._said = said
        self._shown = shown
        self._checker = Checker(
            generator.nearness, question, answer.language, cited_in_text(answer)
        )
        self._held: list[str] = []
        self._answered = False

    async def run(self, leave: anyio.Event | None, seconds: float) -> bool:
        """Whether the model came to its end; what of its words holds has been shown."""
        quotes = [(one.number, one.quote) for one in self._checker.citations]
        system = prompt("phrase_system", self._answer.language)
        user = prompt("phrase_user", question=self._question, quotes=quotes)
        # The model is heard in a task of its own: a slow reader does not slow it, so that its
        # silence is its own.
        outgoing, incoming = anyio.create_memory_object_stream[str](float("inf"))
        whole = False

        async def listen() -> None:
            nonlocal whole
            with outgoing:
                heard = outgoing.send_nowait
                whole = await self._generator.call(system, user, heard, seconds, leave)

        async with anyio.create_task_group() as group:
            group.start_soon(listen)
            units = Units()
            with incoming:
                async for piece in incoming:
                    for unit in units.add(piece):
                        await self._take(unit)
        for unit in units.rest() if whole else []:
            await self._take(unit)
        return whole

    async def _take(self, unit: str) -> None:
        """Show ``unit`` if it passes; nothing is shown before something answers."""
        if not await self._generator.check(self._checker, unit):
            return
        self._held.append(with_single_markers(unit))
        self._answered = self._answered or self._checker.answers(unit, self._answer.short)
        if not self._answered:
            return
        for sentence in self._held:
            piece = f" {sentence}" if self._shown else sentence
            self._shown.append(piece)
            await self._said(piece)
        self._held.clear()


def cited_in_text(answer: Answer) -> list[Citation]:
    """The citations that the text of ``answer`` refers to."""
    return [one for one in answer.citations if f"[{one.number}]" in answer.text]


async def _cancel_when(leave: anyio.Event, scope: anyio.CancelScope) -> None:
    await leave.wait()
    scope.cancel()


def _can_be_phrased(answer: Answer) -> bool:
    """Whether a model may phrase ``answer``: lists must stay whole, refusals as they are."""
    return (
        answer.status is Status.ANSWERED
        and answer.kind in (Kind.FACT, Kind.OVERVIEW)
        and not answer.items
        and answer.checked is None
        and bool(answer.citations)
    )


def _is_rewriting(rewritten: str, question: str, history: Sequence[Turn]) -> bool:
    """Whether ``rewritten`` is one plain question that brings in nothing new."""
    if not rewritten or len(rewritten) > min(_REWRITTEN_CHARACTERS, QUESTION_CHARACTERS):
        return False
    if _LINE_END.search(rewritten) or not is_plain(rewritten):
        return False
    said = " ".join([question, *(turn.content for turn in history)])
    language = detect(rewritten)
    there = words(said)
    known = all(any(alike(name, other) for other in there) for name in names(rewritten, language))
    return known and figures(said).hold(figures(rewritten))
