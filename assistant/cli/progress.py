"""Progress bars for a build."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from assistant.cli.output import progress_console


class BuildBars:
    """Draws how far a build is; what ``index.build`` calls a ``Progress``."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._reading = bars.add_task("Reading files", total=None)
        self._embedding: TaskID | None = None

    def step(self, name: str) -> None:
        """A named point of the build; only the ends of the two long parts show."""
        if name == "passages split":
            # Opening the model comes before the first passage and can take a while.
            self._embedding = self._bars.add_task("Embedding passages", total=None)
        if name == "passages embedded" and self._embedding is not None:
            self._bars.update(self._embedding, total=1, completed=1, visible=False)

    def reading(self, done: int, total: int) -> None:
        """``done`` of ``total`` files have been read."""
        self._bars.update(self._reading, completed=done, total=total)

    def embedding(self, done: int, total: int) -> None:
        """``done`` of ``total`` new passages have been embedded."""
        if self._embedding is not None:
            self._bars.update(self._embedding, completed=done, total=total)


@contextmanager
def build_bars() -> Iterator[BuildBars]:
    """Bars on standard error while the block runs; nothing remains of them afterwards."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=progress_console(), transient=True) as bars:
        yield BuildBars(bars)
