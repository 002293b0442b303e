"""``kuvend fit``: data -> the trained file, the same each time, with figures of left-out sets."""

import hashlib
import json
import multiprocessing
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from assistant.assistant import Assistant
from assistant.evaluation.outcomes import Outcome, rates_of
from assistant.evaluation.run import evaluate_library, opened_set
from assistant.evaluation.sets import QuestionSet
from assistant.fit.calibrate import Judged, calibrate, judged
from assistant.fit.collections import SetExample, SetSampler, set_examples
from assistant.fit.network import TrainableNetwork
from assistant.fit.public import SHARES, PublicSets, read_public
from assistant.fit.training import mixed, train
from assistant.fit.types import fit_types
from assistant.reader.reader import Reader
from assistant.reader.trained import Calibration, Trained
from assistant.reader.values import ValueFinder
from index.build import Progress
from index.embedding import Embedder
from index.glossary import Glossary
from index.library import Library

FOLDS = 3  # each set is judged by what was fitted without it and a third of the others
_SEED = 7
_FIRST_STEPS, _STEPS = 1_000, 900
_FIRST_RATE, _RATE = 1.2e-3, 6e-4
_PUBLIC = 0.3  # so much of the second part is still public
_PROCESSES = 2

Weights = Mapping[str, NDArray[np.float32]]
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A set with its documents indexed and its questions searched."""

    questions: QuestionSet
    library: Library
    examples: tuple[SetExample, ...]


def fit(
    sets: Sequence[QuestionSet],
    public: Path,
    embedder: Embedder,
    cache: Path,
    progress: Progress,
    report: Report,
) -> Trained:
    """Everything trained anew from the questions of ``sets`` and the sets in the folder ``public``.

    ``cache`` is where the documents of sets are indexed.
    """
    torch.use_deterministic_algorithms(True)
    torch.set_num_threads(1)
    types = fit_types(embedder)
    report(f"types: {types.questions} questions, {_figures(types.accuracy)}")
    with ExitStack() as stack:
        opened = []
        for one in sets:
            library = stack.enter_context(opened_set(one, cache, embedder, progress))
            opened.append(_Opened(one, library, set_examples(one, library.snapshot())))
        report(f"sets: {len(opened)}, {sum(len(one.examples) for one in opened)} questions")
        sources = _sources(sets, public)
        kept = _kept(cache, sources)
        if not all((kept / f"{fold}.npz").is_file() for fold in range(FOLDS + 1)):
            known = read_public(public, embedder, Glossary.shipped().find)
            report(f"public: {len(known)} questions")
            _train_networks(opened, known, embedder.dimensions, kept, report)
        networks = [_made(kept / f"{fold}.npz", dict) for fold in range(FOLDS + 1)]
        bare = Trained(embedder.name, {}, types.types, _UNCALIBRATED, {})
        rows = _judged(opened, networks, bare)
        calibration, figures = calibrate(rows)
        provenance = {
            **sources,
            "types": types.accuracy,
            "calibration": figures,
            "left_out": _left_out(opened, networks, bare, calibration, report),
        }
        return Trained(embedder.name, networks[FOLDS], types.types, calibration, provenance)


# Before anything is calibrated: readings are taken, and no answer is given.
_UNCALIBRATED = Calibration({}, 0.0, 1.0, 1.0, {}, 0.0, 1.0)


def _kept(cache: Path, sources: Mapping[str, Any]) -> Path:
    """The folder for what is trained from ``sources``: a fit that was stopped goes on from it."""
    known = json.dumps([sources, _FIRST_STEPS, _STEPS, _FIRST_RATE, _RATE, _PUBLIC], sort_keys=True)
    folder = cache / f"networks-{hashlib.sha256(known.encode()).hexdigest()[:16]}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _train_networks(
    opened: Sequence[_Opened], public: PublicSets, size: int, kept: Path, report: Report
) -> None:
    """The network without each fold's sets, and last the one of all; ``kept`` as they are made."""

    def first() -> Weights:
        torch.manual_seed(_SEED)
        network = TrainableNetwork(size)
        train(network, public.sample, _FIRST_STEPS, _FIRST_RATE, _SEED, report)
        return network.arrays()

    begun = {name: torch.from_numpy(one) for name, one in _made(kept / "first.npz", first).items()}

    def tuned(fold: int) -> Weights:
        network = TrainableNetwork(size)
        network.load_state_dict(begun)
        own = [e for n, one in enumerate(opened) for e in one.examples if n % FOLDS != fold]
        sampler = mixed(SetSampler(own).sample, public.sample, _PUBLIC)
        told = lambda line: report(f"fold {fold}: {line}")  # noqa: E731
        return train(network, sampler, _STEPS, _RATE, _SEED, told).arrays()

    def save(fold: int) -> None:
        _made(kept / f"{fold}.npz", lambda: tuned(fold))

    _in_processes(save, range(FOLDS + 1))


