"""Text to vectors: the bundled model by default, any sentence-transformers model by name."""

import ctypes
from pathlib import Path

from index.durable import whole_folder
from index.embedding.bundled import NAME as BUNDLED_NAME
from index.embedding.bundled import BundledEmbedder
from index.embedding.embedder import Embedder, Embedding
from index.embedding.space import TokenSpace

__all__ = ["BUNDLED_NAME", "BundledEmbedder", "Embedder", "Embedding", "open_embedder"]

BUNDLED = "bundled"


def open_embedder(model: str, cache: Path) -> Embedder:
    """The embedder for ``model``: ``bundled``, or a sentence-transformers name or folder.

    ``cache`` keeps what is made of the bundled model. The bundled model runs in torch where a
    CUDA device is, else in OpenVINO; both give the same vectors to cosine 0.999, so a store
    built by one serves the other.

    Raises ``ModelError`` when the model is missing, damaged or cannot be loaded.
    """
    if model == BUNDLED and not cuda_devices():
        return BundledEmbedder(cache)
    from index.embedding.sentence import SentenceEmbedder

    if model == BUNDLED:
        return SentenceEmbedder(bundled_checkpoint(cache), BUNDLED_NAME, TokenSpace.bundled())
    return SentenceEmbedder(model)


def bundled_checkpoint(cache: Path) -> Path:
    """The folder of the bundled model as sentence-transformers saves it, made when missing."""
    from index.embedding.checkpoint import write_checkpoint
    from index.embedding.model_file import ModelFile, find_model_file

    folder = cache / f"{BUNDLED_NAME}-checkpoint"
    if not folder.is_dir():
        with whole_folder(folder) as unfinished:
            write_checkpoint(ModelFile(find_model_file()), unfinished)
    return folder


def cuda_devices() -> int:
    """How many CUDA devices the driver sees, asked of the driver itself: torch takes seconds."""
    try:
        driver = ctypes.CDLL("libcuda.so.1")
    except OSError:
        return 0
    count = ctypes.c_int(0)
    found = driver.cuInit(0) == 0 and driver.cuDeviceGetCount(ctypes.byref(count)) == 0
    return count.value if found else 0
