"""The shape of the house: imports point one way, modules stay small, words are data."""

import ast
import dataclasses
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

import pytest

from index.language import fallback, folded_words, packs
from tests.conftest import ROOT

MODULES = sorted(path for name in ("index", "assistant") for path in (ROOT / name).rglob("*.py"))
MOST_LINES = 280
# Words of other languages that are English, or Python's, as well.
ALSO_ENGLISH = {"data", "grad", "invalid", "listen", "savez"}
SHORTEST_WORD = 4


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_from_serve_to_assistant_to_index(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    forbidden = {"index": {"assistant", "serve", "tests"}, "assistant": {"tests"}}[package]
    roots = {name.partition(".")[0] for name in _imported(path)}
    assert not roots & forbidden


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_grows_past_one_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


def test_nothing_is_named_after_what_is_left_over() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "helpers", "common", "misc"}]


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts([*value, *value.values()])
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from _texts(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))


def _words(texts: Iterator[str]) -> set[str]:
    return {word for text in texts for word in folded_words(text) if len(word) >= SHORTEST_WORD}


@lru_cache(maxsize=1)
def _foreign() -> set[str]:
    """The words of the packs that are not the fallback's too."""
    known = [
        dataclasses.replace(pack, locale="", described_as="")
        for pack in packs().values()
        if not pack.fallback
    ]
    return _words(_texts(known)) - _words(_texts(fallback())) - ALSO_ENGLISH


@lru_cache(maxsize=1)
def _names() -> set[str]:
    """The short names that the shipped documents are about."""
    texts = (file.read_text("utf-8") for file in (ROOT / "documents").glob("*.md"))
    return {name for text in texts for name in re.findall(r"\b[A-Z]{4,}\b", text)}


@pytest.mark.parametrize(
    "path",
    MODULES,
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_no_module_holds_a_word_of_a_language_or_the_name_of_a_document(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not _foreign().intersection(folded_words(text))
    assert not _names().intersection(re.findall(r"\b[A-Z]{4,}\b", text))
