"""Reads files: bytes -> ``Document``, each format in its own module, all in a limited process.

with Reader() as reader:
    document = reader.read(Path("documents/mission.md"))
"""

from index.reading.document import Block, BlockKind, Document, Metadata, Page, Part
from index.reading.limits import Limits
from index.reading.reader import Reader, is_candidate
from index.reading.signature import SUPPORTED_SUFFIXES
from index.reading.text_file import read_plain_text

__all__ = [
    "SUPPORTED_SUFFIXES",
    "Block",
    "BlockKind",
    "Document",
    "Limits",
    "Metadata",
    "Page",
    "Part",
    "Reader",
    "is_candidate",
    "read_plain_text",
]
