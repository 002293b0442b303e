"""Fixtures that every tier shares."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from index.build import BuildReport, EmbeddingModel, build
from index.embedding import Embedder, open_embedder
from index.library import Library
from index.store import Store
from tests.fakes import LetterEmbedder, Silent

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches beyond this machine: a connection to any other address fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise AssertionError(f"a test tried to reach {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def letters() -> LetterEmbedder:
    """A model that can be worked out by hand."""
    return LetterEmbedder()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty documents folder."""
    path = tmp_path / "documents"
    path.mkdir()
    return path


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that nothing was built in yet."""
    return Store(tmp_path / "store")


@pytest.fixture
def index(folder: Path, store: Store, letters: LetterEmbedder) -> Callable[[], BuildReport]:
    """Index the documents folder as it is now."""
    model = EmbeddingModel(letters.name, lambda: letters)
    return lambda: build(folder, store, model, Silent())


@pytest.fixture(scope="session")
def real_embedder() -> Embedder:
    """The bundled model, converted once into the checkout's own store."""
    return open_embedder("bundled", ROOT / ".kuvend" / "models")


@pytest.fixture(scope="session")
def real_library(real_embedder: Embedder, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The shipped documents, indexed with the bundled model."""
    store = Store(tmp_path_factory.mktemp("store"))
    model = EmbeddingModel(real_embedder.name, lambda: real_embedder)
    build(ROOT / "documents", store, model, Silent())
    return Library(store, real_embedder)
