"""A language is a folder: Esperanto beside the others, without a line of code."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

_LEXICON = """
locale: eo
function_words: la de kaj en estas estis kiu kiuj kio kiam kiom al por kun sed ne
spellings:
  - {weight: 1.5, letters: ĉĝĥĵŝŭ}
  - {weight: 0.2, endings: [oj, ojn, as, is]}
questions:
  stop_words: la de kaj en estas estis kiu kiuj kio kiam kiom al por kun da oni
  asking_phrases: {date: [kiam], number: [kiom da], person: [kiu]}
  question_openings: kiu kiuj kio kiam kiom
lists:
  member_nouns: [membro]
  coalition_nouns: [reto]
  introduction_words: la estas
  owning_links: de
requests:
  members: [membr*]
  being: [estas]
  completeness: [kiuj]
  list_openings: [kiuj]
sentences:
  negations: ne neniam
"""
_TEMPLATES = {
    "answers/fact.j2": "Laŭ la dokumentoj: {{ citations[0].quote }} [1]",
    "answers/refusal.j2": "La dokumentoj ne diras tion.",
    "roster/members.j2": "Jen {{ items | length }} membroj.",
}
_PROBE = """
import json, sys, tempfile
from pathlib import Path
from assistant.assistant import Assistant
from tests.trained import letter_trained
from assistant.generator.dates import figures
from assistant.generator.texts import is_negated
from assistant.limits import known_language
from assistant.question.spoken import spoken_language
from assistant.web.strings import strings
from index.language import LANGUAGES, detect, is_function_word
from tests.assistant.library import document, library

page = document(
    "reto", "# La reto ARBO", "La reto ARBO estis fondita en junio 2011.",
    "La membroj de ARBO estas:", "- Alfa", "- Beta", "- Gama", language="eo",
)
assistant = Assistant(library(Path(tempfile.mkdtemp()), page), letter_trained())
asked = {
    "fact": "Kiam la reto ARBO estis fondita?",
    "list": "Kiuj estas la membroj de ARBO?",
    "refusal": "Kiom da lernejoj havas la urbo?",
}
answers = {name: assistant.ask(question) for name, question in asked.items()}
print(json.dumps({
    "languages": LANGUAGES,
    "detected": [detect(question) for question in asked.values()],
    "spoken": [spoken_language(question) for question in asked.values()],
    "answered": {name: answer.text for name, answer in answers.items()},
    "said": {name: answer.language for name, answer in answers.items()},
    "short": answers["fact"].short,
    "items": [item.name for item in answers["list"].items],
    "function": [is_function_word("kaj", tag) for tag in ("eo", "sq")],
    "month": sorted(map(repr, figures("la 5 junio 2011").dates)),
    "negated": [is_negated("Ni ne scias", tag) for tag in ("eo", "en")],
    "asked_in": known_language("eo"),
    "page": strings("eo") == strings("en"),
}))
"""


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the product that has one folder more."""
    home = tmp_path_factory.mktemp("product")
    for code in ("index", "assistant", "tests"):
        (home / code).symlink_to(ROOT / code)
    shutil.copytree(ROOT / "prompts", home / "prompts")
    _add_language(home / "prompts" / "eo")
    return home


@pytest.fixture(scope="module")
def told(product: Path) -> dict[str, Any]:
    """What the product says then."""
    ended = _run(product, _PROBE)
    assert not ended.returncode, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def _run(home: Path, code: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=home,
        env=os.environ | {"PYTHONPATH": _path(home), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def _add_language(folder: Path) -> None:
    folder.mkdir()
    (folder / "lexicon.yaml").write_text(_LEXICON, encoding="utf-8")
    for name, template in _TEMPLATES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(template, encoding="utf-8")


def _path(home: Path) -> str:
    """This process's path with ``home`` in the place of the checkout."""
    others = [entry for entry in sys.path if entry and Path(entry).resolve() != ROOT]
    return os.pathsep.join([str(home), *others])


def test_a_folder_is_a_language_that_may_be_asked_in(told: dict[str, Any]) -> None:
    assert told["languages"] == ["sq", "en", "sr", "eo"]
    assert told["asked_in"] == "eo"


def test_its_questions_are_told_from_the_others(told: dict[str, Any]) -> None:
    assert told["detected"] == told["spoken"] == ["eo", "eo", "eo"]


def test_its_templates_answer(told: dict[str, Any]) -> None:
    assert set(told["said"].values()) == {"eo"}
    assert told["answered"]["fact"].startswith("Laŭ la dokumentoj:")
    assert told["answered"]["list"] == "Jen 3 membroj."
    assert told["answered"]["refusal"] == "La dokumentoj ne diras tion."


def test_its_words_are_found_in_questions_and_documents(told: dict[str, Any]) -> None:
    assert told["short"] == "junio 2011"
    assert told["items"] == ["Alfa", "Beta", "Gama"]
    assert told["function"] == [True, False]
    assert told["negated"] == [True, False]


def test_its_months_come_from_the_library(told: dict[str, Any]) -> None:
    assert told["month"] == ["Date(year=2011, month=6, day=5)"]


def test_what_its_folder_lacks_another_language_says(told: dict[str, Any]) -> None:
    assert told["page"]


def test_a_slip_in_a_lexicon_is_said_in_one_line(product: Path) -> None:
    (product / "prompts" / "xx").mkdir()
    slip = product / "prompts" / "xx" / "lexicon.yaml"
    slip.write_text("locale: en\nstop_wrods: the", encoding="utf-8")
    ended = _run(product, "import sys; from assistant.cli import main; sys.exit(main(['--help']))")
    slip.unlink()
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "xx/lexicon.yaml: stop_wrods:" in ended.stderr