def _made(path: Path, make: Callable[[], Weights]) -> Weights:
    """The arrays in ``path``, made where it is not there."""
    if not path.is_file():
        scratch = path.with_suffix(".part.npz")
        np.savez(scratch, **make())  # type: ignore[arg-type]
        scratch.rename(path)
    with np.load(path) as saved:
        return {name: saved[name] for name in saved.files}


def _in_processes(work: Callable[[int], None], numbers: Sequence[int]) -> None:
    """``work`` on each of ``numbers``, in processes that share what is in memory."""
    context = multiprocessing.get_context("fork")
    for start in range(0, len(numbers), _PROCESSES):
        part = numbers[start : start + _PROCESSES]
        running = [context.Process(target=work, args=(number,)) for number in part]
        for process in running:
            process.start()
        for process in running:
            process.join()


def _judged(opened: Sequence[_Opened], networks: Sequence[Weights], bare: Trained) -> list[Judged]:
    """What each set's questions give with the network that never saw the set."""
    rows: list[Judged] = []
    for number, one in enumerate(opened):
        trained = _with(bare, networks[number % FOLDS], bare.calibration)
        reader = Reader(one.library.snapshot(), trained, ValueFinder())
        rows += judged(one.examples, reader)
    return rows


def _left_out(
    opened: Sequence[_Opened],
    networks: Sequence[Weights],
    bare: Trained,
    calibration: Calibration,
    report: Report,
) -> dict[str, Any]:
    """The figures of each set, answered with the network that never saw it."""
    every: list[Outcome] = []
    found: dict[str, Any] = {}
    for number, one in enumerate(opened):
        trained = _with(bare, networks[number % FOLDS], calibration)
        outcomes = evaluate_library(one.questions, Assistant(one.library, trained))
        every += outcomes
        found[one.questions.name] = _rounded(asdict(rates_of(outcomes)))
        report(f"left out {one.questions.name}: {_figures(found[one.questions.name])}")
    found["all"] = _rounded(asdict(rates_of(every)))
    report(f"left out, all: {_figures(found['all'])}")
    return found


def _with(bare: Trained, network: Weights, calibration: Calibration) -> Trained:
    return Trained(bare.model, network, bare.types, calibration, bare.provenance)


def _sources(sets: Sequence[QuestionSet], public: Path) -> dict[str, Any]:
    """What was learnt from, by content."""
    files = [public / "contexts.jsonl", public / "questions.jsonl"]
    return {
        "sets": {one.name: _set_digest(one) for one in sets},
        "public": {"sets": SHARES, "files": {path.name: _digest(path) for path in files}},
        "seed": _SEED,
    }


def _set_digest(one: QuestionSet) -> str:
    """The digest of a set's questions and documents: where either changed, all is learnt anew."""
    files = sorted(path for path in one.docs.rglob("*") if path.is_file())
    return _short(repr(one.questions).encode() + b"".join(path.read_bytes() for path in files))


def _digest(path: Path) -> str:
    return _short(path.read_bytes())


def _short(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _rounded(figures: Mapping[str, Any]) -> dict[str, Any]:
    # Milliseconds are not the same each time, and the file must be.
    kept = {name: value for name, value in figures.items() if name != "milliseconds"}
    return {n: round(v, 3) if isinstance(v, float) else v for n, v in kept.items()}


def _figures(figures: Mapping[str, Any]) -> str:
    return json.dumps(_rounded(figures))
