"""What the commands print, and with which exit code they end."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant import composition
from assistant.api.shapes.answers import AnswerShape
from assistant.api.shapes.search import SearchShape
from assistant.assistant import Assistant
from assistant.settings import load_settings
from index.embedding import BUNDLED_NAME
from tests.api.canned import Canned, answer_from
from tests.cli.conftest import Run
from tests.trained import letter_trained


def test_index_counts_what_it_did_and_what_it_re_used(run: Run) -> None:
    code, out, _ = run("index")
    assert code == 0
    assert out.startswith("Indexed 2 documents in")
    code, out, _ = run("index")
    assert code == 0
    assert out.startswith("Nothing has changed: 2 documents in")
    assert " 0 embedded" in out


def test_index_lists_every_file_that_it_cannot_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "documents" / "empty.txt").write_text("")
    code, out, _ = run("index")
    assert code == 0
    assert "Not read (1):\n  empty.txt: " in out


def test_index_takes_another_folder(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Alfa dhe Beta.", encoding="utf-8")
    assert json.loads(run("index", str(other), "--json")[1])["documents"] == 1


def test_index_as_json_is_one_document_on_standard_output(run: Run) -> None:
    code, out, _ = run("index", "--json")
    report = json.loads(out)
    assert code == 0
    assert (report["documents"], report["changed"], report["unread"]) == (2, True, [])
    assert report["embedded"] + report["reused"] == report["passages"]


def test_search_prints_rank_title_section_snippet_and_link(run: Run) -> None:
    run("index")
    code, out, err = run("search", "Anëtarët Alfa Beta", "--limit", "1")
    title, snippet, link, _ = out.split("\n")
    assert (code, err) == (0, "")
    assert title == "1. Misioni - Anëtarët"
    assert snippet == "Anëtarët janë dy: Alfa dhe Beta."
    assert link.startswith("https://ngo.example/misioni#")


def test_a_link_without_a_host_is_printed_as_one_of_the_service(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUVEND_PORT", "8181")
    run("index")
    _, out, _ = run("search", "child protection")
    assert "\nhttp://127.0.0.1:8181/documents/hostile?start=" in out


def test_search_as_json_has_the_shape_of_the_service(run: Run) -> None:
    run("index")
    code, out, _ = run("search", "Alfa", "--json", "--language", "sq")
    assert code == 0
    assert SearchShape.model_validate_json(out).query.language == "sq"


def test_ask_prints_the_answer_and_then_its_citations(run: Run, assistant: Canned) -> None:
    run("index")
    answer = answer_from(composition.open_library(load_settings()))
    place = replace(answer.citations[0].document, title="Misioni", publisher="KOMF", date="2011")
    citation = replace(answer.citations[0], document=place, quote="dy vetë")
    assistant.answer = replace(answer, citations=(citation,))
    code, out, _ = run("ask", "Kush?")
    assert code == 0
    assert out.split("\n")[:5] == [
        "Janë dy: [1]",
        "",
        "[1] dy vetë",
        "    Misioni - Anëtarët, KOMF, 2011",
        "    https://ngo.example/#q",
    ]


def test_ask_as_json_has_the_shape_of_the_service(run: Run) -> None:
    run("index")
    code, out, _ = run("ask", "Kush?", "--json")
    assert code == 0
    assert AnswerShape.model_validate_json(out).status == "not_found"


def test_a_refusal_is_no_failure(run: Run) -> None:
    run("index")
    assert run("ask", "Kush?")[:2] == (0, "The documents do not say.\n")


def test_a_document_cannot_steer_the_terminal(run: Run, assistant: Canned) -> None:
    run("index")
    assistant.answer = replace(assistant.answer, text="a\x1b[2J\x9b31m\tb [bold]c[/bold] :smile:")
    assert run("ask", "Kush?")[1] == "a [2J 31m b [bold]c[/bold] :smile:\n"


@pytest.mark.parametrize("command", ["search", "ask"])
def test_an_empty_store_is_said_in_one_line(run: Run, command: str) -> None:
    code, out, err = run(command, "Kush?")
    assert (code, out) == (1, "")
    assert err.startswith("kuvend: Nothing is indexed in ")
    assert err.endswith("run kuvend index.\n")
    assert err.count("\n") == 1


def test_a_folder_that_is_not_there_is_said_in_one_line(run: Run) -> None:
    code, out, err = run("index", "nowhere")
    assert (code, out) == (1, "")
    assert "kuvend: The documents folder nowhere does not exist" in err


def test_a_store_that_cannot_be_written_is_said_in_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KUVEND_STORE", str(tmp_path / "file" / "store"))
    code, _, err = run("index")
    assert code == 1
    assert "Not a directory" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("search",),
        ("search", "  "),
        ("search", "a" * 1_001),
        ("search", "a\0b"),
        ("search", "a", "--limit", "51"),
        ("ask", "a", "--language", "de"),
        ("nothing",),
        ("index", "--nothing"),
    ],
)
def test_bad_usage_ends_with_two(run: Run, arguments: tuple[str, ...]) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Error: " in err


def test_every_command_helps_with_an_example(run: Run) -> None:
    _, out, _ = run("--help")
    for command in ("index", "search", "ask", "serve"):
        assert command in out
        code, help_text, _ = run(command, "--help")
        assert code == 0
        assert "Example: " in help_text
        assert f"kuvend {command}" in help_text


def test_ctrl_c_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(composition, "build", interrupt)
    code, out, err = run("index")
    assert (code, out) == (130, "")
    assert "Traceback" not in err


@pytest.mark.usefixtures("_restored_logs")
def test_serve_builds_an_empty_store_first_and_a_full_one_not(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: list[str] = []
    monkeypatch.setattr(
        "assistant.cli.service.run", lambda app, _listener: served.append(app.title)
    )
    monkeypatch.setenv("KUVEND_PORT", "0")
    code, out, err = run("serve")
    assert (code, out) == (0, "")
    assert "Nothing is indexed yet" in err
    assert '"event": "serving"' in err
    _, _, err = run("serve")
    assert "Nothing is indexed yet" not in err
    assert served == ["Kuvend", "Kuvend"]


def _answer_by_letters(monkeypatch: pytest.MonkeyPatch, near: float = 0.5) -> None:
    trained = letter_trained(model=BUNDLED_NAME)
    calibration = replace(trained.calibration, near=near, sure=max(near, 0.95))
    trained = replace(trained, calibration=calibration)
    monkeypatch.setattr(
        composition, "open_assistant", lambda _, library: Assistant(library, trained)
    )


def test_ask_explains_what_it_decided(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _answer_by_letters(monkeypatch)
    run("index")
    code, out, _ = run("ask", "Sa është buxheti i KOMF?", "--explain")
    assert code == 0
    assert "language sq, asked for: date" in out
    assert "measured: margin" in out
    steps = json.loads(run("ask", "Sa është buxheti i KOMF?", "--explain", "--json")[1])
    assert steps["explanation"]["reason"] in ("evidence", "nothing")


def test_a_refusal_shows_the_nearest_passages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _answer_by_letters(monkeypatch, near=1.1)
    run("index")
    _, out, _ = run("ask", "Quito xylophone?")
    assert "Nearest to the question, but no answer:\n\n- " in out


def test_evaluate_answers_shows_rates_by_language(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer_by_letters(monkeypatch)
    run("index")
    questions = tmp_path / "questions"
    questions.mkdir()
    entry = "{id: a, question: 'Sa kushton?', language: sq, status: not_found, kind: refusal}"
    (questions / "a.yaml").write_text(f"- {entry}\n", encoding="utf-8")
    code, out, _ = run("evaluate", "answers", str(questions), "--json")
    assert code == 0
    assert json.loads(out)["rates"]["sq"]["refused"] == 1.0
    assert "refused" in run("evaluate", "answers", str(questions))[1]
