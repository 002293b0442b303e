"""The templates, and the headers that pages made from them are sent with."""

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

# Pages load nothing and run nothing; their forms come back here.
_POLICY = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"


def open_templates() -> Environment:
    """The templates of ``assistant/web/templates``, which escape everything they are given."""
    return Environment(
        loader=PackageLoader("assistant.web"), autoescape=True, undefined=StrictUndefined
    )


def page_response(html: str, status: int = 200) -> HTMLResponse:
    """``html`` as a page that may load and run nothing."""
    return HTMLResponse(html, status, {"Content-Security-Policy": _POLICY})
