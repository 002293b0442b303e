"""Everything that people see, put together: pages, their files, and the box for other sites."""

from fastapi import APIRouter

from assistant.api.services import Services
from assistant.web import assets, demo, embed, members, page, reader
from assistant.web.templating import Site


def routes(services: Services, site: Site) -> APIRouter:
    """All pages over ``services``, saying what ``site`` has them say."""
    router = APIRouter()
    for noun in (page, reader, members):
        router.include_router(noun.routes(services, site))
    router.include_router(demo.routes(site))
    router.include_router(embed.routes(site))
    router.include_router(assets.routes())
    return router
