"""The shape of the house: imports point one way, modules stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted(path for name in ("index", "assistant") for path in (ROOT / name).rglob("*.py"))
MOST_LINES = 280


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
