"""Damage: every changed, cut or missing file of a generation is noticed when it is opened."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import BuildReport
from index.errors import DamagedGenerationError, EmptyStoreError
from index.generation import Generation
from index.library import Library
from index.store import Store
from tests.fakes import LetterEmbedder


@pytest.fixture
def generation(folder: Path, store: Store, index: Callable[[], BuildReport]) -> Path:
    """The folder of a freshly built generation."""
    (folder / "a.md").write_text("# Alfa\n\nNjë koalicion me 22 anëtarë.\n")
    report = index()
    return store.folder / "generations" / report.generation


def _files(generation: Path) -> list[Path]:
    return sorted(path for path in generation.rglob("*") if path.is_file())


def test_a_flipped_bit_in_any_file_is_noticed(generation: Path) -> None:
    chance = random.Random(7)
    for path in _files(generation):
        whole = path.read_bytes()
        for _ in range(20):
            if not whole:
                continue
            damaged = bytearray(whole)
            damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
            path.write_bytes(damaged)
            with pytest.raises(DamagedGenerationError):
                Generation(generation)
        path.write_bytes(whole)
    Generation(generation).close()


@pytest.mark.parametrize("change", ["cut", "emptied", "lengthened", "removed"])
def test_a_file_that_is(generation: Path, change: str) -> None:
    for path in _files(generation):
        whole = path.read_bytes()
        if change == "removed":
            path.unlink()
        else:
            changed = {"cut": whole[:-1], "emptied": b"", "lengthened": whole + b"\0"}[change]
            if changed == whole:
                continue
            path.write_bytes(changed)
        with pytest.raises(DamagedGenerationError):
            Generation(generation)
        path.write_bytes(whole)


def test_a_foreign_file_in_a_generation_is_noticed(generation: Path) -> None:
    (generation / "extra").write_text("x")
    with pytest.raises(DamagedGenerationError, match="extra"):
        Generation(generation)


def test_a_damaged_generation_falls_back_to_the_one_before_and_says_so(
    folder: Path,
    store: Store,
    generation: Path,
    index: Callable[[], BuildReport],
    letters: LetterEmbedder,
) -> None:
    (folder / "a.md").write_text("Dy koalicione.\n")
    newest = store.folder / "generations" / index().generation
    (newest / "vectors.faiss").write_bytes(b"garbage")
    library = Library(store, letters)
    assert library.condition().generation == generation.name
    assert "vectors.faiss" in library.condition().problems[0]


def test_a_build_over_a_damaged_generation_makes_a_whole_one(
    folder: Path,
    store: Store,
    generation: Path,
    index: Callable[[], BuildReport],
    letters: LetterEmbedder,
) -> None:
    (generation / "catalog.sqlite").write_bytes(b"")
    report = index()
    assert report.changed
    assert Library(store, letters).condition().problems == ()


def test_a_store_whose_only_generation_is_damaged_says_what_to_do(
    store: Store, generation: Path
) -> None:
    (generation / "manifest.json").unlink()
    with pytest.raises(DamagedGenerationError, match="kuvend index"):
        store.open()


def test_a_store_before_its_first_build_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(EmptyStoreError, match="kuvend index"):
        Store(tmp_path / "nothing").open()


@pytest.mark.parametrize("content", ["", "\udcff", "999999-0000000000000000\n", "../../x"])
def test_a_damaged_pointer_serves_the_newest_whole_generation(
    store: Store, generation: Path, content: str
) -> None:
    (store.folder / "CURRENT").write_bytes(content.encode("utf-8", "surrogateescape"))
    opened, _refused = store.open()
    assert opened.folder == generation
    opened.close()


def test_a_half_copied_generation_is_never_served(store: Store, generation: Path) -> None:
    half = generation.with_name("000009-0123456789abcdef")
    shutil.copytree(generation, half)
    opened, refused = store.open()
    assert opened.folder == generation
    assert not refused or half.name in refused[0]
    opened.close()
