"""The network that runs is the network that was trained."""

import numpy as np
import pytest

from assistant.reader.inputs import AskedTokens, Inputs, PassageTokens, inputs_of
from assistant.reader.marks import Marks
from assistant.reader.network import Network

SIZE = 12


def _unit(chance: np.random.Generator, count: int) -> np.ndarray:
    vectors = chance.normal(size=(count, SIZE)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _marks(chance: np.random.Generator, count: int) -> Marks:
    return Marks(chance.integers(0, 4, count), {7: np.flatnonzero(chance.random(count) < 0.3)})


def _inputs(seed: int) -> Inputs:
    chance = np.random.default_rng(seed)
    passages = []
    for number in range(4):
        rows = np.sort(chance.integers(-1, 3, 20)).astype(np.int32)
        shapes = chance.random((3, 8)).astype(np.float32)
        tokens, marks = _unit(chance, 20), _marks(chance, 20)
        document = f"d{number // 2}"
        passages.append(PassageTokens(tokens, marks, rows, shapes, document, 1 - number / 10))
    asked = AskedTokens(_unit(chance, 6), _marks(chance, 6), np.ones((6, 3), np.float32))
    return inputs_of(asked, passages)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_numpy_and_torch_give_the_same_scores(seed: int) -> None:
    torch = pytest.importorskip("torch")
    from assistant.fit.network import Tensors, TrainableNetwork

    torch.manual_seed(seed)
    trainable = TrainableNetwork(SIZE).eval()
    inputs = _inputs(seed)
    with torch.no_grad():
        scores, none, edges = trainable(Tensors.of(inputs))
    found = Network(trainable.arrays())(inputs)
    np.testing.assert_allclose(found.sentences, scores.numpy(), atol=1e-4)
    np.testing.assert_allclose(found.edges, edges.numpy(), atol=1e-4)
    assert found.none == pytest.approx(float(none), abs=1e-4)


def test_every_sentence_has_rows_and_every_passage_something_above() -> None:
    inputs = _inputs(3)
    assert len(inputs.lengths) == len(inputs.passage_of) == 12
    assert (inputs.lengths > 0).all()
    assert len(inputs.inside) == inputs.lengths.sum()
    assert (inputs.above_lengths > 0).all()
    assert inputs.document_of.tolist() == [0, 0, 1, 1]
