"""``GET /api/members``: who belongs to which coalition, and works on what."""

from typing import Annotated

from fastapi import APIRouter, Query

from assistant.api.errors import ApiError, documented
from assistant.api.services import Services
from assistant.api.shapes.members import MembersShape, members_shape
from assistant.api.shapes.questions import Language
from assistant.limits import LANGUAGES
from assistant.roster import Table, roster_of

Coalition = Annotated[
    str, Query(max_length=200, description="A coalition's name, short or long; empty for all.")
]
Topic = Annotated[
    str, Query(max_length=200, description="What members work on, in any of the languages.")
]


def routes(services: Services) -> APIRouter:
    """The members route over ``services``."""
    router = APIRouter(tags=["members"])

    @router.get("/api/members", operation_id="list_members", responses=documented(404, 422, 503))
    async def list_members(
        coalition: Coalition = "", topic: Topic = "", language: Language = LANGUAGES[0]
    ) -> MembersShape:
        """List the members of a coalition, or of all, with a citation for each."""
        found = await members(services, coalition, topic, language)
        return members_shape(found)

    return router


async def members(services: Services, coalition: str, topic: str, language: str) -> Table:
    """The members asked for; raises ``ApiError`` 404 when there is no such coalition."""
    snapshot = services.library.snapshot()
    found = await services.compute(lambda: roster_of(snapshot).members(coalition, topic, language))
    if found is None:
        raise ApiError(404, "not_found", "There is no coalition with this name.")
    return found
