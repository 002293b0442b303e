"""The parsing process: reads a file's bytes from its input, writes the document to its output.

Started by ``child.py`` as ``python -m index.reading.worker LIMITS`` with the limits as JSON. Each
request is one JSON line ``{"suffix", "bytes"}`` followed by that many raw bytes; each answer is
one line as in ``wire.py``. The end of the input ends the process.
"""

import json
import os
import sys
from dataclasses import asdict
from typing import BinaryIO

from index.errors import UnreadableFileError
from index.reading.confinement import allow_cpu_seconds, confine, memory_in_use
from index.reading.formats import parse
from index.reading.limits import MEGABYTE, Limits
from index.reading.wire import encode_document, encode_refusal

_DAMAGED = "damaged: it cannot be read"
_XML_ERR_NO_MEMORY = 2  # xmlerror.h


def encode_limits(limits: Limits) -> str:
    """Return the limits as the worker's argument."""
    return json.dumps(asdict(limits))


def main(argument: str) -> None:
    """Answer requests until the input ends."""
    limits = Limits(**json.loads(argument))
    answers = _private_output()
    # openpyxl takes numpy along if it is there, only to recognise its numbers: 0.2 s and 130 MB.
    sys.modules["numpy"] = None  # type: ignore[assignment]
    confine(limits)
    _serve(sys.stdin.buffer, answers, limits)


def _private_output() -> BinaryIO:
    """Keep the pipe for answers; what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answers


def _serve(requests: BinaryIO, answers: BinaryIO, limits: Limits) -> None:
    while line := requests.readline():
        request = json.loads(line)
        data = requests.read(request["bytes"])
        allow_cpu_seconds(limits.cpu_seconds)
        answer, last = _answer(request["suffix"], data, limits)
        answers.write(answer)
        answers.flush()
        if last:
            return


def _answer(suffix: str, data: bytes, limits: Limits) -> tuple[bytes, bool]:
    """One answer, and whether this process should end after it, its memory being spent."""
    try:
        document = parse(suffix, data, limits)
        last = memory_in_use() * 2 > limits.memory_bytes
        return encode_document(document, last), last
    except RecursionError:
        return encode_refusal("nested too deeply", last=True), True
    except Exception as error:  # noqa: BLE001  whatever a parser raises is the file's fault
        if _is_out_of_memory(error) or _is_out_of_memory(error.__cause__):
            amount = limits.memory_bytes // MEGABYTE
            return encode_refusal(f"needed more than {amount:,} MB of memory", last=True), True
        last = memory_in_use() * 2 > limits.memory_bytes
        reason = str(error) if isinstance(error, UnreadableFileError) else _DAMAGED
        return encode_refusal(reason, last), last


def _is_out_of_memory(error: BaseException | None) -> bool:
    """libxml2 reports a lack of memory as an error of syntax with a code of its own."""
    return isinstance(error, MemoryError) or getattr(error, "code", None) == _XML_ERR_NO_MEMORY


if __name__ == "__main__":
    main(sys.argv[1])
