"""Any sentence-transformers model, on CUDA where there is one.

torch is imported when a model is opened, not with the module: the bundled model needs none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.embedder import Embedding
from index.embedding.space import Placing, TokenSpace
from index.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 32
_WINDOW = 512


class SentenceEmbedder:
    """A sentence-transformers model by name or folder, with the model's own prompts."""

    def __init__(
        self, model: str | Path, name: str | None = None, space: TokenSpace | None = None
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
                f"({type(error).__name__}): check KUVEND_EMBEDDING_MODEL. "
                "HF_HUB_OFFLINE=0 lets a model be fetched by its name."
            ) from error
        self._space = space or TokenSpace.unknown(self.dimensions)
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
            placings = [self._space.passage] * len(window)
            yield from self._embed(window, self._passage_prompt, placings)

    def embed_questions(self, texts: Sequence[str], languages: Sequence[str]) -> list[Embedding]:
        """The embeddings of a few questions in their languages."""
        placings = list(map(self._space.question, texts, languages))
        return self._embed(texts, self._question_prompt, placings)

    def _embed(
        self, texts: Sequence[str], prompt: str, placings: Sequence[Placing]
    ) -> list[Embedding]:
        outputs: Any = self._model.encode(
            list(texts),
            prompt=prompt,
            batch_size=_BATCH,
            output_value=None,
            normalize_embeddings=True,
            show_progress_bar=False,
        )
        return [
            self._embedding(prompt + text, len(prompt), output, placed)
            for text, output, placed in zip(texts, outputs, placings, strict=True)
        ]

    def _embedding(
        self, text: str, prefix: int, output: dict[str, Any], placed: Placing
    ) -> Embedding:
        tokenizer = self._model.tokenizer
        encoded = tokenizer(text, truncation=True, return_offsets_mapping=True)
        spans = np.array(encoded["offset_mapping"], np.int32).reshape(-1, 2)
        hidden = _array(output["token_embeddings"])[: len(spans)]
        own = spans[:, 1] > prefix
        return Embedding(
            vector=_array(output["sentence_embedding"]),
            tokens=placed(hidden[own]),
            token_ids=np.array(encoded["input_ids"], np.int32)[own],
            spans=np.maximum(spans[own] - prefix, 0),
        )


def _prompt(model: SentenceTransformer, *names: str) -> str:
    return next((prompt for name in names if (prompt := model.prompts.get(name))), "")


def _array(tensor: Any) -> NDArray[np.float32]:
    return np.asarray(tensor.detach().float().cpu().numpy(), np.float32)
