"""PDF files."""

import pytest

from index.errors import UnreadableFileError
from index.reading import Limits
from tests.reading.conftest import Read, block_texts
from tests.reading.hostile_files import encrypted_pdf
from tests.reading.pdf_writer import PdfWriter, Text


def _lines(*lines: str, bottom: float = 700, left: float = 72, size: float = 12) -> list[Text]:
    return [Text(line, left, bottom - 14 * i, size) for i, line in enumerate(lines)]


def test_lines_are_joined_to_paragraphs_and_hyphens_undone(read: Read) -> None:
    page = _lines(
        "Koalicioni punon për mbrojtjen e fëmijëve në të gjithë vendin, me anë-",
        "tarët e vet dhe me ish-ministra e ish-",
        "deputetë të Kuvendit.",
    )
    assert read("a.pdf", PdfWriter().page(*page).bytes()).text == (
        "Koalicioni punon për mbrojtjen e fëmijëve në të gjithë vendin, me anëtarët e vet dhe me "
        "ish-ministra e ish-deputetë të Kuvendit."
    )


def test_white_space_parts_paragraphs(read: Read) -> None:
    page = [*_lines("Paragrafi i parë."), *_lines("Paragrafi i dytë.", bottom=660)]
    assert len(read("a.pdf", PdfWriter().page(*page).bytes()).blocks) == 2


def test_large_and_bold_lines_are_headings(read: Read) -> None:
    page = [
        Text("Misioni i koalicionit", size=20, bottom=760),
        Text("Anëtarët", font="bold", bottom=720),
        *_lines(*["Teksti vijon me fjalë të zakonshme dhe të gjata në çdo rresht."] * 8),
    ]
    document = read("a.pdf", PdfWriter().page(*page).bytes())
    assert block_texts(document, "heading") == ["Misioni i koalicionit", "Anëtarët"]
    assert document.metadata.title == "Misioni i koalicionit"


def test_list_entries_are_found(read: Read) -> None:
    page = _lines("1. Asambleja", "2. Bordi", "• Vatra", "ç) me ligj")
    document = read("a.pdf", PdfWriter().page(*page).bytes())
    assert block_texts(document, "item") == ["1. Asambleja", "2. Bordi", "- Vatra", "ç) me ligj"]


def test_pages_are_numbered_and_cover_their_text(read: Read) -> None:
    writer = PdfWriter()
    for number in ("Një", "Dy", "Tri"):
        writer.page(Text(f"{number} është numri i faqes."))
    document = read("a.pdf", writer.bytes())
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.text[document.pages[1].start :].startswith("Dy")


def test_a_paragraph_runs_on_over_the_page_end_and_the_notes(read: Read) -> None:
    first = [
        *_lines("Ligji mbron çdo fëmijë që", bottom=200),
        Text("1 Shih ligjin.", bottom=60, size=8),
    ]
    second = _lines("jeton në vend.", bottom=760) + _lines("Tekst tjetër.", bottom=700)
    document = read("a.pdf", PdfWriter().page(*first).page(*second).bytes())
    assert "Ligji mbron çdo fëmijë që jeton në vend." in block_texts(document)
    assert document.text[document.pages[1].start :].startswith("jeton")


def test_running_heads_and_page_numbers_are_dropped(read: Read) -> None:
    writer = PdfWriter()
    for number in range(1, 6):
        head, foot = Text("RAPORTI VJETOR 2020", bottom=810, size=9), Text(str(number), 290, 30)
        writer.page(head, Text(f"Kapitulli {'abcde'[number - 1]} flet për fëmijët."), foot)
    document = read("a.pdf", writer.bytes())
    assert "RAPORTI" not in document.text
    assert not any(character.isdigit() for character in document.text)


def test_footnote_marks_are_not_part_of_numbers(read: Read) -> None:
    page = [Text("Neni 6/1"), Text("2", left=124, bottom=704, size=7)]
    assert read("a.pdf", PdfWriter().page(*page).bytes()).text == "Neni 6/1"


def test_a_table_of_contents_is_left_out(read: Read) -> None:
    contents = _lines(*(f"Kreu {word} {'.' * 60} {i}" for i, word in enumerate("abcd")))
    document = read("a.pdf", PdfWriter().page(*contents).page(Text("Kreu a flet.")).bytes())
    assert document.text == "Kreu a flet."


def test_recognised_text_under_a_scan_is_read(read: Read) -> None:
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q "
    words = b"BT /regular 12 Tf 3 Tr 72 700 Td (fjala e njohur) Tj ET"
    assert read("a.pdf", PdfWriter().raw_page(picture + words).bytes()).text == "fjala e njohur"


def test_an_owner_password_alone_does_not_stop_reading(read: Read) -> None:
    assert read("a.pdf", encrypted_pdf("")).text == "Misioni i koalicionit"


def test_a_file_with_too_many_pages_is_refused(read: Read) -> None:
    document = PdfWriter().page(Text("a")).page(Text("b")).bytes()
    with pytest.raises(UnreadableFileError, match="more than 1 pages"):
        read("a.pdf", document, Limits(pages=1))
