"""Runs the product's search over a question set and measures what it finds.

A set's corpus is indexed by the product's own build into a store of its own, named by the
content, so that a second run embeds nothing.
"""

import hashlib
import statistics
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import ir_measures
from ir_measures import RR, R, nDCG

from index.build import EmbeddingModel, Progress, build_collection
from index.catalog import DocumentInfo, StoredDocument
from index.collect import Collection
from index.embedding import Embedder
from index.errors import UnreadableFileError
from index.evaluation.beir import Dataset
from index.language import detect
from index.ranking import RECIPE, Recipe
from index.reading import read_plain_text
from index.search import Searcher
from index.store import Store

_MEASURES = (nDCG @ 10, R @ 1, R @ 5, R @ 10, RR @ 10)
_NAMES = ("ndcg@10", "recall@1", "recall@5", "recall@10", "mrr@10")
_PASSAGES = 100  # how many passages are asked for, so that ten documents surely are among them


@dataclass(frozen=True, slots=True)
class Figures:
    """One set's figures: each measure by name, from 0 to 1, and the median time of a question."""

    dataset: str
    questions: int
    documents: int
    measures: dict[str, float]
    median_ms: float


def evaluate(
    dataset: Dataset,
    cache: Path,
    embedder: Embedder,
    progress: Progress,
    recipe: Recipe = RECIPE,
) -> Figures:
    """Index ``dataset``'s corpus below ``cache`` where it is not yet, and ask every question."""
    collection = _collection(dataset)
    digest = _digest(dataset)
    store = Store(cache / f"{dataset.name}-{digest[:12]}")
    model = EmbeddingModel(embedder.name, lambda: embedder)
    build_collection(collection, digest, store, model, progress)
    generation, _refused = store.open()
    with closing(generation):
        return _ask_all(dataset, Searcher(generation, embedder, recipe))


def _ask_all(dataset: Dataset, searcher: Searcher) -> Figures:
    ids = list(dataset.corpus)
    run: dict[str, dict[str, float]] = {}
    times: list[float] = []
    for key, question in dataset.questions.items():
        start = time.perf_counter()
        hits = searcher.search(question, _PASSAGES).hits
        times.append(1000 * (time.perf_counter() - start))
        scores: dict[str, float] = {}
        for hit in hits:
            # A document is as good as its best passage, and hits come best first.
            scores.setdefault(ids[int(hit.document.id)], hit.score)
        run[key] = scores
    found = ir_measures.calc_aggregate(_MEASURES, dataset.judgements, run)
    return Figures(
        dataset=dataset.name,
        questions=len(dataset.questions),
        documents=len(dataset.corpus),
        measures={
            name: float(found[measure]) for name, measure in zip(_NAMES, _MEASURES, strict=True)
        },
        median_ms=statistics.median(times) if times else 0.0,
    )


def _collection(dataset: Dataset) -> Collection:
    documents = (_document(number, text) for number, text in enumerate(dataset.corpus.values()))
    return Collection(tuple(document for document in documents if document), ())


def _document(number: int, text: str) -> StoredDocument | None:
    try:
        content = read_plain_text(text)
    except UnreadableFileError:
        return None  # an empty text of the set: it cannot be found, which is its due
    info = DocumentInfo(id=str(number), title="", language=detect(text), path=f"{number:06d}.txt")
    return StoredDocument(info, hashlib.sha256(text.encode()).hexdigest(), content)


def _digest(dataset: Dataset) -> str:
    texts = "\0".join(dataset.corpus.values())
    return hashlib.sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()
