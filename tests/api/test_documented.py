"""What can be set, typed or requested stands in the documentation."""

import pytest

from assistant.cli.program import program
from assistant.settings import Settings, variable
from index.library import Library
from tests.api.canned import client_of
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def documentation() -> str:
    """Both texts together."""
    names = ("README.md", "ARCHITECTURE.md")
    return "".join((ROOT / name).read_text(encoding="utf-8") for name in names)


def test_every_setting_is_documented(documentation: str) -> None:
    names = {variable(field) for field in Settings.model_fields}
    assert not {name for name in names if f"`{name}`" not in documentation}
    assert all(field.description for field in Settings.model_fields.values())


def test_every_command_is_documented_and_helps_with_an_example(documentation: str) -> None:
    for command in program().registered_commands:
        assert f"`kuvend {command.name}" in documentation
        assert command.callback is not None
        assert "Example: " in (command.callback.__doc__ or ""), command.name


def test_every_endpoint_is_documented(library: Library, documentation: str) -> None:
    contract = client_of(library).get("/openapi.json").json()
    for path, methods in contract["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}" in documentation
