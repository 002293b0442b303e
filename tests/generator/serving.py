"""A service with fakes and a model that never ends, in a process of its own: prints its port."""

import sys
from dataclasses import replace
from pathlib import Path

import structlog

from assistant.answer import Kind
from assistant.api.app import create_app
from assistant.api.server import listen, run
from assistant.generator.endpoint import Endpoint
from assistant.generator.generator import Generator
from assistant.generator.nearness import Nearness
from index.build import EmbeddingModel, build
from index.library import Library
from index.store import Store
from tests.api.canned import Canned, answer_from
from tests.api.conftest import write_documents
from tests.fakes import LetterEmbedder, Silent
from tests.generator.scripted import scripted


def serve(folder: Path) -> None:
    """Serve until told to stop."""
    documents, store, letters = folder / "documents", Store(folder / "store"), LetterEmbedder()
    documents.mkdir()
    write_documents(documents)
    build(documents, store, EmbeddingModel(letters.name, lambda: letters), Silent())
    library = Library(store, letters)
    answer = replace(answer_from(library), kind=Kind.FACT, items=(), checked=None)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with scripted() as (url, script), listen("127.0.0.1", 0) as listener:
        script.play = "keep-alive"
        generator = Generator(Endpoint(url, "slow"), Nearness(letters))
        app = create_app(library, Canned(answer), log=structlog.get_logger(), generator=generator)
        sys.stdout.write(f"{listener.getsockname()[1]}\n")
        sys.stdout.flush()
        run(app, listener)


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
