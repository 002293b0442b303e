"""The HTTP beneath the model's client: time limits, a cap on what is read, no detours."""

import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import lru_cache

import httpx2


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the model may take, in seconds, and how much it may say.

    ``total_seconds`` leaves time to show the extractive answer within twelve.
    """

    connect_seconds: float = 3.0
    first_token_seconds: float = 10.0
    gap_seconds: float = 10.0
    total_seconds: float = 10.5
    rewrite_seconds: float = 4.0
    choose_seconds: float = 4.0
    raw_bytes: int = 256 * 1024
    characters: int = 4_000
    calls_at_once: int = 128


def http_client(base_url: str, limits: Limits) -> httpx2.AsyncClient:
    """A client for ``base_url`` that follows no redirect and reads no more than it may."""
    tls = _tls() if base_url.lower().startswith("https") else False
    return httpx2.AsyncClient(
        transport=_Guarded(httpx2.AsyncHTTPTransport(verify=tls), limits.raw_bytes),
        timeout=httpx2.Timeout(limits.total_seconds, connect=limits.connect_seconds),
        follow_redirects=False,
        # Compressed, a few bytes could become any number.
        headers={"Accept-Encoding": "identity"},
    )


@lru_cache(maxsize=1)
def _tls() -> ssl.SSLContext:
    # Reading the certificates takes longer than a call: once is enough.
    return ssl.create_default_context()


class _Guarded(httpx2.AsyncBaseTransport):
    """A transport whose responses end with an error after ``most_bytes``."""

    def __init__(self, transport: httpx2.AsyncBaseTransport, most_bytes: int) -> None:
        self._transport = transport
        self._most_bytes = most_bytes

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        response = await self._transport.handle_async_request(request)
        assert_plain(response)
        stream = response.stream
        if isinstance(stream, httpx2.AsyncByteStream):
            response.stream = _Counted(stream, self._most_bytes)
        return response

    async def aclose(self) -> None:
        await self._transport.aclose()


def assert_plain(response: httpx2.Response) -> None:
    """Raise ``DecodingError`` when ``response`` is compressed, which nobody asked for."""
    if response.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise httpx2.DecodingError("compressed")


class _Counted(httpx2.AsyncByteStream):
    def __init__(self, stream: httpx2.AsyncByteStream, most_bytes: int) -> None:
        self._stream = stream
        self._left = most_bytes

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for part in self._stream:
            self._left -= len(part)
            if self._left < 0:
                raise httpx2.ReadError("too much")
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()
