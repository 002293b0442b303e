"""What holds of every list: places are true, files give back what was written, nothing varies."""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.build import BuildReport
from index.catalog import DocumentInfo, StoredDocument
from index.errors import DamagedGenerationError
from index.reading import Limits
from index.reading.formats import parse
from index.records import Listing, Span, listings_of, read_records, write_records
from index.store import Store
from tests.conftest import ROOT
from tests.records.finding import documents_of
from tests.records.shapes import SHAPES, Shape

PIECES = (
    *(
        "# Anëtarët\n",
        "## Full members\n",
        "### Blue Bank\n",
        "- Arta – kryetare\n",
        "  - Niš: 2004\n",
    ),
    *(
        "1. Green Weir, Oslo\n",
        "| Name | Town |\n|---|---|\n| A (B) | Oslo |\n",
        "**Ana, rola.** Tekst.\n",
    ),
    *(
        "Qyteti: Pejë\nViti: 2004\n",
        "Founders were Ann Lee, Bo Ek and Cy Orr.\n",
        "Мрежу чине: а; б; и в.\n",
    ),
    *(
        "<dl><dt>Term</dt><dd>What it means</dd></dl>\n",
        "x" * 70 + "\n",
        ", , and : ; – (\n",
        "Why?\n",
    ),
    *(
        "---\n",
        "Tri stvari: a, b i c.\n",
        "<table><tr><td rowspan=3>a<td>b<tr><td>c</table>\n",
        "?\n",
    ),
)


def document(name: str, text: str) -> StoredDocument:
    """A Markdown text as a stored document."""
    content = parse(".md", text.encode(), Limits())
    info = DocumentInfo(name, content.metadata.title or name, "sr", f"{name}.md")
    return StoredDocument(info, "0" * 64, content)


def spans(listing: Listing) -> Iterator[Span]:
    """Every place that a listing gives."""
    if listing.introduction is not None:
        yield listing.introduction
    for entry in listing.entries:
        yield entry.span
        yield from (one for one in (entry.named, *(f.span for f in entry.fields)) if one)


def check(documents: tuple[StoredDocument, ...]) -> None:
    """Every place holds what it says, and lies within its list."""
    texts = {one.info.id: one.content.text for one in documents}
    for listing in listings_of(documents):
        assert listing.entries
        assert 0 <= listing.start < listing.end <= len(texts[listing.document])
        for span in spans(listing):
            assert texts[span.document][span.start : span.end] == span.text != ""
        for entry in listing.entries:
            assert entry.span.end <= entry.ends <= len(texts[entry.span.document])
            if entry.named is not None:
                assert " ".join(entry.named.text.split()) == entry.name
            assert all(
                field.span is None or field.span.text == field.value for field in entry.fields
            )


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_place_holds_what_it_says(tmp_path: Path, shape: Shape) -> None:
    check(documents_of(tmp_path, shape))


PIECE = st.one_of(
    st.sampled_from(PIECES),
    st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(PIECE, min_size=1, max_size=14), min_size=1, max_size=4))
def test_every_place_holds_what_it_says_in_any_heap_of_pieces(pages: list[list[str]]) -> None:
    texts = ["\n".join(page) for page in pages]
    check(tuple(document(f"page-{n}", f"Title\n\n{text}") for n, text in enumerate(texts)))


def test_a_listing_is_read_as_it_was_written(tmp_path: Path) -> None:
    found = listings_of(documents_of(tmp_path / "pages", SHAPES[0]))
    write_records(tmp_path / "records.json", found)
    assert read_records(tmp_path / "records.json") == found


@pytest.mark.parametrize("content", ["", "{}}", '[{"document": 1}]', '{"document": "a"}'])
def test_a_damaged_file_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "records.json").write_text(content)
    with pytest.raises(DamagedGenerationError):
        read_records(tmp_path / "records.json")


def test_a_build_keeps_the_records_and_what_they_are_made_of(
    folder: Path, store: Store, index: Callable[[], BuildReport]
) -> None:
    for shape in SHAPES:
        if shape.name in ("a web table whose donors span several projects", "dated posts"):
            documents_of(folder, shape)
    index()
    generation, _refused = store.open()
    stored = tuple(generation.catalog.whole_documents())
    assert generation.records == listings_of(stored) != ()
    assert "records.json" in generation.manifest.files
    generation.close()


def test_a_second_build_of_unchanged_documents_finds_the_same(
    folder: Path, store: Store, index: Callable[[], BuildReport]
) -> None:
    documents_of(
        folder, next(one for one in SHAPES if one.name == "a folder of members in Cyrillic")
    )
    index()
    first = store.open()[0].records
    (folder / "new.md").write_text("# New\n\nNothing is listed here.\n")
    index()
    assert store.open()[0].records == first


def test_nothing_depends_on_the_order_of_sets(tmp_path: Path) -> None:
    for shape in SHAPES[::4]:
        documents_of(tmp_path / "pages", shape)
    script = (
        "import sys; from pathlib import Path; from index.records import *;"
        "from tests.records.finding import documents_of; from tests.records.shapes import Shape;"
        "found = listings_of(documents_of(Path(sys.argv[1]), Shape('', {})));"
        "write_records(Path(sys.argv[2]), found)"
    )
    digests = set()
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.json"
        command = [sys.executable, "-c", script, tmp_path / "pages", target]
        subprocess.run(command, cwd=ROOT, env={"PYTHONHASHSEED": seed}, timeout=120, check=True)
        digests.add(hashlib.sha256(target.read_bytes()).hexdigest())
    assert len(digests) == 1
