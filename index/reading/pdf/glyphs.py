"""Reads the letters of a page through PDFium: code, place and look of each.

PDFium (the PDF engine of Chromium) was chosen over pypdf after reading three real Albanian files
with both: the same words but for the case of some letters, which PDFium has right, in a quarter
to a twenty-eighth of the time; and it gives the place of every letter.
Its functions: https://pdfium.googlesource.com/pdfium/+/main/public/fpdf_text.h
"""

import ctypes
import math
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as native

INVISIBLE_MODES = (3, 7)  # text that is neither filled nor stroked, PDF 32000-1, table 106
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")


@dataclass(frozen=True, slots=True)
class Look:
    """How one run of letters is painted; ``size`` in points as printed."""

    size: float
    bold: bool
    white: bool
    unpainted: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """One letter; ``look`` is ``None`` for spaces and line ends that PDFium puts in itself."""

    index: int
    code: int
    look: Look | None


class PageText:
    """The text of one page, letter by letter in reading order."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._text = page.get_textpage()

    def glyphs(self) -> Iterator[Glyph]:
        """Yield every letter; the look is computed once for each run of letters."""
        handle = self._text.raw
        run, look = 0, None
        for index in range(native.FPDFText_CountChars(handle)):
            code = native.FPDFText_GetUnicode(handle, index)
            if code > sys.maxunicode:
                continue
            painted = native.FPDFText_GetTextObject(handle, index)
            if not painted:
                yield Glyph(index, code, None)
                continue
            address = ctypes.addressof(painted.contents)
            if address != run:
                run, look = address, self._look(index, painted)
            yield Glyph(index, code, look)

    def box(self, index: int) -> Box:
        """Return the place of a letter, from the font's lowest to its highest point."""
        return Box(*self._text.get_charbox(index, loose=True))

    def _look(self, index: int, painted: object) -> Look:
        handle = self._text.raw
        matrix = native.FS_MATRIX()
        native.FPDFText_GetMatrix(handle, index, matrix)
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        mode = native.FPDFTextObj_GetTextRenderMode(painted)
        return Look(
            size=round(native.FPDFText_GetFontSize(handle, index) * scale, 1),
            bold=self._is_bold(index),
            white=self._is_white(index),
            unpainted=mode in INVISIBLE_MODES,
        )

    def _is_bold(self, index: int) -> bool:
        if native.FPDFText_GetFontWeight(self._text.raw, index) >= _BOLD_WEIGHT:
            return True
        name = ctypes.create_string_buffer(128)
        flags = ctypes.c_int()
        native.FPDFText_GetFontInfo(self._text.raw, index, name, 128, flags)
        return any(sign in name.value.decode("latin-1").lower() for sign in _BOLD_NAMES)

    def _is_white(self, index: int) -> bool:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        native.FPDFText_GetFillColor(self._text.raw, index, red, green, blue, alpha)
        faint = min(red.value, green.value, blue.value) >= 235
        return faint or alpha.value < 24
