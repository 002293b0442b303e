"""Whoever asks too often is told when to come back; nobody else notices."""

from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.api.rate_limit import ASKS, SEARCHES, Limited, RateLimit, Window
from index.library import Library
from tests.api.canned import client_of


class Clock:
    """A clock that is set by hand."""

    now = 1_000.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def client_from(
    address: str, limited: Limited = Limited.VISITORS, clock: Clock | None = None
) -> TestClient:
    """A client at ``address`` of an app that does nothing else."""
    app = FastAPI()
    for path in ("/api/ask", "/api/search", "/", "/health"):
        app.add_api_route(path, lambda: {}, methods=["GET", "POST"])
    app.add_middleware(RateLimit, limited=limited, clock=clock or Clock())
    return TestClient(app, client=(address, 50_000))


def test_more_than_sixty_searches_in_a_minute_are_refused() -> None:
    clock = Clock()
    client = client_from("192.0.2.7", clock=clock)
    assert all(client.get("/api/search?q=a").status_code == 200 for _ in range(SEARCHES))
    clock.now += 12.5
    refused = client.get("/api/search?q=a")
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "48"
    assert refused.json()["error"]["code"] == "too_many_requests"
    assert client.post("/api/ask").status_code == 200
    clock.now += 48
    assert client.get("/api/search?q=a").status_code == 200


def test_more_than_twenty_questions_in_a_minute_are_refused_on_the_page_too() -> None:
    client = client_from("192.0.2.7")
    assert all(client.post("/api/ask").status_code == 200 for _ in range(ASKS - 1))
    assert client.get("/?question=a").status_code == 200
    assert client.post("/api/ask").status_code == 429
    assert client.get("/?question=a").status_code == 429
    assert client.get("/").status_code == 200
    assert client.get("/health").status_code == 200


def test_what_a_sender_says_of_its_address_counts_for_nothing() -> None:
    client = client_from("192.0.2.7")
    codes = [
        client.post("/api/ask", headers={"X-Forwarded-For": f"198.51.100.{number}"}).status_code
        for number in range(ASKS + 1)
    ]
    assert codes[-1] == 429


def test_other_addresses_are_not_affected() -> None:
    window = Window(2, Clock())
    assert [window.wait("a"), window.wait("a"), window.wait("a")] == [0, 0, 60]
    assert window.wait("b") == 0


def test_an_ipv6_visitor_has_one_limit_for_a_whole_network() -> None:
    app = client_from("2001:db8::1")
    for _ in range(ASKS):
        app.post("/api/ask")
    assert TestClient(app.app, client=("2001:db8::2", 1)).post("/api/ask").status_code == 429
    assert TestClient(app.app, client=("2001:db8:1::2", 1)).post("/api/ask").status_code == 200


def test_this_machine_is_limited_only_on_demand() -> None:
    for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1"):
        for limited, last in ((Limited.VISITORS, 200), (Limited.ALL, 429)):
            client = client_from(address, limited)
            assert [client.post("/api/ask").status_code for _ in range(ASKS + 1)][-1] == last
    client = client_from("192.0.2.7", Limited.OFF)
    assert [client.post("/api/ask").status_code for _ in range(ASKS + 1)][-1] == 200


def test_only_so_many_addresses_are_remembered() -> None:
    window = Window(1, Clock(), addresses=3)
    for address in "abcd":
        window.wait(address)
    assert window.wait("d") > 0
    assert window.wait("a") == 0


def test_a_refused_page_of_another_origin_may_read_why(library: Library) -> None:
    client = client_of(library, allowed_origins=("https://ngo.example",))
    visitor = TestClient(client.app, client=("192.0.2.7", 1))
    headers = {"Origin": "https://ngo.example"}
    for _ in range(SEARCHES):
        visitor.get("/api/search", params={"q": "Alfa"})
    refused = visitor.get("/api/search", params={"q": "Alfa"}, headers=headers)
    assert refused.status_code == 429
    assert refused.headers["access-control-allow-origin"] == "https://ngo.example"
    assert "Retry-After" in refused.headers["access-control-expose-headers"]
