"""Chooses the reader of a format; each is imported only when a file needs it."""

from collections.abc import Callable

from index.errors import UnreadableFileError
from index.reading.document import Document
from index.reading.limits import Limits
from index.reading.signature import check_content

FormatReader = Callable[[bytes, Limits], Document]


def parse(suffix: str, data: bytes, limits: Limits) -> Document:
    """Turn a file's bytes into a document, in this process and so without its protection.

    ``suffix`` is the end of the file's name in lower case, dot included. Raises
    ``UnreadableFileError`` with the reason; ``MemoryError`` and ``RecursionError`` can come out of
    a hostile file, which is why ``Reader`` does this in a process of its own.
    """
    check_content(suffix, data)
    return _reader(suffix)(data, limits)


def _reader(suffix: str) -> FormatReader:
    match suffix:
        case ".md" | ".markdown":
            from index.reading.markdown_file import read_markdown

            return read_markdown
        case ".txt":
            from index.reading.text_file import read_text

            return read_text
        case ".html" | ".htm":
            from index.reading.html_file import read_html

            return read_html
        case ".csv":
            from index.reading.csv_file import read_csv

            return read_csv
        case ".pdf":
            from index.reading.pdf import read_pdf

            return read_pdf
        case ".docx":
            from index.reading.word import read_docx

            return read_docx
        case ".xlsx":
            from index.reading.xlsx_file import read_xlsx

            return read_xlsx
    raise UnreadableFileError(f"no reader for {suffix} files")
