"""The PDF reader: opens the file, and hands pages to the stages of this folder."""

import re
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as native

from index.errors import UnreadableFileError
from index.reading.builder import TextBuilder
from index.reading.document import Document, Metadata
from index.reading.hygiene import one_line
from index.reading.limits import Limits
from index.reading.pdf.assembly import add_pages
from index.reading.pdf.lines import PageLines
from index.reading.pdf.margins import without_margins
from index.reading.pdf.page_lines import read_lines

_FILE_NAME = re.compile(r"\.\w{2,5}\Z|^Microsoft ", re.IGNORECASE)
_MAX_TITLE_CHARACTERS = 120
_HIDDEN_LETTERS = 10  # fewer are leftovers of layout


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Read a PDF with its page numbers; hyphenation, running heads and feet are undone.

    Raises ``UnreadableFileError`` if it needs a password, is damaged, has too many pages, or has
    no text (a scan).
    """
    with _opened(data) as document:
        if len(document) > limits.pages:
            raise UnreadableFileError(f"has more than {limits.pages} pages")
        title = _title(document)
        pages = list(_pages(document))
    builder = TextBuilder(limits)
    if sum(page.hidden_letters for page in pages) >= _HIDDEN_LETTERS:
        builder.warn("text that cannot be seen was left out")
    shown_title = add_pages(builder, without_margins(pages))
    return builder.build(Metadata(title=title or shown_title), nothing="no text found (scanned?)")


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == native.FPDF_ERR_PASSWORD:
            raise UnreadableFileError("password protected") from error
        if error.err_code == native.FPDF_ERR_SECURITY:
            raise UnreadableFileError("protected in a way that cannot be opened") from error
        raise UnreadableFileError("damaged: the PDF cannot be opened") from error


def _pages(document: pdfium.PdfDocument) -> Iterator[PageLines]:
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            continue  # one damaged page does not cost the others
        yield read_lines(page, index + 1)
        page.close()


def _title(document: pdfium.PdfDocument) -> str | None:
    """The declared title, unless it is a file name or the first words of the text."""
    title = one_line(document.get_metadata_value("Title"))
    if not title or len(title) > _MAX_TITLE_CHARACTERS or _FILE_NAME.search(title):
        return None
    return title
