"""``GET /demo``: a sample NGO's page with the search box on it, as any site would embed it."""

from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant.api.shapes.questions import Language
from assistant.web.templating import Place, Site, page_response, render


def routes(site: Site) -> APIRouter:
    """The sample page."""
    router = APIRouter()

    @router.get("/demo", include_in_schema=False, response_class=HTMLResponse)
    async def demo(
        request: Request,
        language: Language | None = None,
        position: Literal["inline", "button"] = "inline",
    ) -> HTMLResponse:
        """Show the sample page with the box in the page or behind a button."""
        place = Place.of(request, language)
        line = (
            f'<script src="{request.base_url}embed.js" async></script>'
            f'<kuvend-search lang="{place.language}"></kuvend-search>'
        )
        return page_response(render("demo.html", site, place, position=position, line=line))

    return router
