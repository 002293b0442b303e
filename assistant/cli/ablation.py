"""``kuvend evaluate --ablate``: every set with each part of the search on and off."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant.cli.output import show, show_json

if TYPE_CHECKING:
    from rich.table import Table

_MEASURE = "ndcg@10"


def ablate(folders: list[Path], *, as_json: bool) -> None:
    """Print nDCG@10 of every set for the shipped recipe and for each part taken out of it."""
    from pydantic import RootModel

    rows = _rows(folders)
    if as_json:
        show_json(RootModel[dict[str, dict[str, dict[str, float]]]]({"ablations": rows}))
    else:
        show(_table(rows))


def _rows(folders: list[Path]) -> dict[str, dict[str, float]]:
    """nDCG@10 by recipe and set."""
    from assistant.cli.progress import build_bars
    from assistant.composition import open_model
    from assistant.settings import load_settings
    from index import evaluation

    settings = load_settings()
    datasets = [evaluation.read_dataset(folder) for folder in folders]
    cache, embedder = settings.store / "evaluation", open_model(settings)
    with build_bars() as bars:
        return {
            name: {
                dataset.name: round(
                    evaluation.evaluate(dataset, cache, embedder, bars, recipe).measures[_MEASURE],
                    4,
                )
                for dataset in datasets
            }
            for name, recipe in evaluation.ablations().items()
        }


def _table(rows: dict[str, dict[str, float]]) -> "Table":
    from rich.table import Table

    sets = list(next(iter(rows.values())))
    table = Table("nDCG@10", *sets, "mean")
    for name, figures in rows.items():
        mean = sum(figures.values()) / max(len(figures), 1)
        table.add_row(name, *(f"{figures[one]:.3f}" for one in sets), f"{mean:.3f}")
    return table
