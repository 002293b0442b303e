"""``GET /embed.js``: the search box as one script, made of the same modules as the chat page.

Other people's pages load one classic script, so the modules are put in a row here: their imports
name each other only, their exports have different names.
"""

import json
import re
from pathlib import Path

from fastapi import APIRouter, Request, Response

from assistant.web.assets import FOLDER, Asset
from assistant.web.strings import NAMES, strings
from assistant.web.templating import Site

_MODULES = ("nodes", "citation", "arrangement", "answer", "service", "suggestions", "box")
_STYLES = ("tokens", "answer", "box")
_SECTIONS = ("common", "answer", "failure", "box")
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) )", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?:/\*\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)\n", re.MULTILINE)
_CSS_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/\s*")
_INDENT = re.compile(r"^\s+|\n(?=\n)", re.MULTILINE)


def routes(site: Site) -> APIRouter:
    """The search box, which tells the helpline of ``site``."""
    router = APIRouter()
    script = Asset.of(bundle(site).encode(), ".js")

    @router.get("/embed.js", include_in_schema=False)
    async def embed(request: Request) -> Response:
        """Give the script that makes ``<kuvend-search>`` work on any page."""
        response = script.response(request)
        # Pages that isolate themselves load only what says that it may be loaded.
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    return router


def bundle(site: Site) -> str:
    """The whole script: what it says, how it looks, what it does."""
    said = {tag: {section: strings(tag)[section] for section in _SECTIONS} for tag in NAMES}
    style = "\n".join(_read(f"{name}.css") for name in _STYLES)
    lines = (
        '"use strict";',
        f"const STRINGS = {_literal(said)};",
        f"const HELPLINE = {_literal(site.helpline)};",
        f"const STYLE = {_literal(_INDENT.sub('', _CSS_COMMENT.sub('', style)))};",
        *(_plain(_read(f"{name}.js")) for name in _MODULES),
    )
    return "(() => {\n" + "\n".join(lines) + "\n})();\n"


def _plain(module: str) -> str:
    """``module`` without imports, exports, comments of whole lines and indentation."""
    joined = _EXPORT.sub("", _IMPORT.sub("", module))
    return _INDENT.sub("", _COMMENT.sub("", joined))


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read(name: str) -> str:
    return (Path(FOLDER) / name).read_text("utf-8")
