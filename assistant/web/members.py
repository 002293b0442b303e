"""``GET /members``: who belongs to which coalition, as a page without scripts and as CSV."""

import csv
import io
from collections.abc import Iterator
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse

from assistant.api.errors import ApiError
from assistant.api.routes.members import members
from assistant.api.services import Services
from assistant.api.shapes.questions import Language
from assistant.limits import LANGUAGES
from assistant.roster import Table
from assistant.web.strings import strings
from assistant.web.templating import Place, Site, page_response, render

_Text = Annotated[str, Query(max_length=200)]
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def routes(services: Services, site: Site = Site()) -> APIRouter:  # noqa: B008 - frozen
    """The page of members over ``services``."""
    router = APIRouter()

    @router.get("/members", include_in_schema=False, response_class=HTMLResponse)
    async def page(
        request: Request, coalition: _Text = "", topic: _Text = "", language: Language | None = None
    ) -> HTMLResponse:
        """Show the members with a filter, the overlaps of coalitions, and all evidence linked."""
        place = Place.of(request, language)
        said = strings(place.language)
        table, problem, status = None, "", 200
        try:
            table = await members(services, coalition, topic, place.language)
        except ApiError as error:
            status = error.status_code
            problem = said["members"]["unknown"] if status == 404 else said["failure"]["other"]
        asked = {"coalition": coalition, "topic": topic, "language": place.language}
        html = render(
            "members.html",
            site,
            place,
            table=table,
            problem=problem,
            topic=topic if status == 200 else "",
            coalition=coalition if status == 200 else "",
            csv=f"/members.csv?{urlencode(asked)}",
        )
        return page_response(html, status)

    @router.get("/members.csv", include_in_schema=False)
    async def download(
        coalition: _Text = "", topic: _Text = "", language: Language = LANGUAGES[0]
    ) -> Response:
        """Give the same members as a spreadsheet file."""
        table = await members(services, coalition, topic, language)
        return Response(
            spreadsheet(table),
            media_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": 'attachment; filename="members.csv"'},
        )

    return router


def spreadsheet(table: Table) -> str:
    """``table`` as CSV, one row for each membership, with a byte order mark for spreadsheets."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(("name", "coalition", "written", "topic", "document", "link", "quote"))
    for row in _rows(table):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return "\ufeff" + file.getvalue()


def _rows(table: Table) -> Iterator[tuple[str, ...]]:
    for member in table.members:
        for one in member.belongings:
            cited = one.citation
            yield (
                member.name,
                one.coalition,
                one.written,
                member.match or "",
                cited.document.id,
                cited.link,
                (member.evidence or cited).quote,
            )
