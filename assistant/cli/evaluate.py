"""``kuvend evaluate``: how well the search finds, on question sets."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import RootModel

from assistant.cli.ablation import ablate
from assistant.cli.evaluate_answers import evaluate_the_answers
from assistant.cli.options import AsJson
from assistant.cli.output import show, show_json

if TYPE_CHECKING:
    from rich.table import Table

    from index.evaluation import Figures

_ANSWERS = Path("answers")
_COLUMNS = ("ndcg@10", "recall@1", "recall@5", "recall@10", "mrr@10")


def evaluate(
    folders: Annotated[
        list[Path],
        typer.Argument(
            metavar="DIR...",
            help="Folders in BEIR layout: corpus.jsonl, queries.jsonl, qrels/test.tsv; "
            "or `answers`, and a folder of questions with their answers if not tests/golden.",
        ),
    ],
    ablation: Annotated[
        bool, typer.Option("--ablate", help="Show every set with each part of the search off.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Measure the search on question sets: nDCG@10, recall, MRR@10 and the time of a question.

    With ``answers`` for the first folder: how many answers, refusals and lists are right.

    Example: kuvend evaluate sets/njohligjin-sq-sq sets/belebele-en-sq
    """
    if folders[0] == _ANSWERS:
        evaluate_the_answers(folders[1:], as_json=as_json)
        return
    if ablation:
        ablate(folders, as_json=as_json)
        return
    figures = _figures(folders)
    if as_json:
        show_json(
            RootModel[dict[str, list[dict[str, object]]]]({"datasets": list(map(_row, figures))})
        )
    else:
        show(_table(figures))


def _figures(folders: list[Path]) -> "list[Figures]":
    from assistant.cli.progress import build_bars
    from assistant.composition import open_model
    from assistant.settings import load_settings
    from index import evaluation

    settings = load_settings()
    datasets = [evaluation.read_dataset(folder) for folder in folders]
    cache, embedder = settings.store / "evaluation", open_model(settings)
    with build_bars() as bars:
        return [evaluation.evaluate(dataset, cache, embedder, bars) for dataset in datasets]


def _row(figures: "Figures") -> dict[str, object]:
    return {
        "dataset": figures.dataset,
        **{name: round(value, 4) for name, value in figures.measures.items()},
        "median_ms": round(figures.median_ms, 1),
        "questions": figures.questions,
        "documents": figures.documents,
    }


def _table(figures: "list[Figures]") -> "Table":
    from rich.table import Table

    table = Table("set", *_COLUMNS, "ms", "questions", "documents")
    for found in figures:
        measures = (f"{found.measures[name]:.3f}" for name in _COLUMNS)
        sizes = (f"{found.median_ms:.1f}", str(found.questions), str(found.documents))
        table.add_row(found.dataset, *measures, *sizes)
    return table
