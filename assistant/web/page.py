"""``GET /``: a question, its answer and the citations on one page that needs no JavaScript."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from assistant.api.errors import ApiError
from assistant.api.routes.ask import answered
from assistant.api.services import Services
from assistant.api.shapes.questions import AskShape
from assistant.limits import QUESTION_CHARACTERS, UnfitTextError, clean_question
from assistant.web.templating import open_templates, page_response


def routes(services: Services) -> APIRouter:
    """The page over ``services``."""
    router = APIRouter()
    template = open_templates().get_template("page.html")

    @router.get("/", include_in_schema=False, response_class=HTMLResponse)
    async def page(question: Annotated[str, Query()] = "") -> HTMLResponse:
        """Show the form, and below it the answer to what was asked with it."""
        answer, problem, status = None, "", 200
        try:
            if question:
                answer = await answered(services, AskShape(question=clean_question(question)))
        except UnfitTextError as error:
            problem, status = f"The question {error}.", 422
        except ApiError as error:
            problem, status = error.detail, error.status_code
        html = template.render(
            question=question if status == 200 else "",
            answer=answer,
            problem=problem,
            max_characters=QUESTION_CHARACTERS,
        )
        return page_response(html, status)

    return router
