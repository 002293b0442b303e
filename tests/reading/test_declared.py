"""What files say of themselves: checked where it is read, so that nothing later can fail."""

import csv
import io
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.api.shapes.search import search_shape
from assistant.assistant import Assistant
from assistant.cite import link_to
from assistant.roster import roster_of
from assistant.web.members import spreadsheet
from index.catalog import StoredDocument
from index.collect import Collection, collect
from index.reading.declared import FORMS, plain_value, web_address
from index.reading.document import Document
from index.reading.wire import decode_document, encode_document
from index.scan import scan
from tests.assistant.library import library
from tests.reading.conftest import Read
from tests.trained import letter_trained

_HOSTILE = (
    "https://[x].org",
    "http://a]b/",
    "http://[::1",
    "http://[:::::]/",
    "https://ngo.example:99999/",
    "https://ngo.example:port/",
    "https://ngo.example@evil.example/",
    "https://",
    "https:///path",
    "https://ngo.example/a b",
    "https://" + "a" * 10_000,
    "https://ngo.example/\ud800",
    "https://ngo.example/\u202egpj.exe",
    "https://\u2100.example/",
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,x",
    "//ngo.example/",
    "file:///etc/passwd",
    "\ud800\udfff",
    "\x00\x1b[31m",
    "0x" + "f" * 9_000,
    "9" * 9_000,
    "a" * 10_000,
    "\u0344" * 20,
    "=HYPERLINK(1)",
    "2011-13-45",
    "0000-00-00",
    "٢٠١١-٠٦",
    "sq-" + "-".join(["abcdefgh"] * 30),
    "../../etc/passwd",
    "no",
    "",
)
_GOOD = ("https://ngo.example/misioni", "Misioni", "sq", "2011-06", "d0", "d1")
_TEXTS = st.one_of(st.sampled_from((*_HOSTILE, *_GOOD)), st.text(max_size=40))
_VALUES = st.one_of(_TEXTS, st.lists(_TEXTS, max_size=3), st.dictionaries(_TEXTS, _TEXTS))
_NAMES = (*FORMS, "tags")
_FRONT_MATTER = st.dictionaries(st.sampled_from(_NAMES), _VALUES, max_size=len(_NAMES))
_LINES = "KOMF was founded in 2011.\n\nThe members of KOMF are:\n\n- Alfa\n- Beta\n"
_QUESTION = "When was KOMF founded?"


def _markdown(values: dict[str, object]) -> bytes:
    return f"---\n{yaml.safe_dump(values)}---\n{_LINES}".encode()


def _escaped(value: object) -> str:
    return "".join(f"&#{ord(letter)};" for letter in str(value))


def _page(values: dict[str, object]) -> bytes:
    said = {name: _escaped(value) for name, value in values.items()}
    return (
        f'<html lang="{said.get("language", "")}"><head><title>{said.get("title", "")}</title>'
        f'<link rel="canonical" href="{said.get("url", "")}">'
        f'<meta property="og:url" content="{said.get("url", "")}">'
        f'<meta property="og:site_name" content="{said.get("publisher", "")}">'
        f'<meta name="date" content="{said.get("date", "")}"></head>'
        "<body><p>KOMF was founded in 2011.<p>The members of KOMF are:<ul><li>Alfa<li>Beta</ul>"
    ).encode()


def _collected(folder: Path, said: list[dict[str, object]]) -> Collection:
    for number, values in enumerate(said):
        (folder / f"d{number}.md").write_bytes(_markdown(values))
        (folder / f"p{number}.html").write_bytes(_page(values))
    return collect(folder, scan(folder), None, lambda _done, _total: None)


def _check_metadata(stored: StoredDocument) -> None:
    info = stored.info
    info.title.encode()
    assert info.url is None or web_address(info.url) == info.url
    assert info.translation_of != info.id
    link_to(info, "KOMF", 0, 4, None)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(_FRONT_MATTER, min_size=1, max_size=4))
def test_whatever_documents_say_of_themselves_they_are_found_cited_and_exported(
    said: list[dict[str, object]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as store:
        collection = _collected(Path(folder), said)
        # Two that say the same are one file to the index; none is refused for what it says.
        assert all("the same content" in file.reason for file in collection.unread)
        for stored in collection.documents:
            _check_metadata(stored)
        served = library(Path(store), *collection.documents)
        snapshot = served.snapshot()
        shape = search_shape(snapshot.search(_QUESTION, 50), 1.0)
        assert len(shape.hits) >= len(collection.documents)
        shape.model_dump_json().encode()
        assert Assistant(served, letter_trained()).ask(_QUESTION).text
        table = roster_of(snapshot).members("", "", "en")
        assert table is not None
        rows = list(csv.reader(io.StringIO(spreadsheet(table))))
        assert {len(row) for row in rows} == {7}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(FORMS)), _VALUES)
def test_a_value_that_was_understood_is_understood_the_same_way_again(
    name: str, value: object
) -> None:
    understood = FORMS[name](value)
    assert understood is None or FORMS[name](understood) == understood


@pytest.mark.parametrize("url", [url for url in _HOSTILE if ":" in url or url.startswith("/")])
def test_an_address_that_leads_nowhere_is_left_out_with_a_warning(read: Read, url: str) -> None:
    for name, content in (("a.md", _markdown({"url": url})), ("a.html", _page({"url": url}))):
        document = _through_the_wire(read(name, content))
        assert document.metadata.url is None
        assert any("url could not be understood" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    "url",
    [
        "https://ngo.example",
        "http://ngo.example:8080/a?b=c#d",
        "https://fëmijët.example/rreth-nesh",
        "https://[2001:db8::1]:8000/",
        "http://localhost/",
    ],
)
def test_an_address_that_leads_somewhere_is_kept(url: str) -> None:
    assert web_address(url) == url


def test_one_bad_value_does_not_cost_the_others(read: Read) -> None:
    document = read(
        "a.md", "---\ntitle: Misioni\ndate: 2011-13-45\nlanguage: sq\ntags: [a, {b: c}]\n---\nTekst"
    )
    assert (document.metadata.title, document.metadata.language) == ("Misioni", "sq")
    assert document.metadata.date is None
    assert document.metadata.tags == ("a",)
    assert len(document.warnings) == 2


def test_a_title_as_long_as_a_page_is_none(read: Read) -> None:
    assert plain_value("a" * 501) is None
    assert read("a.md", f"---\ntitle: {'a' * 501}\n---\n# Misioni").metadata.title == "Misioni"


def test_a_document_does_not_translate_itself(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntranslation_of: a\n---\nTekst", encoding="utf-8")
    (stored,) = collect(tmp_path, scan(tmp_path), None, lambda _done, _total: None).documents
    assert stored.info.translation_of is None
    assert "names the document itself" in stored.content.warnings[0]


def _through_the_wire(document: Document) -> Document:
    return decode_document(encode_document(document))
