"""Decides which letters of a page a reader can see."""

import pypdfium2 as pdfium
import pypdfium2.raw as native

from index.reading.pdf.glyphs import Box, Look

_TINY_POINTS = 2.0
_PICTURE_SHARE = 0.5  # of the page: a scan with its recognised text laid under it
_MAX_PIXELS = 2000
_SCALE = 2.0  # pixels per point
_CONTRAST = 24  # of 255


class Visibility:
    """Answers for one page; the page is only painted if some letters are white."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        left, bottom, right, top = page.get_cropbox()
        self._frame = Box(left, bottom, right, top)
        self._painted: _Painting | None = None
        self._scanned: bool | None = None

    def sees(self, look: Look, box: Box) -> bool:
        """Say whether a letter of this look at this place can be seen."""
        if look.size < _TINY_POINTS or not self._on_page(box):
            return False
        if look.unpainted:
            return self._is_scan()
        return not look.white or self._stands_out(box)

    def _on_page(self, box: Box) -> bool:
        across = self._frame.left <= box.right and box.left <= self._frame.right
        middle = (box.bottom + box.top) / 2
        return across and self._frame.bottom <= middle <= self._frame.top

    def _is_scan(self) -> bool:
        """Unpainted text is what text recognition lays under a scanned page."""
        if self._scanned is None:
            page = (self._frame.right - self._frame.left) * (self._frame.top - self._frame.bottom)
            pictures = self._page.get_objects(filter=[native.FPDF_PAGEOBJ_IMAGE], max_depth=3)
            self._scanned = any(
                _area(*picture.get_bounds()) >= page * _PICTURE_SHARE for picture in pictures
            )
        return self._scanned

    def _stands_out(self, box: Box) -> bool:
        if self._painted is None:
            self._painted = _Painting(self._page, self._frame)
        return self._painted.contrast(box) >= _CONTRAST


class _Painting:
    """The page as grey pixels."""

    def __init__(self, page: pdfium.PdfPage, frame: Box) -> None:
        longest = max(frame.right - frame.left, frame.top - frame.bottom, 1.0)
        self._scale = min(_SCALE, _MAX_PIXELS / longest)
        self._frame = frame
        bitmap = page.render(scale=self._scale, grayscale=True, may_draw_forms=False)
        self._width, self._height, self._stride = bitmap.width, bitmap.height, bitmap.stride
        self._pixels = bytes(bitmap.buffer)

    def contrast(self, box: Box) -> int:
        """Difference between the lightest and the darkest pixel of a place, 0 to 255."""
        left = max(int((box.left - self._frame.left) * self._scale), 0)
        right = min(int((box.right - self._frame.left) * self._scale) + 1, self._width)
        first = max(int((self._frame.top - box.top) * self._scale), 0)
        last = min(int((self._frame.top - box.bottom) * self._scale) + 1, self._height)
        rows = [
            self._pixels[row * self._stride + left : row * self._stride + right]
            for row in range(first, last)
        ]
        shades = b"".join(rows)
        return max(shades) - min(shades) if shades else 0


def _area(left: float, bottom: float, right: float, top: float) -> float:
    return max(right - left, 0.0) * max(top - bottom, 0.0)
