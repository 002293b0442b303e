"""How often one address may ask: so many questions in any minute, however they are spread.

The address is the connection's own. ``X-Forwarded-For`` is whatever the sender writes into it, so
it is not read: a proxy in front has to hold its visitors to a limit itself.
"""

import ipaddress
import math
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from enum import StrEnum

from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.api.errors import error_response

ASKS = 20
SEARCHES = 60
_MINUTE = 60.0
# Past this many addresses the ones not seen for longest are forgotten: some 25 MB.
_ADDRESSES = 10_000
_ASKING = frozenset({("POST", "/api/ask"), ("POST", "/v1/chat/completions")})
_SEARCHING = ("/api/search", "/api/members", "/members", "/members.csv", "/mcp")


class Limited(StrEnum):
    """Whom the limit holds for."""

    VISITORS = "visitors"  # everyone but this machine
    ALL = "all"
    OFF = "off"


class Window:
    """The times of the latest requests of each address, at most ``most`` in any minute."""

    def __init__(self, most: int, clock: Callable[[], float], addresses: int = _ADDRESSES) -> None:
        self._most = most
        self._clock = clock
        self._addresses = addresses
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, address: str) -> float:
        """Count a request of ``address``: 0, or the seconds until it may ask again."""
        now = self._clock()
        times = self._seen.setdefault(address, deque(maxlen=self._most))
        self._seen.move_to_end(address)
        if len(self._seen) > self._addresses:
            self._seen.popitem(last=False)
        if len(times) == self._most and now - times[0] < _MINUTE:
            return _MINUTE - (now - times[0])
        times.append(now)
        return 0.0


class RateLimit:
    """ASGI middleware that answers 429 to whoever asks too often."""

    def __init__(
        self,
        app: ASGIApp,
        limited: Limited = Limited.VISITORS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``clock`` must not go back: a clock set anew would lock everyone out."""
        self._app = app
        self._limited = limited
        self._asks = Window(ASKS, clock)
        self._searches = Window(SEARCHES, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless its address has asked too often."""
        window = self._window(scope) if scope["type"] == "http" else None
        host = str((scope.get("client") or ("",))[0])
        if window is None or not self._holds_for(host):
            await self._app(scope, receive, send)
            return
        wait = window.wait(_visitor(host))
        if wait:
            headers = {"Retry-After": str(math.ceil(wait))}
            await error_response(429, headers)(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _window(self, scope: Scope) -> Window | None:
        method, path = scope["method"], scope["path"]
        with_question = path == "/" and b"question=" in scope["query_string"]
        if (method, path) in _ASKING or with_question:
            return self._asks
        return self._searches if path in _SEARCHING and method != "OPTIONS" else None

    def _holds_for(self, host: str) -> bool:
        if self._limited is Limited.OFF:
            return False
        return self._limited is Limited.ALL or not _is_here(host)


def _visitor(host: str) -> str:
    """What stands for the visitor at ``host``: of IPv6 the network of 64 bits, which is theirs."""
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return host
    if isinstance(found, ipaddress.IPv6Address) and not found.ipv4_mapped:
        return str(ipaddress.ip_network((int(found), 64), strict=False))
    return host


def _is_here(host: str) -> bool:
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        # A socket without a network address is this machine's too.
        return True
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback
