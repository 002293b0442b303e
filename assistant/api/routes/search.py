"""``GET /api/search``: the passages nearest to a question."""

import time
from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query

from assistant.api.errors import documented
from assistant.api.services import Services
from assistant.api.shapes.questions import Language, QuestionText
from assistant.api.shapes.search import SearchShape, search_shape
from assistant.limits import HITS
from index.search import Found


def routes(services: Services) -> APIRouter:
    """The search route over ``services``."""
    router = APIRouter(tags=["search"])

    @router.get("/api/search", operation_id="search", responses=documented(422, 503))
    async def search(
        q: Annotated[QuestionText, Query()],
        limit: Annotated[int, Query(ge=1, le=HITS)] = 10,
        language: Annotated[
            Language | None, Query(description="The question's language; told when left out.")
        ] = None,
        typing: Annotated[
            bool, Query(description="The text is still being typed: find its words, at once.")
        ] = False,
    ) -> SearchShape:
        """Find the passages nearest to a question, best first, in any of the languages."""

        def work() -> SearchShape:
            snapshot = services.library.snapshot()
            find: Callable[[str, int, str | None], Found] = (
                snapshot.suggest if typing else snapshot.search
            )
            result = find(q, limit, language)
            return search_shape(result, round((time.perf_counter() - started) * 1_000, 1))

        started = time.perf_counter()
        return await services.compute(work)

    return router
