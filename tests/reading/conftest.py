"""What the tests of reading share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.reading import Document, Limits, Reader
from index.reading.formats import parse

SHARED = Path(__file__).parents[3] / "shared"


class Read:
    """Reads bytes as a file of some name, in this process."""

    def __call__(self, name: str, content: bytes | str, limits: Limits | None = None) -> Document:
        data = content.encode() if isinstance(content, str) else content
        return parse(Path(name).suffix, data, limits or Limits())


@pytest.fixture
def read() -> Read:
    """Read bytes as a file of some name, in this process."""
    return Read()


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """One reader with the real limits, for a whole module."""
    with Reader() as reader:
        yield reader


@pytest.fixture(scope="session")
def real_files() -> Path:
    """Real Albanian files that lie beside the project, if they do."""
    return _beside("data/files")


@pytest.fixture(scope="session")
def real_pages() -> Path:
    """The five real pages that lie beside the project, if they do."""
    return _beside("documents")


def _beside(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"no ../shared/{name} beside the project: real files are not tested")
    return folder


def block_texts(document: Document, *kinds: str) -> list[str]:
    """The texts of the blocks of these kinds, or of all blocks."""
    wanted = [block for block in document.blocks if not kinds or block.kind in kinds]
    return [document.text[block.start : block.end] for block in wanted]
