"""The golden questions, answered from the register alone: a floor for each figure."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from assistant.answer import Answer, Kind, Status
from assistant.roster import Roster
from tests.assistant.shelf import roster_of_folder
from tests.conftest import ROOT

FILES = ("lists", "overviews", "facts", "traps", "unanswerable")


def golden() -> Iterator[dict[str, Any]]:
    """Every question that needs no earlier turn."""
    for name in FILES:
        text = (ROOT / "tests" / "golden" / f"{name}.yaml").read_text("utf-8")
        yield from (entry for entry in yaml.safe_load(text) if "history" not in entry)


@pytest.fixture(scope="module")
def answers() -> list[tuple[dict[str, Any], Answer | None]]:
    """All questions with what the roster answers."""
    roster: Roster = roster_of_folder(ROOT / "documents")
    return [(one, roster.answer(one["question"], one["language"])) for one in golden()]


def plain(text: str) -> str:
    return " ".join(text.lower().strip(" .,;").split())


def test_lists_are_complete_and_nothing_in_them_is_wrong(
    answers: list[tuple[dict[str, Any], Answer | None]],
) -> None:
    wanted = found = given = wrong = 0
    for one, answer in answers:
        if one.get("kind") != "list" or "items" not in one:
            continue
        got = {plain(item.name) for item in answer.items} if answer else set()
        sets = [{plain(i) for i in one[key]} for key in ("items", "items_en") if key in one]
        best = max(sets, key=lambda items: len(items & got))
        optional = {plain(item) for item in one.get("items_optional", ())}
        wanted, found = wanted + len(best), found + len(best & got)
        given, wrong = given + len(got), wrong + len(got - best - optional)
    assert found >= 0.97 * wanted
    assert wrong <= 0.02 * given


def test_counts_are_right_and_lists_are_given_as_lists(
    answers: list[tuple[dict[str, Any], Answer | None]],
) -> None:
    for one, answer in answers:
        if answer is None or "kind" not in one:
            continue
        # Whether a list is asked for at all is for the type of answer to say, not for the register.
        if Kind(one["kind"]) is Kind.LIST:
            assert answer.kind is Kind.LIST, one["id"]
        if answer.short is not None and "short" in one:
            assert answer.short in one["short"], one["id"]


def test_nothing_is_answered_that_the_documents_do_not_say(
    answers: list[tuple[dict[str, Any], Answer | None]],
) -> None:
    refused = [(one, answer) for one, answer in answers if one.get("status") == "not_found"]
    assert refused
    assert all(answer is None or answer.status is Status.NOT_FOUND for _, answer in refused)


def test_every_quote_is_proven(answers: list[tuple[dict[str, Any], Answer | None]]) -> None:
    shelf = roster_of_folder(ROOT / "documents").snapshot
    for _, answer in answers:
        for citation in answer.citations if answer else ():
            stored = shelf.document(citation.document.id)
            assert stored is not None
            assert stored.content.text[citation.start : citation.end] == citation.quote
