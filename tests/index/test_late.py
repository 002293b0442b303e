"""Late interaction: what is met, where in the passage, and what beside it."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.embedding import Embedding
from index.late import late_score
from index.tokens import Matches, TokenIndex, stored

_DIMENSIONS = 64


def _directions(count: int) -> NDArray[np.float32]:
    noise = np.random.default_rng(1).standard_normal((_DIMENSIONS, _DIMENSIONS))
    return np.linalg.qr(noise).Q[:count].astype(np.float32)


def _index(folder: Path, *passages: NDArray[np.float32]) -> TokenIndex:
    embeddings = [
        Embedding(
            vector=np.ones(_DIMENSIONS, np.float32),
            tokens=tokens,
            token_ids=np.arange(len(tokens), dtype=np.int32),
            spans=np.zeros((len(tokens), 2), np.int32),
        )
        for tokens in passages
    ]
    TokenIndex.write(folder / "tokens", list(map(stored, embeddings)), _DIMENSIONS)
    return TokenIndex.read(folder / "tokens")


def test_matches_are_those_of_every_pair_of_tokens(tmp_path: Path) -> None:
    lengths = (60, 1, 0, 45)
    noise = np.random.default_rng(2).standard_normal((sum(lengths), _DIMENSIONS)).astype(np.float32)
    tokens = noise / np.linalg.norm(noise, axis=1, keepdims=True)
    index = _index(tmp_path, *np.split(tokens, np.cumsum(lengths)[:-1]))
    question = tokens[[3, 50, 61, 80]]
    found = index.matches(np.array([3, 2, 0, 1]), question)
    for row, number in enumerate((3, 2, 0, 1)):
        # A passage decodes a little longer, since its vectors are told as they were.
        products = np.maximum(index.passage(number).vectors @ question.T * np.float32(0.8825), 0)
        near = [products[max(at - 3, 0) : at + 4].max(axis=0) for at in range(len(products))]
        beside = [one[:-1] * other[1:] for one, other in zip(products, near, strict=True)]
        assert found.best[row] == pytest.approx(products.max(axis=0, initial=0), abs=1e-5)
        assert found.opening[row] == pytest.approx(products[:40].max(axis=0, initial=0), abs=1e-5)
        expected = np.max(beside, axis=0) if beside else np.zeros(3)
        assert found.beside[row, :-1] == pytest.approx(expected, abs=1e-5)


def test_words_met_side_by_side_count_more_than_words_met_apart(tmp_path: Path) -> None:
    one, two, *others = _directions(22)
    together = np.stack([*others, one, two])
    apart = np.stack([one, *others, two])
    index = _index(tmp_path, apart, together)
    matches = index.matches(np.array([0, 1]), np.stack([one, two]))
    scores = late_score(Matches(matches.best, matches.best, matches.beside), np.ones(2, np.float32))
    assert scores[1] > scores[0]


def test_a_token_that_every_passage_meets_tells_little() -> None:
    best = np.array([[0.9, 0.8], [0.9, 0.1]], np.float32)
    blank = np.zeros_like(best)
    scores = late_score(Matches(best, blank, blank), np.array([0.5, 0.5], np.float32))
    assert scores[0] - scores[1] > 0.5 * (0.8**2 - 0.1**2)


def test_no_passages_and_no_tokens_are_no_failure() -> None:
    blank = np.zeros((0, 2), np.float32)
    assert late_score(Matches(blank, blank, blank), np.ones(2, np.float32)).shape == (0,)
    alone = np.zeros((3, 1), np.float32)
    assert late_score(Matches(alone, alone, alone), np.ones(1, np.float32)).tolist() == [0, 0, 0]
    none = np.zeros((3, 0), np.float32)
    assert late_score(Matches(none, none, none), np.zeros(0, np.float32)).tolist() == [0, 0, 0]
