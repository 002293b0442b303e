"""Passages: where documents are cut, and that every offset is true."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import OffsetError, UnreadableFileError
from index.passages import MAX_CHARACTERS, MAX_LIST_CHARACTERS, Passage, split
from index.reading import Block, BlockKind, Document, Page, Reader, read_plain_text


def _markdown(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8")
    with Reader() as reader:
        return reader.read(path)


def _texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]


def test_a_passage_never_crosses_a_heading(tmp_path: Path) -> None:
    document = _markdown(tmp_path, "# Alfa\n\nNjë.\n\n## Beta\n\nDy.\n\nTri.\n")
    passages = split(document)
    assert _texts(passages) == ["Një.", "Dy.\n\nTri."]
    assert [passage.section for passage in passages] == ["Alfa", "Beta"]


def test_a_list_stays_with_the_line_that_introduces_it(tmp_path: Path) -> None:
    filler = "Fjali e gjatë për diçka tjetër. " * 25
    members = "\n".join(f"- Organizata {number}" for number in range(30))
    text = f"# Alfa\n\n{filler}\n\nAnëtarët janë:\n\n{members}\n"
    passages = split(_markdown(tmp_path, text))
    assert passages[1].text.startswith("Anëtarët janë:")
    assert passages[1].text.endswith("- Organizata 29")


def test_a_list_too_long_for_one_passage_carries_its_introduction_on(tmp_path: Path) -> None:
    members = "\n".join(f"- Organizata me emër të gjatë numër {number}" for number in range(100))
    passages = split(_markdown(tmp_path, f"Anëtarët janë:\n\n{members}\n"))
    assert len(passages) > 1
    assert passages[0].context == ""
    assert {passage.context for passage in passages[1:]} == {"Anëtarët janë:"}
    assert all(len(passage.text) <= MAX_LIST_CHARACTERS for passage in passages)


def test_each_row_of_a_spreadsheet_is_a_passage() -> None:
    text = "Emri: A | Qyteti: Tiranë\nEmri: B | Qyteti: Pejë"
    end = text.index("\n")
    rows = (Block(BlockKind.ROW, 0, end), Block(BlockKind.ROW, end + 1, len(text)))
    assert _texts(split(Document(text, rows), rows_alone=True)) == text.split("\n")
    assert _texts(split(Document(text, rows))) == [text]


def test_a_passage_knows_its_page_and_never_crosses_one() -> None:
    text = "Faqja një.\n\nFaqja dy."
    blocks = (Block(BlockKind.PARAGRAPH, 0, 10), Block(BlockKind.PARAGRAPH, 12, 21))
    passages = split(Document(text, blocks, (Page(1, 0, 11), Page(2, 11, 21))))
    assert [(p.text, p.page) for p in passages] == [("Faqja një.", 1), ("Faqja dy.", 2)]


def test_a_text_of_one_line_is_a_passage_though_it_reads_as_a_title() -> None:
    assert _texts(split(read_plain_text("Qendra për Mbrojtjen e Viktimave"))) == [
        "Qendra për Mbrojtjen e Viktimave"
    ]


def test_offsets_that_are_not_true_are_refused() -> None:
    with pytest.raises(OffsetError):
        split(Document("Tekst", (Block(BlockKind.PARAGRAPH, 3, 3),)))


@given(st.text(max_size=4_000))
def test_every_passage_is_the_text_at_its_offsets_and_no_word_is_lost(raw: str) -> None:
    try:
        document = read_plain_text(raw)
    except UnreadableFileError:
        return  # nothing but spaces and control characters
    passages = split(document)
    covered = set[int]()
    for passage in passages:
        assert document.text[passage.start : passage.end] == passage.text
        assert len(passage.text) <= MAX_LIST_CHARACTERS
        covered.update(range(passage.start, passage.end))
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING:
            missed = set(range(block.start, block.end)) - covered
            assert not "".join(document.text[at] for at in sorted(missed)).strip()


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    sentences = " ".join(f"Fjalia numër {number} flet për fëmijët." for number in range(80))
    passages = split(Document(sentences, (Block(BlockKind.PARAGRAPH, 0, len(sentences)),)))
    assert all(p.text.endswith(".") and len(p.text) <= MAX_CHARACTERS for p in passages)
