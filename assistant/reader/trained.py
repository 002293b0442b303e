"""What ``kuvend fit`` learnt, as one file: weights, thresholds, and where they come from."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.question.answer_type import AnswerType, AnswerTypes
from assistant.reader import answerability, headline
from index.errors import TrainedFileError

FORMAT = 1
_NETWORK, _TYPES, _RECORD = "network/", "types/", "record"


@dataclass(frozen=True, slots=True)
class Calibration:
    """How scores become decisions.

    ``answerability`` are the weights of what tells whether the best stretch answers, ``bias`` goes
    with them. From the probability ``sure`` on an answer is given as one, from ``near`` on as
    what may be one. A headline needs the probability ``headline``.
    """

    answerability: Mapping[str, float]
    bias: float
    sure: float
    near: float
    headline_weights: Mapping[str, float]
    headline_bias: float
    headline: float


@dataclass(frozen=True, slots=True)
class Trained:
    """Everything trained, for the embedding model ``model``; ``provenance`` says what from."""

    model: str
    network: Mapping[str, NDArray[np.float32]]
    types: AnswerTypes
    calibration: Calibration
    provenance: Mapping[str, Any]


def write_trained(path: Path, trained: Trained) -> None:
    """Save ``trained``, its arrays in half precision."""
    record = {
        "format": FORMAT,
        "model": trained.model,
        "types": [str(one) for one in trained.types.types],
        "calibration": asdict(trained.calibration),
        "provenance": dict(trained.provenance),
    }
    arrays = {_NETWORK + name: value.astype(np.float16) for name, value in trained.network.items()}
    arrays[_TYPES + "weights"] = trained.types.weights.astype(np.float16)
    arrays[_TYPES + "biases"] = trained.types.biases.astype(np.float16)
    text = json.dumps(record, sort_keys=True, ensure_ascii=False)
    arrays[_RECORD] = np.frombuffer(text.encode(), np.uint8)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def read_trained(path: Path) -> Trained:
    """What is saved in ``path``.

    Raises ``TrainedFileError`` when it is missing or damaged, of another format, or when a name in
    it is unknown or missing.
    """
    try:
        with np.load(path, allow_pickle=False) as saved:
            arrays = {name: saved[name] for name in saved.files}
        record = json.loads(arrays.pop(_RECORD).tobytes())
        if record.pop("format") != FORMAT:
            raise TrainedFileError(f"{path.name} is of another version of Kuvend: run kuvend fit.")
        return _trained(arrays, record)
    except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
        raise TrainedFileError(f"{path} cannot be used ({error}): run kuvend fit.") from error


def _trained(arrays: dict[str, NDArray[Any]], record: dict[str, Any]) -> Trained:
    types = AnswerTypes(
        types=tuple(map(AnswerType, record.pop("types"))),
        weights=arrays.pop(_TYPES + "weights").astype(np.float32),
        biases=arrays.pop(_TYPES + "biases").astype(np.float32),
    )
    network = {name.removeprefix(_NETWORK): arrays[name].astype(np.float32) for name in arrays}
    given = record.pop("calibration")
    if unknown := given.keys() - {field.name for field in fields(Calibration)}:
        raise ValueError(f"unknown: {', '.join(sorted(unknown))}")
    calibration = Calibration(**given)
    _require(calibration.answerability, answerability.FEATURES)
    _require(calibration.headline_weights, headline.FEATURES)
    return Trained(network=network, types=types, calibration=calibration, **record)


def _require(weights: Mapping[str, float], names: Sequence[str]) -> None:
    """Raise unless each of ``names`` has a weight, and nothing else has."""
    if strange := weights.keys() ^ set(names):
        raise ValueError(f"unknown or missing: {', '.join(sorted(strange))}")
