"""How much one file may cost: the one place for every limit of reading."""

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that reading one file may take; past any of them the file is refused.

    Sizes are bytes except ``text_characters`` (code points). The ``archive_*`` limits hold for
    DOCX and XLSX, which are zip archives, and are checked before anything is unpacked;
    ``archive_ratio`` is unpacked over packed size.
    """

    file_bytes: int = 25 * MEGABYTE
    memory_bytes: int = 1024 * MEGABYTE
    cpu_seconds: int = 20
    wall_seconds: float = 30.0
    text_characters: int = 5_000_000
    pages: int = 2_000
    archive_bytes: int = 100 * MEGABYTE
    archive_members: int = 2_000
    archive_ratio: int = 200
