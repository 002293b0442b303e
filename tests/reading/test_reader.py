"""The reader and its process: limits, refusals, and what goes on after them."""

import os
import time
from pathlib import Path

import pytest

from index.errors import UnreadableFileError
from index.reading import Limits, Reader, is_candidate
from index.reading.wire import decode_document
from tests.reading.hostile_files import (
    SHORT_PARAGRAPH,
    Hostile,
    hostile_files,
    many_paragraphs,
    write_hostile_files,
)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "shënim.md"
    path.write_text("# Misioni\n\nMbrojtja e fëmijëve.", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "hostile", [h for h in hostile_files() if not h.slow], ids=lambda hostile: hostile.name
)
def test_a_hostile_file_is_refused_with_its_reason(
    reader: Reader, tmp_path: Path, hostile: Hostile
) -> None:
    path = tmp_path / hostile.name
    path.write_bytes(hostile.content())
    with pytest.raises(UnreadableFileError) as refusal:
        reader.read(path)
    assert any(reason in str(refusal.value) for reason in hostile.reasons)


@pytest.mark.soak
def test_every_hostile_file_is_refused_within_35_seconds(tmp_path: Path, note: Path) -> None:
    reasons = write_hostile_files(tmp_path)
    with Reader() as reader:
        for name, possible in reasons.items():
            began = time.monotonic()
            with pytest.raises(UnreadableFileError) as refusal:
                reader.read(tmp_path / name)
            assert any(reason in str(refusal.value) for reason in possible), name
            assert time.monotonic() - began < 35, name
        assert reader.read(note).metadata.title == "Misioni"


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read(
    tmp_path: Path, note: Path
) -> None:
    (tmp_path / "bomb.docx").write_bytes(many_paragraphs(600_000, SHORT_PARAGRAPH))
    with Reader(Limits(wall_seconds=1)) as reader:
        began = time.monotonic()
        with pytest.raises(UnreadableFileError, match="took longer than 1 s"):
            reader.read(tmp_path / "bomb.docx")
        assert time.monotonic() - began < 3
        assert reader.read(note).text


def test_a_file_that_computes_too_long_is_refused(tmp_path: Path, note: Path) -> None:
    (tmp_path / "bomb.docx").write_bytes(many_paragraphs(300_000, SHORT_PARAGRAPH))
    with Reader(Limits(cpu_seconds=1)) as reader:
        with pytest.raises(UnreadableFileError, match="processor time"):
            reader.read(tmp_path / "bomb.docx")
        assert reader.read(note).text


def test_a_file_that_needs_too_much_memory_is_refused(tmp_path: Path, note: Path) -> None:
    (tmp_path / "bomb.docx").write_bytes(many_paragraphs(1_000_000))
    with Reader(Limits(memory_bytes=150 * 1024 * 1024)) as reader:
        with pytest.raises(UnreadableFileError, match=r"150 MB of memory|too much memory"):
            reader.read(tmp_path / "bomb.docx")
        assert reader.read(note).text


def test_a_file_with_too_much_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("fjalë " * 1000, encoding="utf-8")
    with (
        Reader(Limits(text_characters=1000)) as reader,
        pytest.raises(UnreadableFileError, match="MB of text"),
    ):
        reader.read(tmp_path / "long.txt")


def test_a_file_that_is_too_large_is_not_opened_further(tmp_path: Path, reader: Reader) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(500 * 1024 * 1024)
    with pytest.raises(UnreadableFileError, match="larger than 25 MB"):
        reader.read(tmp_path / "large.txt")


def test_links_and_pipes_are_not_followed(tmp_path: Path, reader: Reader, note: Path) -> None:
    (tmp_path / "link.md").symlink_to(note)
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(UnreadableFileError, match="a link"):
        reader.read(tmp_path / "link.md")
    with pytest.raises(UnreadableFileError, match="not an ordinary file"):
        reader.read(tmp_path / "pipe.md")


def test_a_file_that_is_gone_is_refused(tmp_path: Path, reader: Reader) -> None:
    with pytest.raises(UnreadableFileError, match="gone"):
        reader.read(tmp_path / "nuk-ekziston.md")


def test_a_killed_process_is_replaced(note: Path) -> None:
    with Reader() as reader:
        reader.read(note)
        process = reader._process._process
        assert process is not None
        process.kill()
        process.wait()
        assert reader.read(note).text


def test_closing_ends_the_process(note: Path) -> None:
    with Reader() as reader:
        reader.read(note)
        process = reader._process._process
    assert process is not None
    assert process.returncode is not None


def test_the_process_ends_when_its_input_does(note: Path) -> None:
    with Reader() as reader:
        reader.read(note)
        process = reader._process._process
        assert process is not None
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=5) == 0


def test_markdown_is_read_within_milliseconds(note: Path) -> None:
    with Reader() as reader:
        began = time.monotonic()
        reader.read(note)
        started = time.monotonic()
        for _ in range(20):
            reader.read(note)
        assert (time.monotonic() - started) / 20 < 0.05
        assert started - began < 1.5


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null\n",
        b'{"last": false, "text": 5, "blocks": [], "pages": [], "metadata": {}, "warnings": []}',
        b'{"text": "abc", "blocks": [["paragraph", 0, 9, 0]], "pages": [], '
        b'"metadata": {"tags": []}, "warnings": []}',
        b'{"text": "abc", "blocks": [["paragraph", 2, 3, 0], ["paragraph", 0, 1, 0]], "pages": [],'
        b' "metadata": {"tags": []}, "warnings": []}',
        b'{"text": "abc", "blocks": [["script", 0, 1, 0]], "pages": [], "metadata": {"tags": []},'
        b' "warnings": []}',
    ],
)
def test_an_answer_that_does_not_hold_together_is_refused(line: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="hold together"):
        decode_document(line)


@pytest.mark.parametrize("name", ["a.md", "b/c.DOC", "foto.jpg", "pa-prapashtesë"])
def test_visible_files_are_candidates(name: str) -> None:
    assert is_candidate(Path(name))


@pytest.mark.parametrize("name", [".fshehur.md", ".git/a.md", "~$raporti.docx", "Thumbs.db"])
def test_hidden_and_system_files_are_passed_over(name: str) -> None:
    assert not is_candidate(Path(name))
