"""The trained file: read as it was written, refused when anything in it is not known."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.assistant import Assistant
from assistant.reader.trained import read_trained, write_trained
from index.errors import TrainedFileError
from tests.assistant.library import document, library
from tests.trained import SHIPPED, letter_trained


def _edited(path: Path, **changes: Any) -> Path:
    with np.load(path) as saved:
        arrays = {name: saved[name] for name in saved.files}
    record = json.loads(arrays["record"].tobytes())
    for name, value in changes.items():
        record["calibration"][name] = value
    arrays["record"] = np.frombuffer(json.dumps(record).encode(), np.uint8)
    np.savez(path, **arrays)
    return path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    trained = letter_trained()
    write_trained(tmp_path / "a.npz", trained)
    again = read_trained(tmp_path / "a.npz")
    assert again.calibration == trained.calibration
    assert again.types.types == trained.types.types
    assert again.network.keys() == trained.network.keys()


def test_an_unknown_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.npz"
    write_trained(path, letter_trained())
    with pytest.raises(TrainedFileError, match="surely"):
        read_trained(_edited(path, surely=0.5))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"{}"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.npz"
    path.write_bytes(content)
    with pytest.raises(TrainedFileError, match="kuvend fit"):
        read_trained(path)


def test_a_reader_of_another_embedding_model_is_refused(tmp_path: Path) -> None:
    served = library(tmp_path, document("a", "Dy."))
    with pytest.raises(TrainedFileError, match="another-model"):
        Assistant(served, letter_trained(model="another-model")).ask("Sa?")


def test_the_shipped_file_is_small_and_says_where_it_comes_from() -> None:
    assert SHIPPED.stat().st_size < 5_000_000
    trained = read_trained(SHIPPED)
    assert trained.provenance["sets"]
    assert trained.provenance["public"]["files"]
    assert trained.provenance["left_out"]["all"]["questions"] > 2_000
    assert 0 < trained.calibration.near <= trained.calibration.sure < 1


@pytest.mark.parametrize("weights", [{}, {"margin": 1.0, "renamed": 2.0}])
def test_a_feature_without_a_weight_or_a_weight_without_a_feature_is_refused(
    tmp_path: Path, weights: dict[str, float]
) -> None:
    path = tmp_path / "a.npz"
    write_trained(path, letter_trained())
    with pytest.raises(TrainedFileError, match="unknown or missing"):
        read_trained(_edited(path, answerability=weights))
