"""``kuvend evaluate answers``: how well questions with known answers are answered."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from pydantic import RootModel

from assistant.cli.output import show, show_json

if TYPE_CHECKING:
    from rich.table import Table

    from assistant.evaluation.golden import Evaluation as GoldenEvaluation
    from assistant.evaluation.run import Evaluation

_SHIPPED = Path(__file__).parents[2] / "tests" / "golden"
_Rates = Mapping[str, Mapping[str, object]]


def evaluate_the_answers(folders: list[Path], *, as_json: bool) -> None:
    """Ask the questions of ``folders``, or those that come with the sources, and show the rates.

    A folder with ``docs/`` is a set of its own; one of YAML files is asked of the index that there
    is.
    """
    from assistant.evaluation.sets import is_question_set

    chosen = folders or [_SHIPPED]
    sets = [folder for folder in chosen if is_question_set(folder)]
    golden = [folder for folder in chosen if folder not in sets]
    for folder in golden:
        if not any(folder.glob("*.yaml")):
            raise typer.BadParameter(f"{folder} is no set: no gold.jsonl and docs/, and no *.yaml.")
    if sets:
        _show_sets(_evaluated(sets), as_json=as_json)
    for folder in golden:
        _show_golden(_golden(folder), as_json=as_json)


def _evaluated(folders: list[Path]) -> "list[Evaluation]":
    from assistant.assistant import Assistant
    from assistant.cli.progress import build_bars
    from assistant.composition import open_model, open_trained
    from assistant.evaluation.run import evaluate_set
    from assistant.evaluation.sets import read_question_set
    from assistant.settings import load_settings

    settings = load_settings()
    sets = [read_question_set(folder) for folder in folders]
    embedder, trained = open_model(settings), open_trained(settings)
    cache = settings.store / "evaluation"
    with build_bars() as bars:
        return [
            evaluate_set(one, lambda library: Assistant(library, trained), cache, embedder, bars)
            for one in sets
        ]


def _show_sets(evaluations: "list[Evaluation]", *, as_json: bool) -> None:
    rates = {
        one.name: {group: asdict(found) for group, found in one.rates().items()}
        for one in evaluations
    }
    if as_json:
        wrong = {
            one.name: [o.question.id for o in one.outcomes if not o.right] for one in evaluations
        }
        show_json(RootModel[dict[str, object]]({"rates": rates, "wrong": wrong}))
        return
    for name, found in rates.items():
        show(_table(name, found))


def _golden(folder: Path) -> "GoldenEvaluation":
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


def _show_golden(evaluation: "GoldenEvaluation", *, as_json: bool) -> None:
    rates = {group: asdict(one) for group, one in evaluation.rates.items()}
    if as_json:
        failed = [one.golden.id for one in evaluation.outcomes if not one.right]
        show_json(RootModel[dict[str, object]]({"rates": rates, "wrong": failed}))
    else:
        show(_table("golden", rates))


def _table(name: str, rates: _Rates) -> "Table":
    from rich.table import Table

    measures = list(_first(rates.values()))
    table = Table(name, *(measure.replace("_", " ") for measure in measures))
    for group, one in rates.items():
        table.add_row(group, *(_figure(one[measure]) for measure in measures))
    return table


def _first(rates: Iterable[Mapping[str, object]]) -> Mapping[str, object]:
    return next(iter(rates))


def _figure(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
