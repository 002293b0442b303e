"""``GET /health``: whether the service works, with what that is known from."""

from collections.abc import Iterator

import anyio
import anyio.to_thread
from fastapi import APIRouter, Response

from assistant.api.services import Services
from assistant.api.shapes.health import CheckShape, HealthShape
from index.library import Condition, Library

_MODEL_FAILS = CheckShape(
    name="language model",
    ok=False,
    detail="It failed several times in a row: answers are quotes meanwhile. "
    "Check KUVEND_LLM_BASE_URL and KUVEND_LLM_API_KEY.",
)


def routes(services: Services) -> APIRouter:
    """The health route over ``services``."""
    router = APIRouter(tags=["service"])
    # A place of its own: a full queue must not make a working service look dead.
    one_at_once = anyio.CapacityLimiter(1)

    @router.get(
        "/health",
        operation_id="health",
        responses={503: {"model": HealthShape, "description": "Nothing can be served."}},
    )
    async def health(response: Response) -> HealthShape:
        """Say whether questions are answered, and what was checked to know it."""
        answers = services.probe.known()
        if answers is None:
            answers = await anyio.to_thread.run_sync(services.probe.holds, limiter=one_at_once)
        response.status_code = 200 if answers else 503
        model = services.generator
        failing = model is not None and model.breaker.open
        return health_shape(services.library, answers, failing)

    return router


def health_shape(library: Library, answers: bool, model_fails: bool = False) -> HealthShape:
    """The state of ``library`` as it is sent; ``answers`` says whether questions are answered.

    ``model_fails``: there is a language model and it is left alone at the moment.
    """
    condition, generation = library.condition(), library.snapshot().generation
    # Its absence would say nothing: most services have no language model.
    checks = [_MODEL_FAILS] if model_fails else []
    checks += list(_checks(condition, answers, f"{generation.folder.parent.parent}/"))
    return HealthShape(
        status="ok" if all(check.ok for check in checks) else "degraded",
        generation=condition.generation,
        model=generation.manifest.model,
        documents=condition.documents,
        passages=condition.passages,
        unread=condition.unread,
        checks=checks,
    )


def _checks(condition: Condition, answers: bool, store: str) -> Iterator[CheckShape]:
    # A generation that fails either of the first two never serves: see index/generation.py.
    yield CheckShape(name="hashes", ok=True, detail="Every file was whole when it was loaded.")
    yield CheckShape(name="counts", ok=True, detail="Documents, passages and vectors agree.")
    detail = "A question was answered just now." if answers else "A test question found nothing."
    yield CheckShape(name="probe", ok=answers, detail=detail)
    for problem in condition.problems:
        # Which generation and file, but not where on this machine.
        yield CheckShape(name="generations", ok=False, detail=problem.replace(store, ""))
