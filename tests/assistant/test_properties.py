"""Whatever the documents and the question: what is shown is proven."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Status
from assistant.assistant import Assistant
from index.library import Library
from tests.assistant.library import document, library
from tests.trained import letter_trained

_WORDS = st.sampled_from(
    "KOMF BKTF anëtarë organizata themelua 2011 22 qershor “Medicor” fëmijë, dhe është: projekt; "
    "Tiranë. financuar 3 (MPMS) Љубав e i në 19%".split()
)
_LINES = st.lists(_WORDS, min_size=1, max_size=14).map(" ".join)
_MARKED = st.tuples(st.sampled_from(["", "", "# ", "- "]), _LINES).map("".join)
_ANY = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=60)
_DOCUMENTS = st.lists(
    st.lists(st.one_of(_MARKED, _ANY.filter(str.strip)), min_size=1, max_size=8),
    min_size=1,
    max_size=3,
)
_QUESTIONS = st.one_of(
    _ANY,
    _LINES,
    st.tuples(
        st.sampled_from(["Kur", "Sa", "Kush", "What is", "List", "Koliko", "Cilat janë"]), _LINES
    ).map(" ".join),
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(_DOCUMENTS, st.lists(_QUESTIONS, min_size=1, max_size=4))
def test_every_shown_quote_is_the_stored_text(texts: list[list[str]], asked: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        documents = [document(f"d{number}", *lines) for number, lines in enumerate(texts)]
        served = library(Path(folder), *documents)
        assistant = Assistant(served, letter_trained(), "info@example.org")
        for question in asked:
            _check(assistant.ask(question), served)


def _check(answer: Answer, served: Library) -> None:
    for citation in (*answer.citations, *answer.related):
        assert citation.quote.strip()
        assert _stored(citation, served) == citation.quote
    assert bool(answer.citations) == (answer.status is not Status.NOT_FOUND)
    assert [one.number for one in answer.citations] == list(range(1, len(answer.citations) + 1))
    if answer.short is not None:
        assert answer.short in answer.citations[0].quote
    for item in answer.items:
        assert all(1 <= number <= len(answer.citations) for number in item.citations)


def _stored(citation: Citation, served: Library) -> str:
    stored = served.snapshot().document(citation.document.id)
    assert stored is not None
    return stored.content.text[citation.start : citation.end]
