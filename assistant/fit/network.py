"""The reader's network in torch, to be trained; ``assistant/reader/network.py`` runs it."""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.reader.inputs import Inputs
from assistant.reader.network import AHEAD, BLOCKS, CLEAR, SOFTNESS, VECTORS

_CHANNELS, _LEVELS = 4, 6
_TRAITS, _ABOUT = 3, 12  # columns of ``Inputs.traits`` and ``Inputs.sentences``
_HEADS, _WIDTH, _REACH = 4, 96, 7
# What the order of search counts before anything is learnt: without a start it is learnt too late.
SEARCH = 12.0
_FOUND = _LEVELS * _HEADS * (3 * VECTORS + _CHANNELS - VECTORS)
_TINY = 1e-6


class _Block(nn.Module):
    """A narrow convolution over neighbouring tokens, then each token by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(_WIDTH)
        self.kernel = nn.Parameter(torch.randn(_REACH, _WIDTH) / _REACH**0.5)
        self.bias = nn.Parameter(torch.zeros(_WIDTH))
        self.up = nn.Linear(_WIDTH, 2 * _WIDTH)
        self.down = nn.Linear(2 * _WIDTH, _WIDTH)

    def forward(self, hidden: Tensor, keep: Tensor) -> Tensor:
        normed = self.norm(hidden) * keep
        reach = _REACH // 2
        padded = functional.pad(normed, (0, 0, reach, reach))
        mixed = self.bias.expand_as(normed)
        for place in range(_REACH):
            mixed = torch.addcmul(mixed, padded[place : place + len(normed)], self.kernel[place])
        grown: Tensor = self.down(functional.gelu(self.up(mixed)))
        return (hidden + grown) * keep


class TrainableNetwork(nn.Module):
    """Scores of sentences, of none of them, and of the edges of answers; see ``Network``."""

    def __init__(self, size: int, dropout: float = 0.1) -> None:
        """``size`` is the length of the embedding model's vectors."""
        super().__init__()
        self.token = nn.Linear(size, _WIDTH)
        self.asked = nn.Linear(size, _WIDTH)
        self.whole = nn.Linear(size, _WIDTH)
        self.kind = nn.Linear(_WIDTH, _WIDTH, bias=False)
        self.metric = nn.Linear(size, _WIDTH, bias=False)
        self.metricq = nn.Linear(size, _WIDTH, bias=False)
        known = size + _TRAITS + _CHANNELS - VECTORS
        self.imp = nn.Sequential(nn.Linear(known, 64), nn.GELU(), nn.Linear(64, _HEADS))
        self.pool = nn.Linear(size, 1)
        self.sharp = nn.Parameter(torch.tensor(8.0))
        self.found = nn.Linear(2 + _CHANNELS * _HEADS, _WIDTH)
        self.blocks = nn.ModuleList(_Block() for _ in range(BLOCKS))
        self.answer = nn.Linear(_WIDTH, 2)
        self.scale = nn.LayerNorm(_WIDTH)
        self.judge = _scorer(_WIDTH + _FOUND + 2 + _ABOUT, _WIDTH, dropout)
        self.none_head = _scorer(8 * _HEADS + _WIDTH + 1, 32, dropout)
        self.drop = nn.Dropout(dropout)
        self.search = nn.Parameter(torch.tensor(SEARCH))

    def forward(self, one: "Tensors") -> tuple[Tensor, Tensor, Tensor]:
        """Scores of sentences ``(s,)``, of none, and of edges ``(n, 2)``."""
        similar = one.tokens @ one.question.T
        tokens = _unit(self.metric(one.tokens) * one.keep)
        learnt = tokens @ _unit(self.metricq(one.question)).T
        channels = (similar, learnt, one.letters, one.meanings)
        shares = self._shares(one, channels)
        pooled = torch.softmax(self.pool(one.question).T, 1) @ one.question
        whole = self.whole(pooled)
        hidden = self._hidden(one, channels, shares, whole)
        edges = self.answer(hidden)
        levels = [_levels(channel, one) for channel in channels]
        found = [_found(level, shares, number) for number, level in enumerate(levels)]
        strongest = _highest(edges[one.inside].sum(1, keepdim=True), one.lengths)
        inner = self.scale(_highest(hidden[one.inside], one.lengths))
        sizes = one.lengths.float()[:, None].log() / 4
        joined = torch.cat([inner, *found, sizes, strongest / 4, one.sentences], 1)
        scores = self.judge(joined)[:, 0] + self.search * one.sentences[:, AHEAD]
        top = int(scores.detach().argmax())
        best = [
            levels[channel][level][top] @ shares
            for channel in (0, VECTORS)
            for level in (0, 2, 4, 5)
        ]
        about = torch.cat([*best, whole[0], torch.tensor([one.best])])
        return scores, self.none_head(about[None])[0, 0], edges

    def _shares(self, one: "Tensors", channels: tuple[Tensor, ...]) -> Tensor:
        anywhere = [channel.amax(0)[:, None] for channel in channels[VECTORS:]]
        known = torch.cat([one.question, one.traits, *anywhere], 1)
        weights: Tensor = functional.softplus(self.imp(known))
        return weights / weights.sum(0, keepdim=True)

    def _hidden(
        self, one: "Tensors", channels: tuple[Tensor, ...], shares: Tensor, whole: Tensor
    ) -> Tensor:
        similar = channels[0]
        best = similar.amax(1, keepdim=True)
        gated = [channel.clamp(min=0) @ shares for channel in channels]
        token = self.token(one.tokens)
        aligned = torch.softmax(self.sharp * similar, 1) @ self.asked(one.question)
        hidden: Tensor = token + aligned + self.kind(token * whole)
        hidden = hidden + self.found(torch.cat([best, best * best, *gated], 1))
        hidden = self.drop(hidden) * one.keep
        for block in self.blocks:
            hidden = block(hidden, one.keep)
        return hidden

    if TYPE_CHECKING:

        def __call__(self, one: "Tensors") -> tuple[Tensor, Tensor, Tensor]: ...

    def arrays(self) -> dict[str, np.ndarray]:
        """The weights by name, for the trained file."""
        return {name: value.detach().numpy().copy() for name, value in self.state_dict().items()}


