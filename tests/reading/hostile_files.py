"""Files that try to harm or fool the reader, each with the reason it must be refused for.

Used by the tests with small limits, and by the bench with the real ones.
"""

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pypdf import PdfReader
from pypdf import PdfWriter as PypdfWriter

from tests.reading.office_writer import docx_bytes, docx_with_body, with_parts, xlsx_bytes
from tests.reading.pdf_writer import PdfWriter, Text

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHORT_PARAGRAPH = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
_PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file to write, and words of which one must stand in the reason for its refusal."""

    name: str
    content: Callable[[], bytes]
    reasons: tuple[str, ...]
    may_be_read: bool = False  # harmless where the parser copes with it
    slow: bool = False  # costs seconds or much memory before it is refused


def hostile_files() -> tuple[Hostile, ...]:
    """Return every hostile file that is written from bytes."""
    return (*_bombs(), *_archives(), *_locked(), *_impostors(), *_without_text())


def write_hostile_files(folder: Path) -> dict[str, tuple[str, ...]]:
    """Write them all, a link and a pipe too, into a folder; return name -> possible reasons.

    Left out are files that a parser may cope with and read, as they prove nothing in a folder.
    """
    reasons: dict[str, tuple[str, ...]] = {}
    for hostile in hostile_files():
        if not hostile.may_be_read:
            (folder / hostile.name).write_bytes(hostile.content())
            reasons[hostile.name] = hostile.reasons
    (folder / "link.md").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.txt")
    return reasons | {"link.md": ("a link",), "pipe.txt": ("not an ordinary file",)}


def slow_pdf() -> bytes:
    """A small file with 450,000 text operations on one page."""
    lines = (b"1 0 0 1 %d %d Tm (fjala) Tj" % (i % 500, i % 800) for i in range(450_000))
    return PdfWriter().raw_page(b"BT /regular 9 Tf\n" + b"\n".join(lines) + b" ET").bytes()


def many_paragraphs(count: int, paragraph: str = "<w:p/>") -> bytes:
    """A Word file of equal paragraphs, with ballast so that its ratio looks harmless."""
    ballast = {"word/media/ballast.bin": os.urandom(count * len(paragraph) // 150)}
    return with_parts(docx_with_body(paragraph * count), ballast)


def _bombs() -> tuple[Hostile, ...]:
    too_long = "Fjali e gjatë pa fund. " * 300_000
    needs_too_much = ("took longer", "needed more", "MB of text", "too much memory")
    return (
        Hostile(
            "one-million-paragraphs.docx",
            lambda: many_paragraphs(1_000_000),
            ("empty", *needs_too_much),
            slow=True,
        ),
        Hostile(
            "five-million-paragraphs.docx",
            lambda: many_paragraphs(5_000_000),
            ("empty", *needs_too_much),
            slow=True,
        ),
        Hostile(
            "short-paragraphs.docx",
            lambda: many_paragraphs(2_700_000, SHORT_PARAGRAPH),
            needs_too_much,
            slow=True,
        ),
        Hostile(
            "paragraphs-packed.docx",
            lambda: docx_with_body("<w:p/>" * 5_000_000),
            ("times its size",),
            slow=True,
        ),
        Hostile(
            "two-hundred-megabytes.docx",
            lambda: docx_with_body("<w:p>" + " " * 200_000_000),
            ("unpacks to more",),
            slow=True,
        ),
        Hostile(
            "text-operations.pdf",
            slow_pdf,
            ("took longer", "more than"),
            may_be_read=True,
            slow=True,
        ),
        Hostile(
            "flate.pdf",
            lambda: PdfWriter().raw_page(b" " * 100_000_000).bytes(),
            ("no text", *needs_too_much),
            slow=True,
        ),
        Hostile("endless.txt", too_long.encode, ("more than 5 MB",), slow=True),
        Hostile("endless.md", too_long.encode, ("more than 5 MB", *needs_too_much), slow=True),
        Hostile("huge.txt", lambda: b"fjala " * 5_000_000, ("larger than 25 MB",), slow=True),
        Hostile(
            "cells.xlsx", lambda: _far_cell(" " * 150_000_000), ("unpacks to more",), slow=True
        ),
        Hostile("pages.pdf", lambda: _many_pages(2_001), ("more than 2000 pages",), slow=True),
    )


def _archives() -> tuple[Hostile, ...]:
    entity = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    plain = docx_bytes(lambda document: document.add_paragraph("Tekst"))
    return (
        Hostile(
            "external-entity.docx",
            lambda: docx_with_body("<w:p><w:r><w:t>A&e;B</w:t></w:r></w:p>", entity),
            ("DOCTYPE",),
        ),
        Hostile(
            "entities.docx",
            lambda: docx_with_body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", laughs),
            ("DOCTYPE",),
        ),
        Hostile(
            "slip.docx", lambda: with_parts(plain, {"../../etc/x.xml": b"<a/>"}), ("leads outside",)
        ),
        Hostile(
            "nested.docx",
            lambda: with_parts(plain, {"word/inner.zip": plain}),
            ("another archive",),
        ),
        Hostile(
            "many-parts.docx",
            lambda: with_parts(plain, {f"word/{i}.xml": b"<a/>" for i in range(2_001)}),
            ("more than 2000 parts",),
        ),
        Hostile("cut.docx", lambda: plain[: len(plain) // 2], ("damaged",)),
        Hostile("cut.pdf", lambda: PdfWriter().page(Text("Tekst")).bytes()[:200], ("damaged",)),
        Hostile("cut.xlsx", lambda: xlsx_bytes({"Fleta": [["a", "b"]]})[:-80], ("damaged",)),
    )


def _locked() -> tuple[Hostile, ...]:
    protected = _OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    return (
        Hostile("locked.pdf", lambda: encrypted_pdf("sekret"), ("password protected",)),
        Hostile("locked.docx", lambda: protected, ("password protected",)),
    )


def _impostors() -> tuple[Hostile, ...]:
    pdf = PdfWriter().page(Text("Tekst")).bytes()
    return (
        Hostile("old.doc", lambda: _OLE + bytes(600), ("old Word format",)),
        Hostile("old-renamed.docx", lambda: _OLE + bytes(600), ("old Word format",)),
        Hostile("picture.txt", lambda: _PICTURE, ("holds a picture",)),
        Hostile("picture.jpg", lambda: _PICTURE, (".jpg files are not read",)),
        Hostile("words.pdf", lambda: b"vetem fjale", ("named .pdf",)),
        Hostile("pdf.md", lambda: pdf, ("holds a PDF",)),
        Hostile("zip-and-pdf.pdf", lambda: _zip({"a.txt": b"x"}) + pdf, ("named .pdf",)),
        Hostile("sheet.docx", lambda: xlsx_bytes({"Fleta": [["a"]]}), ("another kind",)),
        Hostile("page.txt", lambda: b"<!DOCTYPE html><p>x", ("holds a web page",)),
        Hostile("binary.csv", lambda: os.urandom(5000) + bytes(500), ("binary",)),
    )


def _without_text() -> tuple[Hostile, ...]:
    frame = "0.5 g 50 50 400 600 re f"
    return (
        Hostile("empty.md", lambda: b"", ("empty",)),
        Hostile("spaces.txt", lambda: b" \n\t\r\n ", ("empty",)),
        Hostile("mark-only.txt", lambda: b"\xef\xbb\xbf", ("empty",)),
        Hostile("invisible.md", "\u200b\u2060\ufeff\n\u202e".encode, ("empty",)),
        Hostile("scanned.pdf", lambda: PdfWriter().page(drawing=frame).bytes(), ("scanned",)),
        Hostile("nothing.html", lambda: b"<html><script>1</script></html>", ("no text",)),
    )


def encrypted_pdf(user_password: str) -> bytes:
    """A PDF with an owner password, and a user password unless that is empty."""
    writer = PypdfWriter(clone_from=PdfReader(io.BytesIO(_plain_pdf())))
    writer.encrypt(user_password, "pronari", algorithm="RC4-128")
    output = io.BytesIO()
    writer.write(output)
    return output.getvalue()


def _plain_pdf() -> bytes:
    return PdfWriter().page(Text("Misioni i koalicionit")).bytes()


def _many_pages(count: int) -> bytes:
    writer = PdfWriter()
    for _ in range(count):
        writer.page(Text("Faqe"))
    return writer.bytes()


def _far_cell(content: str) -> bytes:
    sheet = f'<worksheet><sheetData><row r="1048576"><c>{content}</c></row></sheetData></worksheet>'
    return with_parts(xlsx_bytes({"F": [["a"]]}), {"xl/worksheets/sheet1.xml": sheet.encode()})


def _zip(parts: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return output.getvalue()
