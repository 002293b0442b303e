"""kill -9 at every named step of a build: the old or the new generation serves, whole."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import BuildReport
from index.library import Library
from index.store import Store
from tests.conftest import ROOT
from tests.fakes import LetterEmbedder

Index = Callable[[], BuildReport]

STEPS = (
    "scanned",
    "documents read",
    "passages split",
    "passages embedded",
    "catalog written",
    "vectors written",
    "tokens written",
    "words written",
    "register written",
    "records written",
    "manifest written",
    "files synced",
    "generation renamed",
    "current switched",
    "old generations removed",
)


def _kill_at(step: str, folder: Path, store: Store) -> None:
    command = [sys.executable, "-m", "tests.index.killed_build", folder, store.folder, step]
    ended = subprocess.run(command, cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL


def _serves_one_of(store: Store, *texts: str) -> None:
    library = Library(store, LetterEmbedder())
    assert library.condition().problems == ()
    document = library.snapshot().document("a")
    assert document is not None
    assert document.content.text in texts


@pytest.mark.parametrize("step", STEPS)
def test_a_build_killed_when(step: str, folder: Path, store: Store, index: Index) -> None:
    _survives(step, folder, store, index, times=1)


@pytest.mark.soak
@pytest.mark.parametrize("step", STEPS)
def test_twenty_builds_killed_when(step: str, folder: Path, store: Store, index: Index) -> None:
    _survives(step, folder, store, index, times=20)


def _survives(step: str, folder: Path, store: Store, index: Index, times: int) -> None:
    old = "Teksti i parë."
    (folder / "a.md").write_text(old)
    index()
    for number in range(times):
        new = f"Teksti i ri {number}."
        (folder / "a.md").write_text(new)
        _kill_at(step, folder, store)
        _serves_one_of(store, old, new)
        index()
        _serves_one_of(store, new)
        assert not list(store.folder.glob("building-*"))
        old = new


def test_the_named_steps_are_the_steps_of_a_build(
    folder: Path, store: Store, letters: LetterEmbedder
) -> None:
    from index.build import EmbeddingModel, build
    from tests.fakes import Silent

    (folder / "a.md").write_text("Teksti.")
    progress = Silent()
    build(folder, store, EmbeddingModel(letters.name, lambda: letters), progress)
    assert tuple(progress.steps) == STEPS
