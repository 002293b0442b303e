"""Whatever documents, people and models write is text: nothing runs, nothing is asked elsewhere."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import structlog

from assistant.answer import Answer, Citation, Item, Kind, Status, Turn
from assistant.api.app import create_app
from assistant.api.shapes.answers import answer_shape
from assistant.explanation import Explanation, explain
from assistant.question.answer_type import AnswerType
from assistant.question.question import understand
from assistant.reader.reader import Reading
from assistant.web.embed import bundle
from assistant.web.templating import Site
from index.build import EmbeddingModel, build
from index.catalog import DocumentInfo
from index.library import Library
from index.store import Store
from tests.browser.conftest import HOST_PAGE, Visit
from tests.browser.payloads import ALL, FORMS, SCRIPTS
from tests.browser.servers import answering, send, served
from tests.fakes import LetterEmbedder, Silent

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]


def hostile_answer() -> Answer:
    """An answer in which every field that is text holds payloads."""
    citations = tuple(
        Citation(
            number,
            DocumentInfo(
                id="alfa", title=one, language="sq", path=one, publisher=one, date=one, url=one
            ),
            one, None, one, 0, 4, one if number % 2 else f"javascript:{one}", f"javascript:{one}",
        )
        for number, one in enumerate(ALL, 1)
    )  # fmt: skip
    text = "\n".join(f"{one.replace(chr(10), ' ')} [{number}]" for number, one in enumerate(ALL, 1))
    items = tuple(Item(one, one, (number,)) for number, one in enumerate(ALL, 1))
    return Answer(
        Status.ANSWERED, Kind.LIST, "sq", text, ALL[0], citations, items,
        suggestions=ALL[:5], related=citations[:5],
    )  # fmt: skip


class Hostile:
    """An assistant that was taken over."""

    def explain(
        self,
        question: str,
        history: tuple[Turn, ...] = (),  # noqa: ARG002
        language: str | None = None,
    ) -> Explanation:
        """The hostile answer."""
        reading = Reading(AnswerType.DATE, 1.0)
        return explain(hostile_answer(), understand(question, language), reading, "evidence")

    def choose(self, told: Explanation, chosen: Sequence[int]) -> Explanation:  # noqa: ARG002
        """The same, whatever is chosen."""
        return told


@pytest.fixture(scope="module")
def hostile_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Our service with hostile documents and answers."""
    folder = tmp_path_factory.mktemp("documents")
    for number, one in enumerate(ALL):
        name = "".join(c for c in one if c not in "/\n\u200b")[:60]
        text = f"---\ntitle: {json.dumps(one)}\nurl: {json.dumps(one)}\n---\n\n"
        members = f"Anëtarët e ALFA{number} janë:\n\n- {one}\n- Beta {one}\n- Gama\n"
        (folder / f"{name}{number}.md").write_text(
            f"{text}# ALFA{number}\n\n{one}\n\n{members}", "utf-8"
        )
    store, letters = Store(tmp_path_factory.mktemp("store")), LetterEmbedder()
    build(Path(folder), store, EmbeddingModel(letters.name, lambda: letters), Silent())
    library = Library(store, letters)
    with served(lambda _: create_app(library, Hostile(), log=structlog.get_logger())) as place:
        yield place


def quiet(visited: Visit) -> bool:
    """Whether nothing ran and nobody else was asked."""
    visited.page.wait_for_timeout(200)
    assert visited.page.evaluate("window.ran") is None
    links = visited.page.evaluate(
        """[document, document.querySelector("kuvend-search")?.shadowRoot].filter(Boolean)
        .flatMap((root) => [...root.querySelectorAll("[href], [src], [action]")])
        .map((e) => e.getAttribute("href") ?? e.getAttribute("src") ?? e.getAttribute("action"))"""
    )
    assert not [one for one in links if one.strip().lower().startswith(("javascript", "data"))]
    return visited.harmless()


def test_there_are_sixty_scripts_and_forty_ways_out() -> None:
    assert len(set(SCRIPTS)) == 60
    assert len(set(FORMS)) == 40


@pytest.mark.parametrize(
    "path", ["/", "/members", "/demo", "/?question=alfa", "/members?topic=evil"]
)
def test_pages_of_hostile_documents(visit: Open, hostile_service: str, path: str) -> None:
    visited = visit(hostile_service + path)
    assert quiet(visited)


def test_the_reader_of_hostile_documents(visit: Open, hostile_service: str) -> None:
    visited = visit(f"{hostile_service}/")
    address = f"{hostile_service}/api/documents"
    listing = visited.page.evaluate(f"fetch('{address}').then((r) => r.json())")["documents"]
    assert len(listing) > 90
    for document in listing[::6]:
        visited.page.goto(f"{hostile_service}/documents/{document['id']}?start=0&end=50#quote")
        assert quiet(visited)


def test_a_streamed_answer_on_the_chat_page(visit: Open, hostile_service: str) -> None:
    visited = visit(f"{hostile_service}/")
    visited.page.fill("#question", ALL[0])
    visited.page.press("#question", "Enter")
    visited.page.locator(".answer").wait_for()
    assert SCRIPTS[0] in visited.page.locator(".answer").inner_text()
    assert quiet(visited)


def test_suggestions_from_hostile_documents(visit: Open, hostile_service: str) -> None:
    visited = visit(f"{hostile_service}/demo")
    visited.page.get_by_role("combobox").press_sequentially("beta", delay=20)
    visited.page.get_by_role("option").first.wait_for()
    assert quiet(visited)


@pytest.mark.parametrize("half", [ALL[:50], ALL[50:]], ids=["first", "second"])
def test_a_stream_that_is_split_at_every_byte(visit: Open, half: tuple[str, ...]) -> None:
    answer = hostile_answer()
    whole = answer_shape(answer, 1.0).model_dump_json()
    pieces = [*half, *(character for one in half[:5] for character in one)]
    frames = "".join(
        f"event: {event}\ndata: {data}\n\n"
        for event, data in [
            *(("delta", json.dumps(one, ensure_ascii=False)) for one in pieces),
            ("done", whole),
        ]
    ).encode()

    def respond(handler: Any) -> None:
        if handler.path == "/embed.js":
            send(handler, bundle(Site(helpline=ALL[0])), "text/javascript")
        elif handler.path.startswith("/api/ask"):
            handler.send_response(200)
            handler.send_header("Content-Type", "text/event-stream")
            handler.end_headers()
            for place in range(6_000):
                handler.wfile.write(frames[place : place + 1])
                handler.wfile.flush()
            handler.wfile.write(frames[6_000:])
        elif handler.path.startswith("/api"):
            send(handler, '{"hits": [], "members": []}', "application/json")
        else:
            send(handler, HOST_PAGE.format(language="en", w=""), "text/html")

    with answering(respond) as place:
        visited = visit(place)
        visited.page.get_by_role("combobox").fill(ALL[1])
        visited.page.keyboard.press("Enter")
        shown = visited.page.locator("kuvend-search .answer")
        shown.wait_for()
        assert all(one.split("\n")[0] in shown.text_content() for one in SCRIPTS)
        visited.problems[:] = [one for one in visited.problems if "favicon" not in one]
        assert quiet(visited)
        visited.page.context.close()
