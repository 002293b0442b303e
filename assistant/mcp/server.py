"""The MCP server: four tools that say what the HTTP service says, in the same shapes."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import Field

from assistant.answer import Turn
from assistant.api.errors import ApiError
from assistant.api.services import Answering
from assistant.api.shapes.answers import AnswerShape, answer_shape
from assistant.api.shapes.documents import WholeDocumentShape, whole_document_shape
from assistant.api.shapes.members import MembersShape, members_shape
from assistant.api.shapes.questions import Language, QuestionText
from assistant.api.shapes.search import SearchShape, search_shape
from assistant.api.work_queue import WorkQueue
from assistant.dialogue import Computing, Unheard, take_turn
from assistant.explanation import Explanation
from assistant.limits import HITS, LANGUAGES
from assistant.roster import roster_of
from index.library import Library

if TYPE_CHECKING:  # it loads the model's client, which most services do without
    from assistant.generator.generator import Generator

_INSTRUCTIONS = """Answers from the documents of a coalition of non-governmental organisations.
Every answer quotes documents: repeat its numbers, dates and names exactly and keep its citations.
With the status unsure, say that the quotes may answer, no more. With not_found, say that nothing
was found in the documents; do not answer from elsewhere."""
_READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
_BUSY = "Too many questions at once: ask again shortly."

Result = TypeVar("Result")

Name = Annotated[str, Field(max_length=200)]
DocumentId = Annotated[str, Field(max_length=120, description="The `id` that citations give.")]


def create_mcp(
    library: Library, assistant: Answering, generator: "Generator | None" = None
) -> MCPServer[None]:
    """The MCP server over ``library`` and ``assistant``."""
    server: MCPServer[None] = MCPServer(
        "kuvend", instructions=_INSTRUCTIONS, version="1", log_level="WARNING"
    )
    queue = WorkQueue()

    @server.tool(annotations=_READS)
    async def ask(question: QuestionText, language: Language | None = None) -> AnswerShape:
        """Answer a question from the documents, with citations, or say that they do not say."""
        started = time.perf_counter()

        async def explain(asked: str, history: tuple[Turn, ...]) -> Explanation:
            return await _queued(queue, lambda: assistant.explain(asked, history, language))

        async def choose(told: Explanation, chosen: tuple[int, ...]) -> Explanation:
            return await queue.run(lambda: assistant.choose(told, chosen), patient=True)

        told = await take_turn(Computing(explain, choose), generator, question, (), Unheard())
        return answer_shape(told.answer, round((time.perf_counter() - started) * 1_000, 1))

    @server.tool(annotations=_READS)
    async def search(
        query: QuestionText,
        limit: Annotated[int, Field(ge=1, le=HITS)] = 5,
        language: Language | None = None,
    ) -> SearchShape:
        """Find the passages nearest to a question, best first, in any of the languages."""
        started = time.perf_counter()
        snapshot = library.snapshot()
        result = await _queued(queue, lambda: snapshot.search(query, limit, language))
        return search_shape(result, round((time.perf_counter() - started) * 1_000, 1))

    @server.tool(annotations=_READS)
    async def members(
        coalition: Name = "", topic: Name = "", language: Language = LANGUAGES[0]
    ) -> MembersShape:
        """List the members of a coalition, or of all, each with where the documents name it."""
        snapshot = library.snapshot()
        found = await _queued(
            queue, lambda: roster_of(snapshot).members(coalition, topic, language)
        )
        if found is None:
            raise ToolError("There is no coalition with this name: leave it out to see all.")
        return members_shape(found)

    @server.tool(annotations=_READS)
    async def document(document_id: DocumentId) -> WholeDocumentShape:
        """Give one document whole: the text that the offsets of citations count in."""
        stored = library.snapshot().document(document_id)
        if stored is None:
            raise ToolError("There is no document with this id.")
        return whole_document_shape(stored)

    return server


async def _queued(queue: WorkQueue, work: Callable[[], Result]) -> Result:
    try:
        return await queue.run(work)
    except ApiError:
        raise ToolError(_BUSY) from None
