"""One run of everything that is measured."""

import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel
from sentencex import segment

from assistant.bench.corpus import write_corpus
from assistant.bench.engines import Runtime, compare
from assistant.bench.scale import Building, Serving, measure_building, measure_serving
from assistant.composition import build_index, embedding_model, open_model, open_store
from assistant.settings import Settings
from index.build import Progress
from index.catalog import StoredDocument
from index.generation import Generation
from index.language import LANGUAGES, every
from index.reading import BlockKind
from index.store import Store


class BenchShape(BaseModel):
    """What ``kuvend bench`` prints."""

    runtimes: tuple[Runtime, ...]
    building: Building
    serving: Serving
    disk_mb: float


def run(settings: Settings, passages: int, progress: Progress) -> BenchShape:
    """Measure with the documents of ``settings``; what is built for it is removed at the end."""
    build_index(settings, settings.documents, progress)
    store = open_store(settings)
    generation, _refused = store.open()
    texts = [stored.passage.text for stored in generation.catalog.passages()]
    sentences = list(_sentences(generation))
    generation.close()
    open_model(settings)  # as a service does, which also keeps numpy's threads off the model's
    runtimes = compare(texts, store.model_cache)
    with tempfile.TemporaryDirectory() as scratch:
        folder, large = Path(scratch, "documents"), Store(Path(scratch, "store"))
        write_corpus(folder, sentences, passages)
        # The service below opens the model from its own store: it finds this one's there.
        large.folder.mkdir()
        large.model_cache.symlink_to(store.model_cache.resolve())
        questions = every(lambda pack: pack.examples.questions)
        building = measure_building(folder, large, embedding_model(settings), progress)
        serving = measure_serving(large.folder, folder, questions, _free_port())
        disk = _megabytes(large.folder / "generations" / str(large.current_name()))
    return BenchShape(runtimes=runtimes, building=building, serving=serving, disk_mb=disk)


def _sentences(generation: Generation) -> Iterator[str]:
    for document in generation.catalog.whole_documents():
        if document.info.language == LANGUAGES[0]:
            yield from _sentences_of(document)


def _sentences_of(document: StoredDocument) -> Iterator[str]:
    content = document.content
    for block in content.blocks:
        if block.kind is BlockKind.PARAGRAPH:
            found = segment(document.info.language, content.text[block.start : block.end])
            yield from (sentence.strip() for sentence in found)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6
