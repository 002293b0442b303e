"""The bundled model as an OpenVINO graph and SentencePiece pieces, made once and cached.

torch and transformers are imported inside the functions because only the conversion needs
them: a running service never pays their start-up time and memory.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from index.durable import whole_folder
from index.embedding.checkpoint import build_bert
from index.embedding.model_file import ModelFile
from index.embedding.pieces import write_model

if TYPE_CHECKING:
    import openvino

GRAPH_FILE = "encoder.xml"
PIECES_FILE = "pieces.model"
LAYOUT = 2  # of the folder; another one is made anew


def convert(model: ModelFile, folder: Path) -> None:
    """Write the encoder graph and the pieces to ``folder``, which appears only when whole."""
    with whole_folder(folder) as unfinished:
        _save_graph(model, unfinished / GRAPH_FILE)
        write_model(model.vocabulary(), unfinished / PIECES_FILE)


def _save_graph(model: ModelFile, path: Path) -> None:
    import openvino

    openvino.save_model(_trace(model), path, compress_to_fp16=False)


def _trace(model: ModelFile) -> openvino.Model:
    import openvino
    import torch

    hidden = model.header.hidden

    class Layers(torch.nn.Module):
        """The layers above the word embeddings, which are looked up outside the graph."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = build_bert(model)

        def forward(self, words: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            states: torch.Tensor = self.bert(
                inputs_embeds=words, attention_mask=mask
            ).last_hidden_state
            return states

    example = {"words": torch.zeros(2, 7, hidden), "mask": torch.ones(2, 7, dtype=torch.long)}
    with warnings.catch_warnings():
        # Tracing warns of Python branches on shapes; the shapes' effects are tested instead.
        warnings.simplefilter("ignore")
        return openvino.convert_model(
            Layers(), example_input=example, input=[("words", [-1, -1, hidden]), ("mask", [-1, -1])]
        )
