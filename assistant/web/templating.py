"""The templates, what all pages share, and the headers that pages are sent with."""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from assistant.web.strings import NAMES, preferred, strings

# Scripts and styles are our own files and nothing else; no script can make HTML of a string.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)

_OPENABLE = re.compile(r"https?://|/(?!/)")


@dataclass(frozen=True, slots=True)
class Site:
    """What the operator has the pages say: ``helpline`` is whom to call for a child in danger."""

    helpline: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """The page that is shown: its path, and the query that it was asked for with."""

    path: str
    query: tuple[tuple[str, str], ...]
    language: str

    @classmethod
    def of(cls, request: Request, language: str | None) -> "Place":
        """The page of ``request`` in ``language``, or in the one that the browser asks for."""
        spoken = language or preferred(request.headers.get("accept-language"))
        query = tuple((k, v) for k, v in request.query_params.items() if k != "language")
        return cls(request.url.path, query, spoken)

    def languages(self) -> tuple[tuple[str, str, str], ...]:
        """Tag, name and the address of this page in each language."""
        return tuple(
            (tag, name, f"{self.path}?{urlencode((*self.query, ('language', tag)))}")
            for tag, name in NAMES.items()
        )


def render(template: str, site: Site, place: Place, **values: object) -> str:
    """``template`` in the language of ``place``, filled with ``values``, which it escapes."""
    return (
        _environment()
        .get_template(template)
        .render(
            place=place, language=place.language, t=strings(place.language), site=site, **values
        )
    )


def page_response(html: str, status: int = 200) -> HTMLResponse:
    """``html`` as a page that may load our own files and nothing else."""
    return HTMLResponse(
        html, status, {"Content-Security-Policy": _POLICY, "Vary": "Accept-Language"}
    )


def openable(address: str | None) -> str | None:
    """``address`` when it opens as a page: a document's author may have written any scheme."""
    return address if address and _OPENABLE.match(address) else None


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("assistant.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["openable"] = openable
    return environment
