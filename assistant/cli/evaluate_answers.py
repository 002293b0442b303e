"""``kuvend evaluate answers``: how well questions with known answers are answered."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from pydantic import RootModel

from assistant.cli.output import show, show_json

if TYPE_CHECKING:
    from rich.table import Table

    from assistant.evaluation.golden import Evaluation

_SHIPPED = Path(__file__).parents[2] / "tests" / "golden"


def evaluate_the_answers(folders: list[Path], *, as_json: bool) -> None:
    """Ask the questions of ``folders``, or those that come with the sources, and show the rates."""
    if len(folders) > 1:
        raise typer.BadParameter("Give one folder of questions, or none for those of tests/golden.")
    folder = folders[0] if folders else _SHIPPED
    if not any(folder.glob("*.yaml")):
        raise typer.BadParameter(f"No questions (*.yaml) in {folder.name}.")
    evaluation = _evaluation(folder)
    if as_json:
        rates = {group: asdict(one) for group, one in evaluation.rates.items()}
        failed = [one.golden.id for one in evaluation.outcomes if not one.right]
        show_json(RootModel[dict[str, object]]({"rates": rates, "wrong": failed}))
    else:
        show(_table(evaluation))


def _evaluation(folder: Path) -> "Evaluation":
    from assistant.composition import open_assistant, open_library
    from assistant.evaluation.golden import evaluate_answers
    from assistant.settings import load_settings

    settings = load_settings()
    library = open_library(settings)
    snapshot = library.snapshot()

    def text(document_id: str) -> str | None:
        stored = snapshot.document(document_id)
        return stored.content.text if stored else None

    return evaluate_answers(open_assistant(settings, library), folder, text)


def _table(evaluation: "Evaluation") -> "Table":
    from rich.table import Table

    rates = {group: asdict(one) for group, one in evaluation.rates.items()}
    measures = list(rates["all"])
    table = Table("language", *(name.replace("_", " ") for name in measures))
    for group, one in rates.items():
        table.add_row(group, *(_figure(one[name]) for name in measures))
    return table


def _figure(value: float | int | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}"
