"""A service with fakes in a process of its own: it prints its address and serves."""

import sys
import tempfile
from pathlib import Path

import structlog

from assistant.api.app import create_app
from assistant.api.logs import configure_logs
from assistant.api.server import address, listen, run
from index.build import EmbeddingModel, build
from index.library import Library
from index.store import Store
from tests.api.canned import Canned
from tests.api.conftest import write_documents
from tests.fakes import LetterEmbedder, Silent


def serve(folder: Path) -> None:
    """Serve two documents until told to stop."""
    documents, store, letters = folder / "documents", Store(folder / "store"), LetterEmbedder()
    documents.mkdir()
    write_documents(documents)
    build(documents, store, EmbeddingModel(letters.name, lambda: letters), Silent())
    configure_logs(sys.stderr)
    log = structlog.get_logger()
    with listen("127.0.0.1", 0) as listener:
        log.info("serving", address=address(listener))
        run(create_app(Library(store, letters), Canned(), log=log), listener)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        serve(Path(scratch))
