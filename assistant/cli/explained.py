"""``kuvend ask --explain``: the steps that led to an answer or a refusal."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from pydantic import RootModel

from assistant.cli.output import plain, show, show_json

if TYPE_CHECKING:
    from assistant.explanation import Explanation

_SHOWN = 4


def show_explained(text: str, language: str | None, *, as_json: bool) -> None:
    """Answer ``text`` and show what was understood, considered and decided."""
    from assistant.composition import open_assistant, open_library
    from assistant.settings import load_settings

    settings = load_settings()
    assistant = open_assistant(settings, open_library(settings))
    explanation = assistant.explain(text, language=language)
    if as_json:
        steps = asdict(explanation)
        steps["answer"] = explanation.answer.text
        show_json(RootModel[dict[str, object]](steps))
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
