"""Any sentence-transformers model, on CUDA where there is one.

torch is imported when a model is opened, not with the module: the bundled model needs none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedding
from index.embedding.means import Centre, TokenMeans
from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32
_WINDOW = 512


class SentenceEmbedder:
    """A sentence-transformers model by name or folder, with the model's own prompts."""

    def __init__(
        self, model: str | Path, name: str | None = None, means: TokenMeans | None = None
    ) -> None:
        """Load ``model``; ``name`` is what stores record (default: the name itself).

        Raises ``ModelError`` when it cannot be loaded.
        """
        from sentence_transformers import SentenceTransformer

        self.name = name or str(model)
        try:
            self._model = SentenceTransformer(str(model), trust_remote_code=False)
        except (OSError, ValueError, RuntimeError) as error:
            raise ModelError(
                f"The embedding model {model!s} could not be loaded "
                f"({type(error).__name__}): check KUVEND_EMBEDDING_MODEL."
            ) from error
        self._means = means or TokenMeans.unknown(self.dimensions)
        self._passage_prompt = _prompt(self._model, "document", "passage")
        self._question_prompt = _prompt(self._model, "query", "question")

    @property
    def dimensions(self) -> int:
        """The length of the model's vectors."""
        return int(self._model.get_embedding_dimension() or 0)

    def embed_passages(self, texts: Sequence[str]) -> Iterator[Embedding]:
        """The embeddings of ``texts``, in their order."""
        for start in range(0, len(texts), _WINDOW):
            window = texts[start : start + _WINDOW]
            yield from self._embed(window, self._passage_prompt, self._means.centre_passage)

    def embed_question(self, text: str, language: str) -> Embedding:
        """The embedding of one question."""
        centre = partial(self._means.centre_question, language=language)
        return self._embed([text], self._question_prompt, centre)[0]

    def _embed(self, texts: Sequence[str], prompt: str, centre: Centre) -> list[Embedding]:
        outputs: Any = self._model.encode(
            list(texts),
            prompt=prompt,
            batch_size=_BATCH,
            output_value=None,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return [
            self._embedding(prompt + text, len(prompt), output, centre)
            for text, output in zip(texts, outputs, strict=True)
        ]

    def _embedding(
        self, text: str, prefix: int, output: dict[str, Any], centre: Centre
    ) -> Embedding:
        tokenizer = self._model.tokenizer
        encoded = tokenizer(text, truncation=True, return_offsets_mapping=True)
        spans = np.array(encoded["offset_mapping"], np.int32).reshape(-1, 2)
        hidden = _array(output["token_embeddings"])[: len(spans)]
        own = spans[:, 1] > prefix
        return Embedding(
            vector=_array(output["sentence_embedding"]),
            tokens=centre(hidden[own]),
            token_ids=np.array(encoded["input_ids"], np.int32)[own],
            spans=np.maximum(spans[own] - prefix, 0),
        )


def _prompt(model: SentenceTransformer, *names: str) -> str:
    return next((prompt for name in names if (prompt := model.prompts.get(name))), "")


def _array(tensor: Any) -> NDArray[np.float32]:
    return np.asarray(tensor.detach().float().cpu().numpy(), np.float32)
