"""The bundled model as an ordinary sentence-transformers folder, converted once and cached.

The folder is plain: any program that reads Hugging Face checkpoints loads it. torch and
transformers are imported inside the functions because only a conversion needs them: a running
service never pays their start-up time and memory.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from index.embedding.model_file import ModelFile, Vocabulary
from index.embedding.pieces import PAD

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel

QUESTION_PREFIX = "query: "
PASSAGE_PREFIX = "passage: "

# HF parameter name (below encoder.layer.N) -> tensor name in the file (below lN), rows or None.
_LAYER = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
_LAYER_NORMS = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}


def build_tokenizer(vocabulary: Vocabulary, max_tokens: int) -> Tokenizer:
    """The XLM-RoBERTa tokenizer, cutting texts at ``max_tokens``, special tokens included."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    pieces = list(zip(vocabulary.pieces, vocabulary.scores, strict=True))
    tokenizer = Tokenizer(models.Unigram(pieces, vocabulary.unknown, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    bos, eos = vocabulary.pieces[vocabulary.bos], vocabulary.pieces[vocabulary.eos]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        special_tokens=[(bos, vocabulary.bos), (eos, vocabulary.eos)],
    )
    tokenizer.add_special_tokens([bos, eos, vocabulary.pieces[vocabulary.pad]])
    tokenizer.enable_truncation(max_tokens)
    return tokenizer


def build_bert(model: ModelFile) -> BertModel:
    """The encoder as a transformers ``BertModel`` in float32, without the pooling head."""
    import torch
    from transformers import BertConfig, BertModel

    header = model.header
    config = BertConfig(
        vocab_size=header.vocabulary,
        hidden_size=header.hidden,
        num_hidden_layers=header.layers,
        num_attention_heads=header.heads,
        intermediate_size=header.intermediate,
        max_position_embeddings=header.positions,
        type_vocab_size=header.token_types,
        layer_norm_eps=header.epsilon,
        pad_token_id=PAD,
    )
    bert = BertModel(config, add_pooling_layer=False)
    weights = {name: torch.from_numpy(array) for name, array in _state(model).items()}
    bert.load_state_dict(weights, strict=False)
    missing = set(dict(bert.named_parameters())) - set(weights)
    if missing:
        raise ValueError(f"the model file lacks {sorted(missing)}")
    bert.eval()  # type: ignore[no-untyped-call]
    return bert


def write_checkpoint(model: ModelFile, folder: Path) -> None:
    """Save the model in ``folder`` as a sentence-transformers folder with E5's two prompts."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import PreTrainedTokenizerFast

    vocabulary, header = model.vocabulary(), model.header
    roles = {
        "bos_token": vocabulary.bos,
        "eos_token": vocabulary.eos,
        "cls_token": vocabulary.bos,
        "sep_token": vocabulary.eos,
        "pad_token": vocabulary.pad,
        "unk_token": vocabulary.unknown,
    }
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=build_tokenizer(vocabulary, header.positions),
        model_max_length=header.positions,
        **{role: vocabulary.pieces[token] for role, token in roles.items()},
    )
    with tempfile.TemporaryDirectory() as plain:
        build_bert(model).save_pretrained(plain)
        tokenizer.save_pretrained(plain)
        modules = [Transformer(plain), Pooling(header.hidden, "mean"), Normalize()]
        prompts = {"query": QUESTION_PREFIX, "document": PASSAGE_PREFIX}
        SentenceTransformer(modules=modules, prompts=prompts, device="cpu").save(str(folder))


def _state(model: ModelFile) -> dict[str, object]:
    header = model.header
    state: dict[str, object] = {
        "embeddings.word_embeddings.weight": model.tensor("emb.word", header.vocabulary),
        "embeddings.position_embeddings.weight": model.tensor("emb.pos", header.positions),
        "embeddings.token_type_embeddings.weight": model.tensor("emb.type", header.token_types),
        "embeddings.LayerNorm.weight": model.tensor("emb.ln.w"),
        "embeddings.LayerNorm.bias": model.tensor("emb.ln.b"),
    }
    for layer in range(header.layers):
        ours, theirs = f"l{layer}", f"encoder.layer.{layer}"
        for long, short in _LAYER.items():
            rows = header.intermediate if short == "fi" else header.hidden
            state[f"{theirs}.{long}.weight"] = model.tensor(f"{ours}.{short}.w", rows)
            state[f"{theirs}.{long}.bias"] = model.tensor(f"{ours}.{short}.b")
        for long, short in _LAYER_NORMS.items():
            state[f"{theirs}.{long}.weight"] = model.tensor(f"{ours}.{short}.w")
            state[f"{theirs}.{long}.bias"] = model.tensor(f"{ours}.{short}.b")
    return state
