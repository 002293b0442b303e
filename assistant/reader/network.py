"""Inputs -> scores of sentences: learnt late interaction over the token vectors of the index.

Every token of the question meets every token of the passages, by vectors, letters and meanings.
Learnt are how much each question token matters, what kind of text answers such a question (a
product of question and token), how matches stand together (two narrow convolutions), and how all
of it adds up. ``assistant/fit/network.py`` is the same in torch, to train.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import erf

from assistant.reader.inputs import Inputs

Array = NDArray[np.float32]

BLOCKS = 2
VECTORS = 2  # the first channels are cosines, the others equalities
# A cosine below this is that of words on one subject, not of one word.
CLEAR = 0.45
SOFTNESS = 6.0
AHEAD = 8  # the column of ``Inputs.sentences`` that says how far search ranks it behind its best
_ROOT = np.float32(0.5**0.5)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the network says: log-odds up to a constant.

    ``sentences`` has shape ``(s,)``; ``none`` is the score of no sentence answering; ``edges`` says
    of each row whether an answer begins and ends there, shape ``(n, 2)``.
    """

    sentences: Array
    none: float
    edges: Array


class Network:
    """The trained network."""

    def __init__(self, weights: Mapping[str, Array]) -> None:
        """``weights`` are named as in the torch module that they were trained in."""
        self._weights = {name: value.astype(np.float32) for name, value in weights.items()}

    def __call__(self, inputs: Inputs) -> Scores:
        """The scores of all sentences of ``inputs``."""
        similar = inputs.tokens @ inputs.question.T
        channels = (similar, self._learnt(inputs), inputs.letters, inputs.meanings)
        shares = self._shares(inputs, channels)
        whole = self._whole(inputs.question)
        hidden = self._hidden(inputs, channels, shares, whole)
        edges = self._linear(hidden, "answer")
        levels = [_levels(channel, inputs) for channel in channels]
        found = [self._found(level, shares, number) for number, level in enumerate(levels)]
        strongest = _highest(edges[inputs.inside].sum(axis=1, keepdims=True), inputs.lengths)
        inner = self._norm(_highest(hidden[inputs.inside], inputs.lengths), "scale")
        sizes = np.log(inputs.lengths.astype(np.float32))[:, None] / 4
        joined = np.concatenate([inner, *found, sizes, strongest / 4, inputs.sentences], axis=1)
        scores = self._linear(_gelu(self._linear(joined, "judge.0")), "judge.3")[:, 0]
        scores = scores + self._weights["search"] * inputs.sentences[:, AHEAD]
        none = self._none(levels, shares, whole, inputs.best, int(scores.argmax()))
        return Scores(scores, none, edges)

    def _learnt(self, inputs: Inputs) -> Array:
        """Cosines in a space of its own, where what asks lies beside what answers."""
        tokens = _unit(self._linear(inputs.tokens, "metric") * inputs.keep)
        return np.asarray(tokens @ _unit(self._linear(inputs.question, "metricq")).T, np.float32)

    def _shares(self, inputs: Inputs, channels: tuple[Array, ...]) -> Array:
        """How much each question token matters, by head, shape ``(t, heads)``."""
        anywhere = [channel.max(axis=0) for channel in channels[VECTORS:]]
        known = np.column_stack([inputs.question, inputs.traits, *anywhere])
        weights = _softplus(self._linear(_gelu(self._linear(known, "imp.0")), "imp.2"))
        return np.asarray(weights / weights.sum(axis=0), np.float32)

    def _whole(self, question: Array) -> Array:
        return self._linear(_softmax(self._linear(question, "pool").T) @ question, "whole")

    def _hidden(
        self, inputs: Inputs, channels: tuple[Array, ...], shares: Array, whole: Array
    ) -> Array:
        similar = channels[0]
        best = similar.max(axis=1, keepdims=True)
        gated = [np.maximum(channel, 0) @ shares for channel in channels]
        token = self._linear(inputs.tokens, "token")
        aligned = _softmax(self._weights["sharp"] * similar) @ self._linear(
            inputs.question, "asked"
        )
        hidden = token + aligned + self._linear(token * whole, "kind")
        hidden += self._linear(np.concatenate([best, best * best, *gated], axis=1), "found")
        hidden *= inputs.keep
        for number in range(BLOCKS):
            hidden = self._block(hidden, inputs.keep, f"blocks.{number}")
        return hidden

    def _block(self, hidden: Array, keep: Array, name: str) -> Array:
        normed = self._norm(hidden, f"{name}.norm") * keep
        kernel = self._weights[f"{name}.kernel"]
        reach = len(kernel) // 2
        padded = np.pad(normed, ((reach, reach), (0, 0)))
        mixed = np.tile(self._weights[f"{name}.bias"], (len(hidden), 1))
        for place, row in enumerate(kernel):
            mixed += padded[place : place + len(hidden)] * row
        grown = _gelu(self._linear(mixed, f"{name}.up"))
        return np.asarray((hidden + self._linear(grown, f"{name}.down")) * keep, np.float32)

    def _found(self, levels: list[Array], shares: Array, channel: int) -> Array:
        """What the question's tokens found at each level, by head."""
        if channel >= VECTORS:
            return np.concatenate([level @ shares for level in levels], axis=1)
        parts = []
        for level in levels:
            parts.append(np.maximum(level, 0) @ shares)
            parts.append(np.maximum(level - CLEAR, 0) * 2 @ shares)
            parts.append(-np.log(np.exp(-SOFTNESS * level) @ shares + 1e-6) / SOFTNESS)
        return np.concatenate(parts, axis=1)

    def _none(
        self, levels: list[list[Array]], shares: Array, whole: Array, best: float, top: int
    ) -> float:
        """The score of no answer: what the best sentence found, and what was asked."""
        found = [
            levels[channel][level][top] @ shares
            for channel in (0, VECTORS)
            for level in (0, 2, 4, 5)
        ]
        known = np.concatenate([*found, whole[0], [best]]).astype(np.float32)[None]
        return float(self._linear(_gelu(self._linear(known, "none_head.0")), "none_head.3")[0, 0])

    def _linear(self, values: Array, name: str) -> Array:
        product = values @ self._weights[f"{name}.weight"].T
        bias = self._weights.get(f"{name}.bias")
        return product if bias is None else product + bias

    def _norm(self, values: Array, name: str) -> Array:
        centred = values - values.mean(axis=1, keepdims=True)
        scale = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + 1e-5)
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return np.asarray(centred / scale * weight + bias, np.float32)


