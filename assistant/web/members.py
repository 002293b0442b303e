"""``GET /members``: who belongs to which coalition, as a page without JavaScript and as CSV."""

import csv
import io
from collections.abc import Iterator
from functools import lru_cache
from typing import Annotated
from urllib.parse import urlencode

import yaml
from fastapi import APIRouter, Query, Response
from fastapi.responses import HTMLResponse

from assistant.api.errors import ApiError
from assistant.api.routes.members import members
from assistant.api.services import Services
from assistant.api.shapes.questions import Language
from assistant.lexicon import PROMPTS
from assistant.roster import Table
from assistant.web.templating import open_templates, page_response

_Text = Annotated[str, Query(max_length=200)]
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def routes(services: Services) -> APIRouter:
    """The page of members over ``services``."""
    router = APIRouter()
    template = open_templates().get_template("members.html")

    @router.get("/members", include_in_schema=False, response_class=HTMLResponse)
    async def page(
        coalition: _Text = "", topic: _Text = "", language: Language = "sq"
    ) -> HTMLResponse:
        """Show the members with a filter, the overlaps of coalitions, and all evidence linked."""
        words = strings()[language]
        table, problem, status = None, "", 200
        try:
            table = await members(services, coalition, topic, language)
        except ApiError as error:
            problem = words["unknown"] if error.status_code == 404 else error.detail
            status = error.status_code
        asked = {"coalition": coalition, "topic": topic, "language": language}
        html = template.render(
            language=language,
            languages=tuple(strings()),
            words=words,
            table=table,
            problem=problem,
            topic=topic if status == 200 else "",
            coalition=coalition,
            csv=f"/members.csv?{urlencode(asked)}",
            addresses={
                name: f"/members?{urlencode(asked | {'language': name})}" for name in strings()
            },
        )
        return page_response(html, status)

    @router.get("/members.csv", include_in_schema=False)
    async def download(
        coalition: _Text = "", topic: _Text = "", language: Language = "sq"
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


@lru_cache(maxsize=1)
def strings() -> dict[str, dict[str, str]]:
    """What the page says, by language."""
    found: dict[str, dict[str, str]] = yaml.safe_load(
        (PROMPTS / "roster" / "page.yaml").read_text("utf-8")
    )
    return found


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
