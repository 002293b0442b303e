"""The MCP server, asked by the official client over each of its transports."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from mcp import StdioServerParameters
from mcp.client.client import Client

from assistant.api.rate_limit import SEARCHES
from assistant.api.shapes.answers import AnswerShape
from assistant.mcp.server import create_mcp
from index.library import Library
from tests.api.canned import Canned
from tests.api.conftest import library
from tests.conftest import ROOT

__all__ = ["library"]


def _called(server: Any, tool: str, **arguments: object) -> Any:
    async def call() -> Any:
        async with Client(server) as client:
            return await client.call_tool(tool, arguments)

    return anyio.run(call)


@pytest.fixture
def process(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The server over HTTP, in a process that has printed its port."""
    command = [sys.executable, "-m", "tests.mcp.serving", str(tmp_path), "http"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        yield running
        running.kill()


@pytest.fixture
def over_http(process: "subprocess.Popen[str]") -> str:
    """The address of the server over HTTP."""
    assert process.stdout is not None
    return f"http://127.0.0.1:{int(process.stdout.readline())}/mcp"


def test_a_client_gets_a_cited_answer_over_http(
    over_http: str, process: "subprocess.Popen[str]"
) -> None:
    called = _called(over_http, "ask", question="Kush janë anëtarët?")
    answer = AnswerShape.model_validate(called.structured_content)
    assert answer.answer == "Janë dy: [1]"
    assert answer.citations[0].quote
    process.terminate()
    assert process.wait(10) == 0


def test_who_asks_too_often_over_http_is_told_to_wait(over_http: str) -> None:
    with httpx.Client() as client:
        codes = [client.post(over_http, json={}).status_code for _ in range(SEARCHES + 1)]
    assert codes[-1] == 429
    assert 429 not in codes[:-1]


def test_a_client_gets_a_cited_answer_over_standard_input_and_output(tmp_path: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "tests.mcp.serving", str(tmp_path)],
        cwd=ROOT,
        env=dict(os.environ),
    )
    called = _called(command, "ask", question="Kush janë anëtarët?")
    assert AnswerShape.model_validate(called.structured_content).citations[0].number == 1


def test_there_are_four_tools_that_only_read(library: Library) -> None:
    async def listed() -> Any:
        async with Client(create_mcp(library, Canned())) as client:
            return (await client.list_tools()).tools

    tools = anyio.run(listed)
    assert {tool.name for tool in tools} == {"ask", "search", "members", "document"}
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_search_members_and_document_say_what_the_service_says(library: Library) -> None:
    server = create_mcp(library, Canned())
    hits = _called(server, "search", query="Alfa Beta", limit=1).structured_content["hits"]
    assert hits[0]["document"]["id"] == "misioni"
    assert "members" in _called(server, "members").structured_content
    whole = _called(server, "document", document_id="misioni").structured_content
    assert whole["text"][hits[0]["start"] : hits[0]["end"]] == hits[0]["text"]


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("ask", {"question": " "}),
        ("ask", {"question": "a" * 1_001}),
        ("search", {"query": "Kush?", "limit": 51}),
        ("document", {"document_id": "../../secret"}),
        ("members", {"coalition": "Nothing"}),
    ],
)
def test_what_cannot_be_asked_is_an_error_of_the_tool(
    library: Library, tool: str, arguments: dict[str, object]
) -> None:
    assert _called(create_mcp(library, Canned()), tool, **arguments).is_error
