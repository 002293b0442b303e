"""Bodies that break a service which trusts its libraries: all refused, small, without an echo."""

import json
from collections.abc import Iterator

import pytest

from index.library import Library
from tests.api.canned import Canned, client_of

MARK = "zxqvmark"
JSON = {"content-type": "application/json"}
TURN = {"role": "user", "content": MARK}


def _asked(**fields: object) -> bytes:
    return json.dumps({"question": f"{MARK} kush?", **fields}).encode()


BODIES: dict[str, tuple[bytes, int]] = {
    "a lone surrogate": (b'{"question": "' + MARK.encode() + rb'\ud800"}', 422),
    "NaN": (b'{"question": NaN}', 400),
    "NaN in an unknown field": (_asked()[:-1] + b', "x": NaN}', 400),
    "Infinity": (_asked()[:-1] + b', "x": Infinity}', 400),
    "a number beyond a double": (_asked()[:-1] + b', "x": 1e400}', 400),
    "a number for a question": (b'{"question": 7}', 422),
    "an integer of 5000 digits": (_asked()[:-1] + b', "x": ' + b"9" * 5_000 + b"}", 400),
    "a NUL": (_asked(question=f"{MARK}\0"), 422),
    "a control character": (_asked(question=f"{MARK}\x1b[31m"), 422),
    "a question of 10 MB": (_asked(question=MARK * 1_250_000), 413),
    "a body just too large": (_asked(x="a" * 16_384), 413),
    "JSON 100,000 levels deep": (b"[" * 100_000, 413),
    "JSON as deep as fits": (b'{"a":' * 3_000 + b"1" + b"}" * 1_000, 400),
    "a repeated key": (b'{"question": "a", "question": "' + MARK.encode() + b'"}', 400),
    "UTF-16": (_asked().decode().encode("utf-16"), 400),
    "a byte order mark": (b"\xef\xbb\xbf" + _asked(), 400),
    "bytes that are not UTF-8": (b'{"question": "\xff"}', 400),
    "half of it": (_asked()[:-4], 400),
    "nothing": (b"", 422),
    "only a list": (b"[]", 422),
    "null": (b"null", 422),
    "history with the role system": (_asked(history=[{"role": "system", "content": MARK}]), 422),
    "history of 11 turns": (_asked(history=[TURN] * 11), 422),
    "history of 9 KB": (_asked(history=[{"role": "user", "content": MARK * 1_152}]), 422),
    "history that is no list": (_asked(history=MARK), 422),
    "a question of 1001 characters": (_asked(question=(MARK * 126)[:1_001]), 422),
    "only spaces": (_asked(question="  \u00a0\u3000\n"), 422),
    "only zero-width characters": (_asked(question="\u200b\u200d\ufeff\u2060"), 422),
    "only combining marks": (_asked(question="\u0308" * 50), 422),
    "an unknown language": (_asked(language=MARK), 422),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_hostile_body_is_refused_without_an_echo(library: Library, name: str) -> None:
    body, status = BODIES[name]
    assistant = Canned()
    response = client_of(library, assistant).post("/api/ask", content=body, headers=JSON)
    assert response.status_code == status
    assert response.json()["error"].keys() == {"code", "message"}
    assert len(response.content) < 1_000
    assert MARK not in response.text
    assert not assistant.asked


def test_ten_megabytes_without_a_declared_length_are_refused(library: Library) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(160):
            sent += 65_536
            yield MARK.encode() * 8_192

    response = client_of(library).post("/api/ask", content=chunks(), headers=JSON)
    assert response.status_code == 413
    assert MARK not in response.text
    assert response.json()["error"]["code"] == "too_large"


@pytest.mark.parametrize(
    "content_type",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"],
)
def test_another_content_type_is_refused(library: Library, content_type: str) -> None:
    headers = {"content-type": content_type} if content_type else {}
    response = client_of(library).post("/api/ask", content=_asked(), headers=headers)
    assert response.status_code == 415
    assert response.json()["error"]["code"] == "unsupported_media_type"


def test_a_charset_beside_the_content_type_is_fine(library: Library) -> None:
    headers = {"content-type": "application/json; charset=utf-8"}
    response = client_of(library).post("/api/ask", content=_asked(), headers=headers)
    assert response.status_code == 200
