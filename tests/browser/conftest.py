"""A headless Chromium, our service with the shipped documents, and a page of another origin."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import structlog

from assistant.api.app import create_app
from assistant.assistant import Assistant
from assistant.reader.trained import read_trained
from assistant.web.templating import Site
from index.library import Library
from tests.browser.servers import answering, send, served
from tests.trained import SHIPPED

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
_POLICY = "default-src 'none'; script-src {w}; connect-src {w}; style-src {w}; "
_TRUSTED = "require-trusted-types-for 'script'; trusted-types 'none'"
HOST_PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="color-scheme" content="light dark"><title>NGO</title></head>
<body><main><h1>NGO</h1><kuvend-search></kuvend-search></main>
<script src="{w}/embed.js" async></script></body></html>"""
_RECORD = """addEventListener("securitypolicyviolation", (event) =>
  (window.violations ??= []).push(event.violatedDirective + " " + event.blockedURI));"""


@dataclass
class Visit:
    """A page in a browser context of its own, and all that went wrong while it was open."""

    page: Any
    hosts: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)

    def kept(self) -> tuple[list[Any], int]:
        """The cookies, and how many keys are stored."""
        count = "localStorage.length + sessionStorage.length"
        return self.page.context.cookies(), self.page.evaluate(count)

    def harmless(self) -> bool:
        """Whether nothing ran, broke the policy or went elsewhere; says what did."""
        assert self.problems == []
        assert self.page.evaluate("window.violations ?? []") == []
        assert {host.partition(":")[0] for host in self.hosts} <= {"127.0.0.1"}
        return True


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, or what ``CHROMIUM`` names."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.skip("there is no chromium: apt-get install chromium, or name it in CHROMIUM")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[..., Visit]]:
    """Open a page; options are those of a browser context."""
    contexts = []

    def opened(address: str, **options: Any) -> Visit:
        settings = {"locale": "en", "viewport": {"width": 1100, "height": 800}} | options
        context = chromium.new_context(**settings)
        context.set_default_timeout(15_000)
        contexts.append(context)
        context.add_init_script(_RECORD)
        page = context.new_page()
        made = Visit(page)
        page.on("request", lambda request: made.hosts.add(request.url.split("/")[2]))
        page.on("pageerror", lambda error: made.problems.append(f"error: {error}"))
        page.on("dialog", lambda dialog: made.problems.append(f"dialog: {dialog.message}"))
        page.on(
            "console",
            lambda message: made.problems.append(message.text) if message.type == "error" else None,
        )
        page.goto(address)
        return made

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def host(service_address: list[str]) -> Iterator[Callable[[str], str]]:
    """The address of a page in a language, on a host of its own, with a policy of its own."""

    def respond(handler: Any) -> None:
        service = service_address[0]
        language = handler.path.strip("/")[:2] or "en"
        send(
            handler,
            HOST_PAGE.format(language=language, w=service),
            "text/html",
            Content_Security_Policy=_POLICY.format(w=service) + _TRUSTED,
        )

    with answering(respond) as place:
        service_address.append(place)
        yield lambda language: f"{place}/{language}"


@pytest.fixture(scope="session")
def service_address() -> list[str]:
    """The service's address, then the host's: each has to know the other."""
    return [""]


@pytest.fixture(scope="session")
def service(
    real_library: Library, service_address: list[str], host: Callable[[str], str]
) -> Iterator[str]:
    """Our service over the shipped documents; the host's pages may ask it."""

    def make(place: str) -> Any:
        service_address[0] = place
        return create_app(
            real_library,
            Assistant(real_library, read_trained(SHIPPED)),
            log=structlog.get_logger(),
            allowed_origins=(service_address[1],),
            site=Site(helpline="ALO 116 111"),
        )

    with served(make) as place:
        yield place
