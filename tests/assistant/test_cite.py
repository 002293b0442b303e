"""Citations: proof before display, and links that open at the words."""

from pathlib import Path

import pytest

from assistant.cite import Citer, Place, link_to
from index.catalog import DocumentInfo
from tests.assistant.library import document, library


def _info(**values: str) -> DocumentInfo:
    return DocumentInfo(id="misioni", title="Misioni", language="sq", path="misioni.md", **values)  # type: ignore[arg-type]


def test_a_web_page_opens_at_the_words() -> None:
    link = link_to(_info(url="https://ngo.example/a#top"), "22 organizata, të gjitha", 0, 5, None)
    assert link == "https://ngo.example/a#:~:text=22%20organizata%2C%20t%C3%AB%20gjitha"


def test_dashes_of_a_quote_are_no_part_of_the_text_directive() -> None:
    assert link_to(_info(url="https://ngo.example/a"), "a - b", 0, 5, None).endswith("a%20%2D%20b")


def test_a_long_quote_is_given_by_its_first_and_last_words() -> None:
    quote = " ".join(f"fjala{number}" for number in range(40))
    link = link_to(_info(url="https://ngo.example/a"), quote, 0, len(quote), None)
    first, last = link.partition("text=")[2].split(",")
    assert first == "fjala0%20fjala1%20fjala2%20fjala3%20fjala4"
    assert last.endswith("fjala39")


def test_a_pdf_opens_at_the_page() -> None:
    link = link_to(_info(url="https://ngo.example/r.pdf"), "fjalë", 0, 5, 7)
    assert link == "https://ngo.example/r.pdf#page=7"


@pytest.mark.parametrize("url", [None, "", "javascript:alert(1)", "file:///etc/passwd"])
def test_without_a_web_address_our_own_reader_opens_at_the_words(url: str | None) -> None:
    info = _info(url=url) if url is not None else _info()
    assert link_to(info, "fjalë", 3, 8, None) == "/documents/misioni?start=3&end=8#quote"


@pytest.mark.parametrize(
    ("quote", "start", "end"),
    [("KOMF", 1, 5), ("komf", 0, 4), ("KOMF", -4, 4), ("KOMF", 0, 400), ("", 0, 0), (" ", 4, 5)],
)
def test_what_is_not_there_is_not_cited(tmp_path: Path, quote: str, start: int, end: int) -> None:
    citer = Citer(library(tmp_path, document("a", "KOMF u themelua.")).snapshot())
    assert citer.cite(1, Place("a", quote, start, end, "", None)) is None


def test_a_document_that_is_gone_is_not_cited(tmp_path: Path) -> None:
    citer = Citer(library(tmp_path, document("a", "KOMF")).snapshot())
    assert citer.cite(1, Place("b", "KOMF", 0, 4, "", None)) is None


def test_unproven_places_leave_no_gap_in_the_numbers(tmp_path: Path) -> None:
    citer = Citer(library(tmp_path, document("a", "KOMF u themelua.")).snapshot())
    places = [Place("a", quote, 0, 4, "", None) for quote in ("KOMF", "BKTF", "KOMF")]
    assert [citation.number for citation in citer.cite_all(places)] == [1, 2]
