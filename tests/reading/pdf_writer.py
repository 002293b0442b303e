"""Writes small PDF files for tests: text at places, in sizes, colours and modes."""

import zlib
from dataclasses import dataclass, field

_FONTS = {"regular": "Helvetica", "bold": "Helvetica-Bold"}


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``left`` and ``bottom`` in points from the lower left corner."""

    text: str
    left: float = 72
    bottom: float = 700
    size: float = 12
    font: str = "regular"
    mode: int = 0
    grey: float = 0


@dataclass(slots=True)
class PdfWriter:
    """Collects pages of 595 x 842 points and writes them as one file."""

    streams: list[bytes] = field(default_factory=list)

    def page(self, *texts: Text, drawing: str = "") -> "PdfWriter":
        """Add a page with lines of text on top of a drawing (PDF operators)."""
        operators = [drawing.encode("latin-1"), *map(_operators, texts)]
        return self.raw_page(b"\n".join(operators))

    def raw_page(self, operators: bytes) -> "PdfWriter":
        """Add a page from its operators."""
        self.streams.append(operators)
        return self

    def bytes(self) -> bytes:
        """Return the file."""
        count = len(self.streams)
        fonts = b" ".join(
            b"/%s << /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
            % (name.encode(), base.encode())
            for name, base in _FONTS.items()
        )
        kids = b" ".join(b"%d 0 R" % (3 + 2 * i) for i in range(count))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] "
            b"/Resources << /Font << %s >> >> >>" % (kids, count, fonts),
        ]
        for index, stream in enumerate(self.streams):
            packed = zlib.compress(stream, 9)
            objects.append(b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>" % (4 + 2 * index))
            objects.append(
                b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
                % (len(packed), packed)
            )
        return _file(objects)


def _operators(text: Text) -> bytes:
    shown = text.text.encode("cp1252").replace(b"\\", b"\\\\")
    shown = shown.replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf %d Tr %g g 1 0 0 1 %g %g Tm (%s) Tj ET" % (
        text.font.encode(),
        text.size,
        text.mode,
        text.grey,
        text.left,
        text.bottom,
        shown,
    )


def _file(objects: list[bytes]) -> bytes:
    written = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(written))
    )
