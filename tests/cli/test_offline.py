"""Nothing leaves this machine, and nothing is written where nobody asked for it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from index.embedding import Embedder
from tests.conftest import ROOT

_DOCUMENTS = {
    "zyra.md": "# Zyra\n\nZyra punon me fëmijët në Prishtinë. Zyrën e drejton Arta Krasniqi.\n",
    "office.md": "# The office\n\nThe office works with children. It is run by Arta Krasniqi.\n",
}


def _serving(process: "subprocess.Popen[str]") -> str:
    """The address that the service says it has."""
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("{") and json.loads(line).get("event") == "serving":
            return str(json.loads(line)["address"])
    raise AssertionError("it did not come to serving")


@pytest.fixture
def watched(tmp_path: Path, real_embedder: Embedder) -> "subprocess.Popen[str]":
    """All commands on two documents, in an empty home, with the model that is converted already."""
    for folder in ("documents", "home", "temporary", "store", "here"):
        (tmp_path / folder).mkdir()
    for name, text in _DOCUMENTS.items():
        (tmp_path / "documents" / name).write_text(text, encoding="utf-8")
    (tmp_path / "store" / "models").symlink_to(ROOT / ".kuvend" / "models")
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "temporary"),
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "KUVEND_DOCUMENTS": str(tmp_path / "documents"),
        "KUVEND_STORE": str(tmp_path / "store"),
        "KUVEND_PORT": "0",
    }
    command = [sys.executable, "-m", "tests.cli.watched", str(tmp_path / "report.json")]
    return subprocess.Popen(
        [*command, str(tmp_path / "store"), str(tmp_path / "temporary")],
        cwd=tmp_path / "here",
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_indexing_searching_asking_and_serving_reach_nobody_and_leave_the_home_alone(
    watched: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    with watched as process:
        try:
            address = _serving(process)
            assert httpx.get(f"{address}/health", trust_env=False).status_code == 200
            process.send_signal(signal.SIGTERM)
            _, log = process.communicate(timeout=20)
        finally:
            process.kill()
    assert process.returncode == 0, log
    seen = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    # It refuses connections and writing by itself; its own tests show it.
    assert all("index.reading.worker" in command for command in seen.pop("started"))
    assert seen == {"codes": [0, 0, 0, 0], "reached": [], "written": []}
    assert not list((tmp_path / "home").iterdir())
    assert not list((tmp_path / "here").iterdir())
    assert len(list((tmp_path / "documents").iterdir())) == len(_DOCUMENTS)


def test_openvino_gets_its_own_stub_for_its_statistics() -> None:
    code = (
        "import index, openvino, sys; from openvino.tools.ovc import telemetry_utils; "
        "print(telemetry_utils.tm.__name__, sys.modules['openvino_telemetry'])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ended.stdout.split() == ["openvino.tools.ovc.telemetry_stub", "None"]
