"""What the parsing process cannot do."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.reading import Reader

ROOT = Path(__file__).parents[2]
_PARENT = """
import sys, time
from pathlib import Path
from index.reading import Reader
reader = Reader()
reader.read(Path(sys.argv[1]))
print(reader._process._process.pid, flush=True)
time.sleep(60)
"""
_START = "from index.reading.confinement import confine; from index.reading.limits import Limits; "


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('/tmp/kuvend-test-file', 'w')",
    ],
)
def test_network_programs_and_writing_are_refused(attempt: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", f"{_START}confine(Limits()); {attempt}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "not allowed while a file is read" in ran.stderr


def test_the_process_does_not_see_the_keys_of_the_service() -> None:
    from index.reading.child import _environment

    assert not any(name.startswith("KUVEND") for name in _environment())


def test_what_a_file_refers_to_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd"><link rel="stylesheet" href="http://x/">'
        '<img src="http://127.0.0.1:9/x.png"><p>Teksti</p>'
    )
    (tmp_path / "a.md").write_text("Teksti ![x](http://127.0.0.1:9/x.png)")
    with Reader() as reader:
        assert reader.read(tmp_path / "a.html").text == "Teksti"
        assert reader.read(tmp_path / "a.md").text == "Teksti"


def test_the_process_ends_with_its_parent(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Teksti")
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(tmp_path / "a.md")], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    with parent.stdout:
        child = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    ends = time.monotonic() + 5
    while _is_running(child) and time.monotonic() < ends:
        time.sleep(0.05)
    assert not _is_running(child)


def _is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
