"""``kuvend ask --explain``: the steps that led to an answer or a refusal."""

from typing import TYPE_CHECKING

from assistant.cli.output import plain

if TYPE_CHECKING:
    from assistant.api.shapes.explanations import ExplanationShape

_SHOWN = 4


def explained_lines(told: "ExplanationShape") -> list[str]:
    """What was understood, considered and decided, in lines."""
    features = ", ".join(f"{name} {value:.2f}" for name, value in told.features.items())
    headline = f"{plain(told.headline)} ({told.certainty:.2f})" if told.headline else "-"
    return [
        f"language {told.language}, asked for: {told.type}",
        f"decided by {told.reason}, probability {told.probability:.2f}, headline {headline}",
        f"measured: {features or '-'}",
        *(
            f"{one.share:6.2f}  {plain(one.document)}  {plain(' '.join(one.text.split())[:100])}"
            for one in told.candidates[:_SHOWN]
        ),
    ]
