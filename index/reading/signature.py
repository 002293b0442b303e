"""Does a file hold what its name says? Suffix and first bytes must agree."""

import re

from index.errors import UnreadableFileError

SUPPORTED_SUFFIXES = (
    ".md",
    ".markdown",
    ".txt",
    ".html",
    ".htm",
    ".pdf",
    ".docx",
    ".csv",
    ".xlsx",
)
TEXT_SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm", ".csv")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OFFICE_PARTS = {".docx": b"word/", ".xlsx": b"xl/"}
_SAVE_AS = {
    ".doc": "old Word format; save it as .docx or PDF",
    ".dot": "old Word format; save it as .docx or PDF",
    ".xls": "old Excel format; save it as .xlsx",
    ".ppt": "old PowerPoint format; save it as PDF",
    ".rtf": "rich text format; save it as .docx or PDF",
    ".odt": "OpenDocument format; save it as .docx or PDF",
    ".ods": "OpenDocument format; save it as .xlsx",
    ".pages": "Pages format; export it as .docx or PDF",
    ".pptx": "PowerPoint format; save it as PDF",
    ".docm": "Word format with macros; save it as .docx",
    ".xlsm": "Excel format with macros; save it as .xlsx",
}
_FOREIGN = (
    (b"%PDF-", "a PDF"),
    (_ZIP, "a zip archive or Office file"),
    (_OLE, "an old Office file"),
    (b"{\\rtf", "rich text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "compressed data"),
)
_UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_HTML_START = re.compile(rb"\s*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def check_suffix(suffix: str) -> None:
    """Raise ``UnreadableFileError`` with advice if this (lower-case) suffix is not read."""
    if suffix not in SUPPORTED_SUFFIXES:
        raise UnreadableFileError(_unsupported(suffix))


def check_content(suffix: str, data: bytes) -> None:
    """Raise ``UnreadableFileError`` if the bytes are not what the (lower-case) suffix says."""
    check_suffix(suffix)
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n\x0b\x0c"):
        raise UnreadableFileError("empty")
    if suffix == ".pdf":
        _check_pdf(data)
    elif suffix in _OFFICE_PARTS:
        _check_office(suffix, data)
    else:
        _check_text(suffix, data)


def _unsupported(suffix: str) -> str:
    known = ", ".join(SUPPORTED_SUFFIXES)
    return _SAVE_AS.get(suffix, f"{suffix or 'nameless'} files are not read; the formats: {known}")


def _check_pdf(data: bytes) -> None:
    # Readers accept a few bytes of mail header before the mark, but not another format's mark.
    foreign = _foreign(data)
    if b"%PDF-" not in data[:1024] or foreign not in (None, "a PDF"):
        raise UnreadableFileError(f"named .pdf but holds {foreign or 'something else'}")


def _check_office(suffix: str, data: bytes) -> None:
    if data.startswith(_OLE):
        # Word and Excel wrap a protected file in the container of the old formats.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFileError("password protected")
        raise UnreadableFileError(_SAVE_AS[suffix[:-1]])
    if not data.startswith(_ZIP):
        raise UnreadableFileError(f"named {suffix} but holds {_foreign(data) or 'something else'}")
    if _OFFICE_PARTS[suffix] not in data:
        raise UnreadableFileError(f"named {suffix} but holds another kind of zip archive")


def _check_text(suffix: str, data: bytes) -> None:
    foreign = _foreign(data)
    if foreign is not None:
        raise UnreadableFileError(f"named {suffix} but holds {foreign}")
    if suffix in (".txt", ".csv") and _HTML_START.match(data):
        raise UnreadableFileError(f"named {suffix} but holds a web page; rename it to .html")
    if not data.startswith(_UNICODE_MARKS) and _mostly_binary(data[:65536]):
        raise UnreadableFileError(f"named {suffix} but holds binary data")


def _mostly_binary(sample: bytes) -> bool:
    """A stray control byte is only removed; NULs by the dozen mean that this is not text."""
    return len(_BINARY.findall(sample)) * 100 > len(sample)


def _foreign(data: bytes) -> str | None:
    return next((name for mark, name in _FOREIGN if data.startswith(mark)), None)
