"""``kuvend ask --explain``: the steps that led to an answer or a refusal."""

import time
from typing import TYPE_CHECKING

from assistant.cli.output import plain, show, show_json

if TYPE_CHECKING:
    from assistant.explanation import Explanation

_SHOWN = 4


def show_explained(text: str, language: str | None, *, as_json: bool) -> None:
    """Answer ``text`` and show what was understood, considered and decided."""
    from assistant.api.shapes.answers import answer_shape
    from assistant.composition import open_assistant, open_library
    from assistant.settings import load_settings

    settings = load_settings()
    assistant = open_assistant(settings, open_library(settings))
    started = time.perf_counter()
    explanation = assistant.explain(text, language=language)
    took_ms = round((time.perf_counter() - started) * 1_000, 1)
    if as_json:
        show_json(answer_shape(explanation.answer, took_ms, explanation))
    else:
        show("\n".join(_lines(explanation)))


def _lines(told: "Explanation") -> list[str]:
    words = ", ".join(f"{plain(one.word)} {one.support:.2f}" for one in told.words)
    return [
        *(plain(line) for line in told.answer.text.splitlines()),
        "",
        f"language {told.language}, aim {told.aim}, asked for {told.asked}",
        f"words and their support: {words or '-'}",
        f"decided by {told.reason}, probability {told.probability:.2f}",
        *(
            f"{one.score:6.2f}  {plain(one.document)}  {plain(' '.join(one.text.split())[:100])}"
            for one in told.candidates[:_SHOWN]
        ),
    ]
