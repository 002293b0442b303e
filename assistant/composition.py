"""Where everything is put together: settings -> store -> library -> assistant -> app.

The only module that constructs the parts; ``serve.py`` and the commands call it.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import structlog
from fastapi import FastAPI
from threadpoolctl import threadpool_limits

from assistant.api.app import create_app
from assistant.api.logs import configure_logs
from assistant.api.services import Answering
from assistant.assistant import Assistant
from assistant.question_log import QuestionLog, Remembering, purging
from assistant.reader.trained import Trained, read_trained
from assistant.recall import Recalling
from assistant.settings import Settings
from assistant.web.templating import Site
from index.build import BuildReport, EmbeddingModel, Progress, build
from index.embedding import BUNDLED_NAME, Embedder, open_embedder
from index.language import PROMPTS
from index.language.pack import first_questions
from index.library import Library, reloading
from index.store import Store

if TYPE_CHECKING:
    from mcp.server import MCPServer

    from assistant.generator.generator import Generator

_BUNDLED = "bundled"
_RELOAD_SECONDS = 1.0
# Words that no dictionary has.
_UNKNOWN_WORDS = "QZX XQW"


def open_store(settings: Settings) -> Store:
    """The store of ``settings``, which need not hold anything yet."""
    return Store(settings.store)


def embedding_model(settings: Settings) -> EmbeddingModel:
    """The model of ``settings`` under the name that stores know it by, opened when needed."""
    bundled = settings.embedding_model == _BUNDLED
    name = BUNDLED_NAME if bundled else settings.embedding_model
    return EmbeddingModel(name, lambda: open_model(settings))


def open_model(settings: Settings) -> Embedder:
    """The model of ``settings``, ready to embed; raises ``ModelError``."""
    # numpy's threads wait for their next product by spinning, on the cores that the model needs;
    # all products beside the model's own are small.
    threadpool_limits(limits=1, user_api="blas")
    return open_embedder(settings.embedding_model, open_store(settings).model_cache)


def build_index(settings: Settings, folder: Path, progress: Progress) -> BuildReport:
    """Index ``folder`` into the store of ``settings``; raises ``KuvendError``."""
    return build(folder, open_store(settings), embedding_model(settings), progress)


def open_library(settings: Settings) -> Library:
    """The library over the newest generation; raises ``StoreError`` or ``ModelError``."""
    # The store first: that nothing is indexed yet is known in no time, a model takes seconds.
    store = open_store(settings)
    generation, _refused = store.open()
    generation.close()
    return Library(store, open_model(settings))


def open_assistant(settings: Settings, library: Library) -> Assistant:
    """The assistant that answers from ``library``."""
    return Assistant(library, open_trained(settings), settings.contact)


def open_trained(settings: Settings) -> Trained:
    """What the reader of ``settings`` learnt; raises ``TrainedFileError``."""
    return read_trained(settings.reader or trained_path())


def trained_path() -> Path:
    """Where the trained numbers of the reader are."""
    return PROMPTS / "reader" / "trained.npz"


def open_generator(settings: Settings, library: Library) -> "Generator | None":
    """What phrases answers with the language model of ``settings``; ``None`` without one."""
    if settings.llm_base_url is None:
        return None
    # Here, since loading its client takes a second that most never need to wait.
    from assistant.generator.endpoint import Endpoint
    from assistant.generator.generator import Generator
    from assistant.generator.nearness import Nearness

    key = settings.llm_api_key.get_secret_value() if settings.llm_api_key else None
    endpoint = Endpoint(settings.llm_base_url, settings.llm_model, key)
    return Generator(endpoint, Nearness(library.embedder))


@contextmanager
def remembering(settings: Settings, assistant: Answering) -> Iterator[Answering]:
    """The assistant, keeping unanswered questions if ``settings`` want them kept."""
    log = QuestionLog(settings.store)
    if not settings.question_log:
        yield assistant
        return
    with purging(log):
        yield Remembering(assistant, log)


@contextmanager
def open_app(settings: Settings) -> Iterator[FastAPI]:
    """The app over the store of ``settings``, following new generations while it is open."""
    library = open_library(settings)
    assistant = open_assistant(settings, library)
    # Dictionaries and kernels load with the first question: it should not be a visitor's.
    for question in (*first_questions(), _UNKNOWN_WORDS):
        assistant.ask(question)
    recalling = Recalling(library, assistant)
    with reloading(library, _RELOAD_SECONDS), remembering(settings, recalling) as answering:
        configure_logs(sys.stderr)
        yield create_app(
            library,
            answering,
            log=structlog.get_logger(),
            allowed_origins=settings.allowed_origins,
            site=Site(settings.helpline),
            limited=settings.rate_limit,
            generator=open_generator(settings, library),
        )


@contextmanager
def open_mcp(settings: Settings) -> Iterator["MCPServer[None]"]:
    """The MCP server over the store of ``settings``, following new generations while open."""
    from assistant.mcp.server import create_mcp

    library = open_library(settings)
    assistant = open_assistant(settings, library)
    with reloading(library, _RELOAD_SECONDS):
        # Standard output carries the protocol.
        configure_logs(sys.stderr)
        yield create_mcp(library, assistant, open_generator(settings, library))
