"""Writes DOCX and XLSX files for tests, well-formed ones and ones with chosen parts."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

import docx
from docx.document import Document as WordDocument
from openpyxl import Workbook

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT_PART = "word/document.xml"


def docx_bytes(write: Callable[[WordDocument], object]) -> bytes:
    """Return a Word file that ``write`` has filled."""
    document = docx.Document()
    write(document)
    return _saved(document.save)


def docx_with_body(body: str, prolog: str = "") -> bytes:
    """Return a Word file whose document part has this XML inside ``w:body``."""
    xml = f"<?xml version='1.0' encoding='UTF-8'?>{prolog}<w:document {W}><w:body>{body}"
    return with_parts(
        docx_bytes(lambda _: None), {DOCUMENT_PART: f"{xml}</w:body></w:document>".encode()}
    )


def with_parts(archive: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return an archive with some parts replaced or added."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target,
    ):
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            target.writestr(name, content)
    return output.getvalue()


def xlsx_bytes(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """Return a workbook with these sheets."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return _saved(workbook.save)


def _saved(save: Callable[[io.BytesIO], object]) -> bytes:
    output = io.BytesIO()
    save(output)
    return output.getvalue()