@dataclass(frozen=True, slots=True)
class Tensors:
    """``Inputs`` as tensors, which share its memory."""

    tokens: Tensor
    keep: Tensor
    question: Tensor
    traits: Tensor
    letters: Tensor
    meanings: Tensor
    inside: Tensor
    lengths: Tensor
    passage_of: Tensor
    passage_lengths: Tensor
    above: Tensor
    above_lengths: Tensor
    by_document: Tensor
    document_lengths: Tensor
    document_of: Tensor
    sentences: Tensor
    best: float

    @classmethod
    def of(cls, inputs: Inputs) -> "Tensors":
        """The tensors of ``inputs``."""
        names = [field.name for field in fields(inputs) if field.name != "best"]
        arrays = {
            name: torch.from_numpy(np.ascontiguousarray(getattr(inputs, name))) for name in names
        }
        return cls(**arrays, best=inputs.best)


def loss_of(
    network: TrainableNetwork, inputs: Inputs, right: list[int], answer: tuple[int, int] | None
) -> Tensor:
    """The listwise loss over all sentences and none, and that of the answer's first and last row.

    ``right`` are the sentences that answer, none for a question that has no answer there;
    ``answer`` the rows of the exact answer where it is known.
    """
    one = Tensors.of(inputs)
    scores, none, edges = network(one)
    every = torch.cat([none[None], scores])
    chosen = every[[place + 1 for place in right]] if right else every[:1]
    loss = torch.logsumexp(every, 0) - torch.logsumexp(chosen, 0)
    if answer is None:
        return loss
    inside = edges[one.inside]
    for side, row in enumerate(answer):
        loss = loss + _EDGES * (torch.logsumexp(inside[:, side], 0) - edges[row, side])
    return loss


_EDGES = 0.15


def _scorer(size: int, width: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(size, width), nn.GELU(), nn.Dropout(dropout), nn.Linear(width, 1)
    )


def _levels(channel: Tensor, one: Tensors) -> list[Tensor]:
    own = _highest(channel[one.inside], one.lengths)
    of = one.passage_of
    low = own.new_full((1, own.shape[1]), -1.0)
    same = (of[1:] == of[:-1])[:, None]
    before = torch.cat([low, torch.where(same, own[:-1], low)])
    behind = torch.cat([torch.where(same, own[1:], low), low])
    near = torch.maximum(own, torch.maximum(before, behind))
    above = _highest(functional.pad(channel, (0, 0, 0, 1))[one.above], one.above_lengths)
    passages = torch.maximum(_highest(own, one.passage_lengths), above)
    documents = _highest(passages[one.by_document], one.document_lengths)
    every = passages.amax(0, keepdim=True).expand_as(own)
    return [own, near, passages[of], documents[one.document_of[of]], every, above[of]]


def _found(levels: list[Tensor], shares: Tensor, channel: int) -> Tensor:
    if channel >= VECTORS:
        return torch.cat([level @ shares for level in levels], 1)
    parts = []
    for level in levels:
        parts.append(level.clamp(min=0) @ shares)
        parts.append((level - CLEAR).clamp(min=0) * 2 @ shares)
        parts.append(-torch.log(torch.exp(-SOFTNESS * level) @ shares + _TINY) / SOFTNESS)
    return torch.cat(parts, 1)


def _highest(values: Tensor, lengths: Tensor) -> Tensor:
    return torch.segment_reduce(values, "max", lengths=lengths, axis=0)


def _unit(values: Tensor) -> Tensor:
    return functional.normalize(values, dim=1, eps=1e-3)
