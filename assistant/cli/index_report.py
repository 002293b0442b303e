"""A build as the command line runs and reports it."""

import time
from contextlib import closing
from pathlib import Path

from pydantic import BaseModel, Field

from assistant.cli.progress import build_bars
from assistant.composition import build_index, open_store
from assistant.settings import Settings


class UnreadShape(BaseModel):
    """A file that could not be read."""

    path: str
    reason: str


class WarningShape(BaseModel):
    """A file that was read with a doubt."""

    path: str
    warning: str


class IndexShape(BaseModel):
    """What ``kuvend index --json`` prints."""

    generation: str
    changed: bool = Field(description="False when nothing was new and nothing was written.")
    documents: int
    passages: int
    embedded: int = Field(description="Texts of passages that were new to the index.")
    reused: int
    seconds: float
    unread: list[UnreadShape]
    warnings: list[WarningShape]


def build_with_bars(settings: Settings, folder: Path) -> IndexShape:
    """Index ``folder`` with progress on standard error; raises ``KuvendError``."""
    started = time.perf_counter()
    with build_bars() as bars:
        report = build_index(settings, folder, bars)
    seconds = time.perf_counter() - started
    return IndexShape(
        generation=report.generation,
        changed=report.changed,
        documents=report.documents,
        passages=report.passages,
        embedded=report.embedded,
        reused=report.passages - report.embedded,
        seconds=round(seconds, 2),
        unread=[UnreadShape(path=file.path, reason=file.reason) for file in report.unread],
        warnings=_warnings(settings),
    )


def _warnings(settings: Settings) -> list[WarningShape]:
    generation, _refused = open_store(settings).open()
    with closing(generation):
        warned = generation.catalog.warnings()
    return [WarningShape(path=path, warning=text) for path, text in warned]
