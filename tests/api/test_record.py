"""Logs and metrics: what happened, never what was asked."""

import io
import json
import logging
import re
from collections.abc import Iterator

import pytest
import structlog

from assistant.api.logs import configure_logs
from index.library import Library
from tests.api.canned import Canned, client_of

CANARY = "zxqvkanarina"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    """Everything that is logged during a test."""
    stream = io.StringIO()
    root = logging.getLogger()
    before = root.handlers[:], root.level
    configure_logs(stream)
    yield stream
    structlog.reset_defaults()
    root.handlers[:] = before[0]
    root.setLevel(before[1])


def test_no_question_reaches_a_log_an_error_or_the_metrics(
    library: Library, logged: io.StringIO
) -> None:
    client = client_of(library, Canned(failure=ValueError(f"cannot read {CANARY}")))
    history = [{"role": "user", "content": CANARY}]
    responses = [
        client.post("/api/ask", json={"question": CANARY, "history": history}),
        client.post("/api/ask", json={"question": CANARY, "language": CANARY}),
        client.post("/api/ask", content=f'{{"question": "{CANARY}', headers={"x": CANARY}),
        client.get("/api/search", params={"q": CANARY, "limit": 51}),
        client.get(f"/{CANARY}"),
        client.get("/metrics"),
    ]
    client.get("/api/search", params={"q": CANARY})
    client.get("/", params={"question": CANARY})
    logging.getLogger("uvicorn.error").error("failed", exc_info=ValueError(CANARY))
    assert logged.getvalue()
    assert CANARY not in logged.getvalue()
    assert not [response for response in responses if CANARY in response.text]


def test_every_request_is_one_line_of_json(library: Library, logged: io.StringIO) -> None:
    client = client_of(library)
    responses = [
        client.get("/api/documents/misioni"),
        client.get("/nothing"),
        client.post("/api/ask", content=b"x" * 20_000),
    ]
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    assert [(line["method"], line["route"], line["status"]) for line in lines] == [
        ("GET", "/api/documents/{document_id}", 200),
        ("GET", "unmatched", 404),
        ("POST", "unmatched", 413),
    ]
    assert [line["request_id"] for line in lines] == [
        response.headers["x-request-id"] for response in responses
    ]
    assert all(line["ms"] >= 0 and "testclient" not in str(line) for line in lines)


def test_a_failure_is_logged_with_its_place(library: Library, logged: io.StringIO) -> None:
    client = client_of(library, Canned(failure=RuntimeError("no")))
    client.post("/api/ask", json={"question": "Kush?"})
    failure = json.loads(logged.getvalue().splitlines()[0])
    assert failure["error"] == "RuntimeError"
    assert any("canned.py" in place for place in failure["where"])


def test_a_request_id_is_never_taken_from_the_sender(library: Library) -> None:
    response = client_of(library).get("/health", headers={"X-Request-ID": "forged"})
    assert re.fullmatch("[0-9a-f]{16}", response.headers["x-request-id"])


def test_metrics_count_requests_by_route_template_and_status(library: Library) -> None:
    client = client_of(library)
    client.get("/api/documents/misioni")
    client.get("/api/documents/nothing")
    client.request("INVENTED", "/nothing")
    metrics = client.get("/metrics").text
    route = 'route="/api/documents/{document_id}"'
    assert f'kuvend_requests_total{{method="GET",{route},status="200"}} 1.0' in metrics
    assert f'kuvend_requests_total{{method="GET",{route},status="404"}} 1.0' in metrics
    assert 'method="other",route="unmatched"' in metrics
    assert f"kuvend_request_seconds_count{{{route}}} 2.0" in metrics
    assert "kuvend_documents 2.0" in metrics


def test_two_apps_count_apart(library: Library) -> None:
    client_of(library).get("/health")
    assert 'route="/health"' not in client_of(library).get("/metrics").text
