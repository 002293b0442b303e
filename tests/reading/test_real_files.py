"""Real Albanian files, where they lie beside the project."""

from itertools import pairwise
from pathlib import Path

import pytest

from index.errors import UnreadableFileError
from index.reading import Document, Reader
from tests.reading.conftest import block_texts

_CONSTITUTION = "Kushtetuta e Republikes se Shqiperise.pdf"


def _page_of(document: Document, words: str) -> int:
    start = document.text.index(words)
    return next(page.number for page in document.pages if page.start <= start < page.end)


def test_every_file_with_text_is_read(reader: Reader, real_files: Path) -> None:
    for path in sorted(real_files.iterdir()):
        if path.suffix != ".doc":
            document = reader.read(path)
            assert "ë" in document.text
            assert "Ã" not in document.text
            assert "\ufffd" not in document.text


def test_the_old_word_file_is_refused(reader: Reader, real_files: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"old Word format; save it as \.docx or PDF"):
        reader.read(real_files / "Kunderpadi.doc")


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("Neni 6/1\n\nNdalohet zgjedhja", 2),
        ("Kryeqyteti i Republikës së Shqipërisë është Tirana.", 4),
        ("Neni 16\n\n1. Të drejtat e liritë themelore", 5),
        ("Jeta e personit mbrohet me ligj.", 6),
    ],
)
def test_articles_of_the_constitution_stand_on_their_pages(
    reader: Reader, real_files: Path, words: str, page: int
) -> None:
    assert _page_of(reader.read(real_files / _CONSTITUTION), words) == page


def test_the_manual_reads_without_its_running_head_and_hyphens(
    reader: Reader, real_files: Path
) -> None:
    document = reader.read(real_files / "Si te kerkojme ndihme nga dhuna ne familje.pdf")
    assert document.text.count("SI TË KËRKOJMË MBROJTJE NGA DHUNA NË FAMILJE") <= 3
    assert "gjendjes ekonomike, etnisë" in document.text
    assert "ish-bashkëshortë ose ish-partnerë" in document.text
    assert "Tel.: 04 2221892" in document.text


def test_text_outside_the_printed_page_is_left_out(reader: Reader, real_files: Path) -> None:
    document = reader.read(real_files / "leaflet for protection against discrimination_ ALB.pdf")
    assert "Dîner" not in document.text
    assert document.metadata.title == "LIGJI PËR MBROJTJEN NGA DISKRIMINIMI"


def test_the_members_of_bktf_are_nineteen_entries_under_their_heading(
    reader: Reader, real_pages: Path
) -> None:
    document = reader.read(real_pages / "002_0e2dbad2c8afda46.txt")
    texts = block_texts(document)
    members = texts[texts.index("3. Anëtarët e BKTF") + 1 :][:19]
    assert members[0] == "1. Terre Des Hommes in Albania and Kosovo"
    assert members[18] == "19. Qendra “Fëmijët Sot”"
    assert block_texts(document, "item") == [
        "1. Asambleja e Përgjithshme",
        "2. Komiteti Drejtues",
        "3. Sekretariati",
        *members,
    ]


def test_the_goals_of_komf_are_seven_blocks(reader: Reader, real_pages: Path) -> None:
    texts = block_texts(reader.read(real_pages / "000_51d7da8cdfdb6134.txt"))
    goals = texts[texts.index("Objektivat kryesore të Koalicionit janë:") + 1 :][:7]
    assert goals[0].startswith("Nxitja e miratimit")
    assert goals[6].startswith("Fuqizimi i kapaciteteve")


def test_the_pages_have_sane_titles_and_headings(reader: Reader, real_pages: Path) -> None:
    titles = []
    for path in sorted(real_pages.glob("*.txt")):
        document = reader.read(path)
        titles.append(document.metadata.title)
        assert 1 <= len(block_texts(document, "heading")) <= 8
        assert all(a.end < b.start for a, b in pairwise(document.blocks))
    assert titles[0] == "MISIONI"
    assert titles[2] == "Rreth Nesh"
    assert titles[3] == "AVOKIMI PËR ÇËSHTJET MË TË RËNDËSISHME TË KOMUNITETEVE PAKICË"
