"""``GET /api/members``, the page of members and its download."""

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.api.errors import install_error_handlers
from assistant.api.routes import members as api
from assistant.api.services import Services
from assistant.web import members as page
from index.library import Snapshot
from tests.assistant.shelf import shelf_of
from tests.conftest import ROOT

HOSTILE = "# ALFA\n\nAnëtarët e ALFA janë:\n\n- <b>Beta</b> &co\n- =1+1\n- Gama\n"


@dataclass(frozen=True)
class Served:
    """The services that members need: one snapshot, and work done at once."""

    held: Snapshot

    @property
    def library(self) -> "Served":
        """Itself: the only one asked for a snapshot."""
        return self

    def snapshot(self) -> Snapshot:
        """The snapshot."""
        return self.held

    async def compute(self, work: Callable[[], Any]) -> Any:
        """What ``work`` gives."""
        return work()


def client_of(folder: Path) -> TestClient:
    """A client of an app over the documents of ``folder``."""
    services = cast(Services, Served(shelf_of(folder)))
    app = FastAPI()
    app.include_router(api.routes(services))
    app.include_router(page.routes(services))
    install_error_handlers(app)
    return TestClient(app)


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client over the shipped documents."""
    return client_of(ROOT / "documents")


def test_all_members_come_with_their_coalitions_and_proven_citations(client: TestClient) -> None:
    body = client.get("/api/members").json()
    assert sorted(body["coalitions"]) == ["BKTF", "KOMF"]
    assert len(body["members"]) == 38
    both = [one["name"] for one in body["members"] if len(one["coalitions"]) == 2]
    assert sorted(both) == ["Save the Children", "Terre des hommes", "World Vision"]
    for member in body["members"]:
        assert len(member["citations"]) == len(member["coalitions"])


def test_members_are_filtered_by_coalition_and_topic_in_any_language(client: TestClient) -> None:
    for topic in ("trafficking", "trafikim", "trgovina ljudima", "трговина људима"):
        body = client.get("/api/members", params={"coalition": "КОМФ", "topic": topic}).json()
        (member,) = body["members"]
        assert member["name"].endswith("MVPT")
        assert member["match"] == "yes"


def test_a_coalition_that_is_not_known_is_not_found(client: TestClient) -> None:
    response = client.get("/api/members", params={"coalition": "NATO"})
    assert response.status_code == 404
    assert "NATO" not in response.text
    assert client.get("/members", params={"coalition": "NATO"}).status_code == 404


def test_the_page_shows_members_and_overlaps_and_links_each_cell(client: TestClient) -> None:
    for language, word in (("sq", "Kush është ku"), ("en", "Who is where"), ("sr", "Ko je gde")):
        response = client.get("/members", params={"language": language})
        assert response.status_code == 200
        assert word in response.text
        assert "<script" not in response.text
        assert response.text.count('href="/documents/') == 22 + 19


def test_the_page_says_how_sure_a_topic_is_and_quotes_why(client: TestClient) -> None:
    html = client.get("/members", params={"topic": "trafikim", "coalition": "KOMF"}).text
    assert "Parandalimin e Trafikimit" in html
    assert ">po</a>" in html


def test_hostile_names_do_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "alfa.txt").write_text(HOSTILE.replace("# ", ""), encoding="utf-8")
    client = client_of(folder)
    assert "<b>" not in client.get("/members", params={"topic": "<b>"}).text
    assert "<b>" not in client.get("/members").text
    rows = list(csv.reader(io.StringIO(client.get("/members.csv").text.lstrip("\ufeff"))))
    assert not [cell for row in rows for cell in row if cell.startswith("=")]


def test_the_download_has_one_row_for_each_membership(client: TestClient) -> None:
    response = client.get("/members.csv")
    rows = list(csv.DictReader(io.StringIO(response.text.lstrip("\ufeff"))))
    assert response.headers["content-type"].startswith("text/csv")
    assert len(rows) == 22 + 19
    assert all(row["quote"] == row["written"] for row in rows)
