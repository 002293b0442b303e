"""The commands with a model that can be worked out by hand and an assistant told what to say."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import structlog

from assistant import composition
from assistant.cli import main
from index.embedding import BUNDLED_NAME
from tests.api.canned import Canned
from tests.api.conftest import write_documents
from tests.fakes import LetterEmbedder

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def assistant() -> Canned:
    """The assistant that ``kuvend ask`` asks."""
    return Canned()


@pytest.fixture
def _restored_logs() -> Iterator[None]:
    """Logging is the process's: what a service set up is undone after the test."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.reset_defaults()
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
def run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    assistant: Canned,
) -> Run:
    """Run one command on two documents: its exit code, standard output and standard error."""
    documents = tmp_path / "documents"
    documents.mkdir()
    write_documents(documents)
    monkeypatch.setenv("KUVEND_DOCUMENTS", str(documents))
    monkeypatch.setenv("KUVEND_STORE", str(tmp_path / "store"))
    monkeypatch.setattr(
        composition, "open_embedder", lambda _model, _cache: LetterEmbedder(BUNDLED_NAME)
    )
    monkeypatch.setattr(composition, "open_assistant", lambda _settings, _library: assistant)

    def run_one(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_one
