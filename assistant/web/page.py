"""``GET /``: the page to ask from, which works as a form and, with scripts, as a conversation."""

import json
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from assistant.api.answering import answered
from assistant.api.errors import ApiError
from assistant.api.services import Services
from assistant.api.shapes.questions import AskShape, Language
from assistant.limits import QUESTION_CHARACTERS, UnfitTextError, clean_question
from assistant.web.arrangement import arrange
from assistant.web.strings import strings
from assistant.web.suggested import Suggested
from assistant.web.templating import Place, Site, page_response, render

_FOR_SCRIPTS = ("answer", "failure", "chat")


def routes(services: Services, site: Site) -> APIRouter:
    """The page over ``services``."""
    router = APIRouter()
    suggested = Suggested(services)

    @router.get("/", include_in_schema=False, response_class=HTMLResponse)
    async def page(
        request: Request,
        question: Annotated[str, Query()] = "",
        language: Language | None = None,
    ) -> HTMLResponse:
        """Show the form, and above it the answer to what was asked with it."""
        place = Place.of(request, language)
        said = strings(place.language)
        answer, problem, status = None, "", 200
        try:
            if question:
                answer = await answered(services, AskShape(question=clean_question(question)))
        except UnfitTextError:
            problem, status = said["failure"]["unfit"], 422
        except ApiError as error:
            wait = (error.headers or {}).get("Retry-After", "5")
            problem, status = said["failure"]["busy"].format(seconds=wait), error.status_code
        if problem:
            # The links to the other languages would carry it along.
            place = replace(place, query=())
        html = render(
            "page.html",
            site,
            place,
            question=question if answer else "",
            answer=answer,
            arranged=arrange(answer) if answer else None,
            problem=problem,
            suggestions=() if question else await suggested.questions(place.language),
            max_characters=QUESTION_CHARACTERS,
            said=json.dumps({name: said[name] for name in _FOR_SCRIPTS}, ensure_ascii=False),
        )
        return page_response(html, status)

    return router
