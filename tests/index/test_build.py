"""Building: what is re-used, what is listed, what a crash leaves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import BuildReport, EmbeddingModel, build
from index.errors import BuildLockedError, SettingError, WrongModelError
from index.library import Library
from index.passages import Passage, embedded_text
from index.store import Store
from tests.fakes import LetterEmbedder, Silent

Index = Callable[[], BuildReport]


def test_a_second_build_without_change_embeds_nothing_and_writes_nothing(
    folder: Path, store: Store, index: Index
) -> None:
    (folder / "a.md").write_text("# Alfa\n\nNjë koalicion.\n")
    first = index()
    files = sorted(store.folder.rglob("*"))
    second = index()
    assert (first.changed, second.changed) == (True, False)
    assert second.generation == first.generation
    assert sorted(store.folder.rglob("*")) == files


def test_a_changed_document_embeds_only_its_own_passages(
    folder: Path, index: Index, letters: LetterEmbedder
) -> None:
    (folder / "a.md").write_text("# Alfa\n\nNjë koalicion.\n")
    (folder / "b.md").write_text("# Beta\n\nNjë projekt.\n")
    index()
    letters.embedded.clear()
    (folder / "b.md").write_text("# Beta\n\nNjë projekt tjetër.\n")
    report = index()
    assert letters.embedded == ["Beta\nNjë projekt tjetër."]
    assert (report.embedded, report.passages) == (1, 2)


def test_a_deleted_document_is_gone_from_the_next_generation(
    folder: Path, store: Store, index: Index, letters: LetterEmbedder
) -> None:
    (folder / "a.md").write_text("Një koalicion.\n")
    (folder / "b.md").write_text("Një projekt.\n")
    index()
    library = Library(store, letters)
    (folder / "b.md").unlink()
    index()
    assert [info.id for info in library.snapshot().listing()] == ["a", "b"]
    assert library.reload_if_changed()
    assert [info.id for info in library.snapshot().listing()] == ["a"]


def test_a_running_library_moves_to_a_new_generation_and_an_old_snapshot_stays_readable(
    folder: Path, store: Store, index: Index, letters: LetterEmbedder
) -> None:
    (folder / "a.md").write_text("Një koalicion.\n")
    index()
    library = Library(store, letters)
    before = library.snapshot()
    for text in ("Dy koalicione.", "Tri koalicione.", "Katër koalicione."):
        (folder / "a.md").write_text(text)
        index()
    library.reload_if_changed()
    assert before.search("koalicion", 1).hits[0].stored.passage.text == "Një koalicion."
    now = library.snapshot().search("koalicion", 1).hits[0]
    assert now.stored.passage.text == "Katër koalicione."


def test_a_file_that_cannot_be_read_is_listed_and_stops_nothing(folder: Path, index: Index) -> None:
    (folder / "a.md").write_text("Një koalicion.\n")
    (folder / "b.pdf").write_text("not a PDF")
    (folder / "c.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    report = index()
    assert report.documents == 1
    assert [file.path for file in report.unread] == ["b.pdf", "c.doc"]
    assert all(file.reason for file in report.unread)


def test_the_same_content_twice_is_indexed_once(folder: Path, index: Index) -> None:
    (folder / "a.md").write_text("Një koalicion.\n")
    (folder / "b.md").write_text("Një koalicion.\n")
    report = index()
    assert report.documents == 1
    assert [(file.path, file.reason) for file in report.unread] == [
        ("b.md", "the same content as a.md")
    ]


def test_files_of_one_name_in_different_folders_get_different_ids(
    folder: Path, store: Store, index: Index, letters: LetterEmbedder
) -> None:
    for name in ("a b", "a-b"):
        (folder / f"{name}.md").write_text(f"Teksti {name}.\n")
    index()
    ids = [info.id for info in Library(store, letters).snapshot().listing()]
    assert len(set(ids)) == 2
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in ids)


def test_a_second_build_at_the_same_time_is_refused_at_once(
    folder: Path, store: Store, index: Index
) -> None:
    with store.building(), pytest.raises(BuildLockedError, match="Another build"):
        index()


def test_a_missing_folder_is_named(store: Store, letters: LetterEmbedder) -> None:
    model = EmbeddingModel("letters", lambda: letters)
    with pytest.raises(SettingError, match="does not exist"):
        build(Path("nowhere"), store, model, Silent())


def test_another_model_is_refused_until_the_store_is_built_with_it(
    folder: Path, store: Store, index: Index
) -> None:
    (folder / "a.md").write_text("Një koalicion.\n")
    index()
    other = LetterEmbedder("other")
    with pytest.raises(WrongModelError, match="run kuvend index"):
        Library(store, other)
    report = build(folder, store, EmbeddingModel("other", lambda: other), Silent())
    assert report.embedded == 1
    assert Library(store, other).condition().problems == ()


def test_an_empty_folder_makes_an_empty_generation_that_serves(
    store: Store, index: Index, letters: LetterEmbedder
) -> None:
    report = index()
    assert (report.documents, report.passages) == (0, 0)
    assert Library(store, letters).snapshot().search("çfarë", 5).hits == ()


def test_a_line_in_capitals_is_read_in_small_letters_and_short_names_as_they_are() -> None:
    said = "KAMPANIA PUBLIKE VETËDIJËSUSE e KOMF. Anëtarë: MVPT, TLAS, ADRA. NGO AKTIV TIRANA."
    read = embedded_text(Passage(said, 0, len(said)))
    assert read.startswith("kampania publike vetëdijësuse e KOMF.")
    assert read.endswith("MVPT, TLAS, ADRA. NGO AKTIV TIRANA.")
    assert len(read) == len(said)
