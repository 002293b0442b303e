"""``kuvend ask --explain``: the steps that led to an answer or a refusal."""

from typing import TYPE_CHECKING

from assistant.cli.output import plain

if TYPE_CHECKING:
    from assistant.api.shapes.explanations import ExplanationShape

_SHOWN = 4


def explained_lines(told: "ExplanationShape") -> list[str]:
    """What was understood, considered and decided, in lines."""
    words = ", ".join(f"{plain(one.word)} {one.support:.2f}" for one in told.words)
    return [
        f"language {told.language}, aim {told.aim}, asked for {told.asked}",
        f"words and their support: {words or '-'}",
        f"decided by {told.reason}, probability {told.probability:.2f}",
        *(
            f"{one.score:6.2f}  {plain(one.document)}  {plain(' '.join(one.text.split())[:100])}"
            for one in told.candidates[:_SHOWN]
        ),
    ]
