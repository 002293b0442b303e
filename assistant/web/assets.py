"""``GET /static/{name}``: our scripts and styles, read once, checked by the browser each time."""

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from fastapi import APIRouter, Request, Response

from assistant.api.errors import ApiError

FOLDER = Path(__file__).parent / "static"
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: plain, compressed, and the mark by which a browser knows it again."""

    content: bytes
    compressed: bytes
    media_type: str
    tag: str

    @classmethod
    def of(cls, content: bytes, suffix: str) -> "Asset":
        """``content`` made ready to be sent as a file of ``suffix``."""
        digest = hashlib.sha256(content).hexdigest()[:16]
        return cls(content, gzip.compress(content, 9, mtime=0), _TYPES[suffix], f'"{digest}"')

    def response(self, request: Request) -> Response:
        """The file, or word that the browser's copy is still the same."""
        headers = {"ETag": self.tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        if request.headers.get("if-none-match") == self.tag:
            return Response(status_code=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return Response(self.compressed, headers=headers, media_type=self.media_type)
        return Response(self.content, headers=headers, media_type=self.media_type)


def routes() -> APIRouter:
    """The files of ``static/``, which are all that can be asked for."""
    router = APIRouter()
    files = {
        path.name: Asset.of(path.read_bytes(), path.suffix)
        for path in FOLDER.iterdir()
        if path.suffix in _TYPES
    }

    @router.get("/static/{name}", include_in_schema=False)
    async def static(name: str, request: Request) -> Response:
        """Give one file."""
        if name not in files:
            raise ApiError(404, "not_found", "There is nothing at this address.")
        return files[name].response(request)

    return router
