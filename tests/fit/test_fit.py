"""Fitting: learns, is the same each time, and never judges a set by what saw it."""

import random
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("torch")

from assistant.evaluation.sets import SetQuestion, Task
from assistant.fit.calibrate import Judged, calibrate
from assistant.fit.examples import Example, FitQuestion, fit_passage
from assistant.fit.network import TrainableNetwork
from assistant.fit.training import mixed, train
from assistant.question.answer_type import AnswerType
from assistant.reader.answerability import FEATURES
from assistant.reader.marks import marks_of
from assistant.reader.reader import Reading
from assistant.reader.sentences import sentence_spans
from index.tokens import stored
from tests.fakes import LetterEmbedder

EMBEDDER = LetterEmbedder()
TEXTS = ("abba baba abab.", "cdcd dcdc ccdd.", "efef fefe eeff.", "ghgh hghg gghh.")


def _meanings(_word: str, _language: str) -> frozenset[int]:
    return frozenset()


def _passages() -> list:  # type: ignore[type-arg]
    made = []
    for text, embedding in zip(TEXTS, EMBEDDER.embed_passages(TEXTS), strict=True):
        spans = sentence_spans(text, "en")
        made.append(fit_passage(stored(embedding), "", text, spans, "en", text, _meanings))
    return made


def _question(text: str) -> FitQuestion:
    (embedding,) = EMBEDDER.embed_questions([text], ["en"])
    marks = marks_of(text, embedding.spans, "en", _meanings)
    return FitQuestion(stored(embedding), marks, np.ones((len(embedding.spans), 3), np.float32))


def _sample(chance: random.Random) -> Example:
    """The passage of the question's own letters answers it."""
    place = chance.randrange(len(TEXTS))
    order = list(range(len(TEXTS)))
    chance.shuffle(order)
    candidates = tuple((PASSAGES[one], 1.0) for one in order)
    question = _question(TEXTS[place].split()[0])
    return Example(question, candidates, frozenset({(order.index(place), 0)}))


PASSAGES = _passages()


def _trained(steps: int) -> tuple[TrainableNetwork, list[str]]:
    import torch

    torch.manual_seed(1)
    told: list[str] = []
    return train(TrainableNetwork(36), _sample, steps, 2e-3, 3, told.append), told


def test_training_learns_which_passage_answers_and_is_the_same_each_time() -> None:
    from assistant.reader.network import Network

    first, second = _trained(30)[0].arrays(), _trained(30)[0].arrays()
    assert all(np.array_equal(first[name], second[name]) for name in first)
    network, chance, right = Network(first), random.Random(9), 0
    for _ in range(20):
        inputs, (gold,), _ = _sample(chance).inputs()
        right += int(network(inputs).sentences.argmax()) == gold
    assert right >= 18


def test_a_mixed_sampler_draws_from_both() -> None:
    sampler = mixed(lambda _: None, _sample, 0.5)
    drawn = [sampler(random.Random(seed)) for seed in range(20)]
    assert {one is None for one in drawn} == {True, False}


ASKED = SetQuestion(
    id="1", task=Task.FACT, language="en", question="?", before=None, documents=(),
    need=(("x",),), minimum=1, forbid=(), evidence=(),
)  # fmt: skip


def _judged(name: str, margin: float, *, answerable: bool) -> Judged:
    asked = ASKED if answerable else replace(ASKED, task=Task.REFUSE, need=(), minimum=0)
    features = dict.fromkeys(FEATURES, 0.0) | {"margin": margin}
    return Judged(name, asked, Reading(AnswerType.REASON, 1.0, (), 0.0, features))


def test_what_is_met_more_is_surer_and_thresholds_hold_on_left_out_sets() -> None:
    chance = np.random.default_rng(0)
    rows = []
    for name in ("a", "b", "c"):
        rows += [_judged(name, value, answerable=True) for value in chance.normal(2, 1, 60)]
        rows += [_judged(name, value, answerable=False) for value in chance.normal(-1, 1, 20)]
    calibration, figures = calibrate(rows)
    assert calibration.answerability["margin"] > 0
    assert 0 < calibration.near <= calibration.sure < 1
    assert figures["auroc"] > 0.9
    assert set(figures["auroc_of_sets"]) == {"a", "b", "c"}
