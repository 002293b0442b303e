"""Pages as real sites have them, with the lists and records that a person sees in each."""

from tests.records.shapes import bullets, chrome, headings, pages, paragraphs, prose, tables
from tests.records.shapes.shape import Shape, Wanted

SHAPES: tuple[Shape, ...] = (
    *bullets.SHAPES,
    *tables.SHAPES,
    *headings.SHAPES,
    *pages.SHAPES,
    *prose.SHAPES,
    *paragraphs.SHAPES,
    *chrome.SHAPES,
)

__all__ = ["SHAPES", "Shape", "Wanted"]