def _levels(channel: Array, inputs: Inputs) -> list[Array]:
    """The best match of each question token around each sentence, each ``(s, t)``.

    In the sentence, beside it, in its passage, in its document, in all that was found, and above.
    """
    own = _highest(channel[inputs.inside], inputs.lengths)
    near = own.copy()
    of = inputs.passage_of
    same = (of[1:] == of[:-1])[:, None]
    near[1:] = np.maximum(near[1:], np.where(same, own[:-1], own[1:]))
    near[:-1] = np.maximum(near[:-1], np.where(same, own[1:], own[:-1]))
    padded = np.concatenate([channel, np.zeros((1, channel.shape[1]), np.float32)])
    above = _highest(padded[inputs.above], inputs.above_lengths)
    passages = np.maximum(_highest(own, inputs.passage_lengths), above)
    documents = _highest(passages[inputs.by_document], inputs.document_lengths)
    every = np.broadcast_to(passages.max(axis=0, keepdims=True), own.shape)
    return [own, near, passages[of], documents[inputs.document_of[of]], every, above[of]]


def _highest(values: Array, lengths: NDArray[np.int64]) -> Array:
    """The maximum of each run of rows, ``lengths`` long, one behind the other."""
    starts = np.cumsum(lengths) - lengths
    return np.asarray(np.maximum.reduceat(values, starts, axis=0), np.float32)


def _unit(values: Array) -> Array:
    lengths = np.maximum(np.linalg.norm(values, axis=1, keepdims=True), 1e-3)
    return np.asarray(values / lengths, np.float32)


def _gelu(values: Array) -> Array:
    return np.asarray(values * (0.5 + 0.5 * erf(values * _ROOT)), np.float32)


def _softplus(values: Array) -> Array:
    return np.asarray(np.logaddexp(0, values), np.float32)


def _softmax(values: Array) -> Array:
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)
