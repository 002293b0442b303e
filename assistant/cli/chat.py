"""A conversation in the terminal: what was said before is the history of what is asked next."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.answer import Turn
from assistant.cli.output import complain, plain, progress_console, show
from assistant.limits import HISTORY_BYTES, HISTORY_TURNS, UnfitTextError, clean_question
from index.language import every

if TYPE_CHECKING:
    from assistant.api.services import Answering
    from assistant.api.shapes.answers import AnswerShape
    from assistant.explanation import Explanation
    from assistant.generator.generator import Generator
    from assistant.settings import Settings

_ENDS = frozenset(every(lambda pack: pack.examples.farewells))


class Conversation:
    """Questions one after the other, each answered with those before it in mind."""

    def __init__(
        self,
        assistant: "Answering",
        generator: "Generator | None",
        language: str | None,
        *,
        explain: bool = False,
    ) -> None:
        """``explain``: each answer comes with the steps that led to it."""
        self._explain = explain
        self._assistant = assistant
        self._generator = generator
        self._language = language
        self._history: tuple[Turn, ...] = ()

    def ask(self, question: str) -> "AnswerShape":
        """The answer to ``question``."""
        import anyio

        from assistant.api.shapes.answers import answer_shape
        from assistant.dialogue import Computing, Unheard, take_turn

        async def explain(asked: str, history: tuple[Turn, ...]) -> "Explanation":
            return self._assistant.explain(asked, history, self._language)

        async def choose(told: "Explanation", chosen: tuple[int, ...]) -> "Explanation":
            return self._assistant.choose(told, chosen)

        async def run() -> "Explanation":
            computing = Computing(explain, choose)
            return await take_turn(computing, self._generator, question, self._history, Unheard())

        started = time.perf_counter()
        told = anyio.run(run)
        said = (*self._history, Turn("user", question), Turn("assistant", told.answer.text))
        self._history = _latest(said)
        took_ms = round((time.perf_counter() - started) * 1_000, 1)
        return answer_shape(told.answer, took_ms, told if self._explain else None)


def open_conversation(
    settings: "Settings", language: str | None, *, explain: bool = False
) -> Conversation:
    """A conversation about the documents of ``settings``; raises ``KuvendError``."""
    from assistant.composition import open_assistant, open_generator, open_library

    library = open_library(settings)
    assistant = open_assistant(settings, library)
    return Conversation(assistant, open_generator(settings, library), language, explain=explain)


def chat(conversation: Conversation, lines: Callable[["AnswerShape"], list[str]]) -> None:
    """Ask what is typed until the input ends; ``lines`` says how an answer is printed."""
    console = progress_console()
    while True:
        try:
            typed = console.input("\n? ").strip()
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if typed.lower() in _ENDS:
            return
        try:
            question = clean_question(typed)
        except UnfitTextError as error:
            complain(f"The text {error}.")
            continue
        shape = conversation.ask(question)
        show("", *(plain(line) for line in lines(shape)))


def _latest(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """As many of the latest turns as a history may have."""
    kept: list[Turn] = []
    size = 0
    for turn in reversed(turns[-HISTORY_TURNS:]):
        size += len(turn.content.encode())
        if size > HISTORY_BYTES:
            break
        kept.append(turn)
    return tuple(reversed(kept))
