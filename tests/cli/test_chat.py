"""``kuvend ask -i``: a conversation."""

from collections.abc import Iterator

import pytest
from rich.console import Console

from tests.api.canned import Canned
from tests.cli.conftest import Run


def _type(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    typed: Iterator[str] = iter(lines)

    def read(_console: Console, _prompt: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(Console, "input", read)


def test_each_question_is_asked_with_those_before_it(
    run: Run, assistant: Canned, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("index")
    _type(monkeypatch, "Kush është KOMF?", " ", "Po kur?")
    code, out, err = run("ask", "-i")
    assert code == 0
    assert out.count("The documents do not say.") == 2
    assert "must have at least one visible character" in err
    assert [question for question, _, _ in assistant.asked] == ["Kush është KOMF?", "Po kur?"]
    assert [turn.role for turn in assistant.asked[1][1]] == ["user", "assistant"]


def test_a_word_ends_it(run: Run, assistant: Canned, monkeypatch: pytest.MonkeyPatch) -> None:
    run("index")
    _type(monkeypatch, "exit", "Kush?")
    assert run("ask", "-i")[0] == 0
    assert assistant.asked == []


@pytest.mark.parametrize("arguments", [(), ("Kush?", "-i"), ("-i", "--json")])
def test_it_is_either_a_question_or_a_conversation(run: Run, arguments: tuple[str, ...]) -> None:
    assert run("ask", *arguments)[0] == 2
