"""``POST /api/ask``: an answer with its citations."""

import time

from fastapi import APIRouter

from assistant.api.body import StrictJsonRoute
from assistant.api.errors import documented
from assistant.api.services import Services
from assistant.api.shapes.answers import AnswerShape, answer_shape
from assistant.api.shapes.questions import AskShape


def routes(services: Services) -> APIRouter:
    """The ask route over ``services``."""
    router = APIRouter(tags=["ask"], route_class=StrictJsonRoute)

    @router.post("/api/ask", operation_id="ask", responses=documented(400, 408, 413, 415, 422, 503))
    async def ask(body: AskShape) -> AnswerShape:
        """Answer a question from the documents, or say that they do not answer it."""
        return await answered(services, body)

    return router


async def answered(services: Services, body: AskShape) -> AnswerShape:
    """The answer to ``body``, computed when its turn in the queue comes."""
    started = time.perf_counter()
    answer = await services.compute(
        lambda: services.assistant.ask(body.question, body.turns(), body.language)
    )
    return answer_shape(answer, round((time.perf_counter() - started) * 1_000, 1))
