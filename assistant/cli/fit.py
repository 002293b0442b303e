"""``kuvend fit``: trains the reader anew."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.output import progress_console

if TYPE_CHECKING:
    from assistant.evaluation.sets import QuestionSet

_ROOT = Path(__file__).parents[2]
_SHIPPED, _GOLDEN = _ROOT / "tests" / "collections", _ROOT / "tests" / "golden"


def fit(
    public: Annotated[
        Path,
        typer.Argument(
            metavar="PUBLIC",
            help="A folder of public question-answer sets: contexts.jsonl and questions.jsonl.",
        ),
    ],
    sets: Annotated[
        list[Path] | None,
        typer.Option("--set", help="A set of your own, beside those of tests/collections."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", help="Where to write, if not prompts/reader.")
    ] = None,
) -> None:
    """Train the reader anew, from labelled questions, sets with answers and public sets.

    Every set is also judged by a reader that never saw it; those figures go into the file.

    Example: kuvend fit qa-sets --set our-questions
    """
    from assistant.cli.progress import build_bars
    from assistant.composition import open_model, trained_path
    from assistant.fit.fit import fit as trained_by
    from assistant.reader.trained import write_trained
    from assistant.settings import load_settings

    console = progress_console()
    settings = load_settings()
    path = output or trained_path()
    with build_bars() as bars:
        trained = trained_by(
            _sets(sets or []),
            public,
            open_model(settings),
            settings.store / "evaluation",
            bars,
            console.print,
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    write_trained(path, trained)
    console.print(f"Written: {path}")


def _sets(own: list[Path]) -> "list[QuestionSet]":
    from assistant.evaluation.golden import golden_set
    from assistant.evaluation.sets import is_question_set, read_question_set

    folders = [*sorted(filter(is_question_set, _SHIPPED.glob("*"))), *own]
    return [golden_set(_GOLDEN, _ROOT / "documents"), *map(read_question_set, folders)]
