"""Whatever fails answers with the same small JSON and says nothing about the inside."""

import pytest

from index.errors import ModelError
from index.library import Library
from tests.api.canned import Canned, client_of

SECRET = "zxqvsecret"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", f"/{SECRET}", 404, "not_found"),
        ("GET", f"/api/{SECRET}?q={SECRET}", 404, "not_found"),
        ("GET", "/docs", 404, "not_found"),
        ("POST", "/api/search", 405, "method_not_allowed"),
        ("GET", "/api/ask", 405, "method_not_allowed"),
        ("DELETE", "/api/documents/misioni", 405, "method_not_allowed"),
        (SECRET.upper(), "/health", 405, "method_not_allowed"),
        ("OPTIONS", "/api/ask", 405, "method_not_allowed"),
    ],
)
def test_a_wrong_address_or_method_is_an_error_in_json(
    library: Library, method: str, path: str, status: int, code: str
) -> None:
    response = client_of(library).request(method, path)
    assert response.status_code == status
    assert response.json()["error"]["code"] == code
    assert SECRET not in response.text.lower()


def test_an_unexpected_exception_tells_nothing(library: Library) -> None:
    client = client_of(library, Canned(failure=RuntimeError(f"at {SECRET}")))
    response = client.post("/api/ask", json={"question": "Kush?"})
    assert response.status_code == 500
    assert response.json()["error"]["code"] == "internal"
    assert SECRET not in response.text
    assert "Traceback" not in response.text
    assert response.headers["x-request-id"]


def test_a_failure_that_may_pass_asks_to_come_back(library: Library) -> None:
    client = client_of(library, Canned(failure=ModelError(f"{SECRET} is gone")))
    response = client.post("/api/ask", json={"question": "Kush?"})
    assert response.status_code == 503
    assert response.headers["retry-after"] == "5"
    assert response.json()["error"]["code"] == "unavailable"
    assert SECRET not in response.text


def test_every_response_keeps_browsers_on_a_short_leash(library: Library) -> None:
    client = client_of(library)
    for path in ("/", "/health", "/api/search?q=a", "/nothing", "/documents/misioni"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert "set-cookie" not in headers


def test_listed_origins_may_ask_without_credentials(library: Library) -> None:
    client = client_of(library, allowed_origins=("https://ngo.example",))
    headers = {"Origin": "https://ngo.example"}
    response = client.post("/api/ask", json={"question": "Kush?"}, headers=headers)
    assert response.headers["access-control-allow-origin"] == "https://ngo.example"
    assert "access-control-allow-credentials" not in response.headers


@pytest.mark.parametrize("allowed", [(), ("https://ngo.example",)])
def test_other_origins_get_no_leave(library: Library, allowed: tuple[str, ...]) -> None:
    client = client_of(library, allowed_origins=allowed)
    headers = {"Origin": "https://evil.example"}
    preflight = {**headers, "Access-Control-Request-Method": "POST"}
    for response in (
        client.get("/api/documents", headers=headers),
        client.options("/api/ask", headers=preflight),
    ):
        assert "access-control-allow-origin" not in response.headers
        assert "access-control-allow-credentials" not in response.headers


def test_the_contract_documents_every_error_in_our_shape(library: Library) -> None:
    contract = client_of(library).get("/openapi.json").json()
    assert "HTTPValidationError" not in str(contract)
    for path, methods in contract["paths"].items():
        for operation in methods.values():
            assert operation["operationId"], path
            assert operation["description"], path
            for status, response in operation["responses"].items():
                shape = str(response.get("content", {}))
                assert status == "200" or path == "/health" or "ErrorShape" in shape
