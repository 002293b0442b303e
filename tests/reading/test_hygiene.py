"""What reaches the stored text, and in which encoding it was understood."""

import unicodedata

import pytest

from index.reading.hygiene import clean
from tests.reading.conftest import Read
from tests.reading.office_writer import docx_with_body
from tests.reading.pdf_writer import PdfWriter, Text

_SENTENCE = "Fëmijët janë “çdo gjë” – Çështje Ëndrre"


@pytest.mark.parametrize(
    "content",
    [
        _SENTENCE.encode("utf-8"),
        _SENTENCE.encode("utf-8-sig"),
        _SENTENCE.encode("utf-16"),
        b"\xfe\xff" + _SENTENCE.encode("utf-16-be"),
        _SENTENCE.encode("cp1252"),
        unicodedata.normalize("NFD", _SENTENCE).encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "windows-1252", "decomposed"],
)
def test_albanian_letters_are_right_in_every_encoding(read: Read, content: bytes) -> None:
    document = read("a.txt", content)
    assert document.text == _SENTENCE
    assert document.warnings == ()


def test_an_ambiguous_8_bit_file_is_read_with_a_warning(read: Read) -> None:
    document = read("a.txt", "Udruženje čuva djecu".encode("cp1250"))
    assert "Windows-1252" in document.warnings[0]


def test_a_stray_byte_does_not_spoil_a_utf8_file(read: Read) -> None:
    document = read("a.txt", "Fëmijët dhe ".encode() + b"f\xebmija")
    assert document.text == "Fëmijët dhe fëmija"
    assert document.warnings


def test_letters_encoded_twice_are_noticed(read: Read) -> None:
    document = read("a.txt", "Fëmijët".encode().decode("cp1252").encode())
    assert "twice" in document.warnings[0]


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("fe\u0308mije\u0308", "fëmijë"),
        ("a\u200bb\u2060c\ufeffd\u00ade", "abcde"),
        ("a\u202eb\u2066c", "abc"),
        ("a\U000e0041\U000e0042b", "ab"),
        ("a\x00b\x07c", "abc"),
        ("a\u00a0b\tc", "a b c"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_cannot_be_seen_is_removed(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_at_most_eight_marks_stay_on_a_letter() -> None:
    assert len(clean("x" + "\u0316" * 100_000)) == 9


_HIDDEN = "FSHEHUR"


@pytest.mark.parametrize(
    "markup",
    [
        f"<!-- {_HIDDEN} -->",
        f'<p style="display: none">{_HIDDEN}</p>',
        f"<div hidden><p>{_HIDDEN}</p></div>",
        f'<p style="color:#fff">{_HIDDEN}</p>',
        f'<p style="font-size:0px">{_HIDDEN}</p>',
        f'<p style="position:absolute;left:-9999px">{_HIDDEN}</p>',
        f"<style>.h{{display:none}}</style><p class='a h'>{_HIDDEN}</p>",
        f"<script>{_HIDDEN}</script>",
        f"<template>{_HIDDEN}</template>",
        f'<img alt="{_HIDDEN}" src="x">',
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_hidden_markup_is_not_read(read: Read, name: str, markup: str) -> None:
    document = read(name, f"<p>Para</p>\n\n{markup}\n\n<p>Pas</p>\n")
    assert document.text == "Para\n\nPas"


def test_white_letters_on_a_declared_background_are_read(read: Read) -> None:
    page = '<div style="background:#003"><p style="color:white">Titulli</p></div>'
    assert read("a.html", page).text == "Titulli"


@pytest.mark.parametrize(
    "properties",
    ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>', "<w:strike/>"],
)
def test_hidden_word_text_is_not_read(read: Read, properties: str) -> None:
    body = (
        "<w:p><w:r><w:t>Para </w:t></w:r>"
        f"<w:r><w:rPr>{properties}</w:rPr><w:t>{_HIDDEN}</w:t></w:r>"
        "<w:del><w:r><w:delText>e fshirë</w:delText></w:r></w:del>"
        "<w:r><w:t>pas</w:t></w:r></w:p>"
    )
    document = read("a.docx", docx_with_body(body))
    assert document.text == "Para pas"
    assert "cannot be seen" in document.warnings[0]


@pytest.mark.parametrize(
    "hidden",
    [
        Text(_HIDDEN * 3, bottom=600, mode=3),
        Text(_HIDDEN * 3, bottom=600, grey=1),
        Text(_HIDDEN * 3, bottom=600, size=1),
        Text(_HIDDEN * 3, bottom=-100),
    ],
    ids=["unpainted", "white", "tiny", "off the page"],
)
def test_hidden_pdf_text_is_not_read(read: Read, hidden: Text) -> None:
    document = read("a.pdf", PdfWriter().page(Text("Shihet"), hidden).bytes())
    assert document.text == "Shihet"
    assert "cannot be seen" in document.warnings[0]


def test_white_pdf_text_on_a_dark_ground_is_read(read: Read) -> None:
    page = PdfWriter().page(Text("Titulli", grey=1), drawing="0.2 g 50 650 400 100 re f")
    assert read("a.pdf", page.bytes()).text == "Titulli"
