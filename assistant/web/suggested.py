"""Questions to begin with, made from the coalitions of the documents and kept if they answer."""

from collections.abc import Iterator

from assistant.answer import Status
from assistant.api.errors import ApiError
from assistant.api.services import Answering, Services
from assistant.question_log import Remembering
from assistant.roster import roster_of
from assistant.web.strings import strings
from index.errors import KuvendError
from index.library import Snapshot

_SHOWN = 4
_ORDER = ("members", "founded", "both", "mission", "count")


class Suggested:
    """The questions that pages begin with, found once for each generation and language."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._found: dict[tuple[str, str], tuple[str, ...]] = {}

    async def questions(self, language: str) -> tuple[str, ...]:
        """A few questions in ``language`` that the documents answer; none when there's no time."""
        snapshot = self._services.library.snapshot()
        key = (snapshot.generation.folder.name, language)
        if key not in self._found:
            assistant = self._services.assistant
            if isinstance(assistant, Remembering):
                # What nobody asked is no question that the documents left open.
                assistant = assistant.assistant
            try:
                found = await self._services.compute(lambda: _found(snapshot, assistant, language))
            except (ApiError, KuvendError):
                return ()
            self._found = {k: v for k, v in self._found.items() if k[0] == key[0]} | {key: found}
        return self._found[key]


def _found(snapshot: Snapshot, assistant: Answering, language: str) -> tuple[str, ...]:
    found: list[str] = []
    for question in _candidates(snapshot, language):
        if assistant.explain(question, (), language).answer.status is Status.ANSWERED:
            found.append(question)
        if len(found) == _SHOWN:
            break
    return tuple(found)


def _candidates(snapshot: Snapshot, language: str) -> Iterator[str]:
    view = roster_of(snapshot).view
    sizes = {one.name: len(view.members.get(one.id, ())) for one in view.coalitions.values()}
    names = sorted(sizes, key=lambda name: (-sizes[name], name))[:3]
    said = strings(language)["suggested"]
    # Each coalition in its turn, so that not all questions are about one.
    for first in range(len(names)):
        for turn, key in enumerate(_ORDER):
            name = names[(first + turn) % len(names)]
            other = names[(first + turn + 1) % len(names)]
            if key != "both":
                yield said[key].format(name=name)
            elif first == 0 and name != other:
                yield said[key].format(name=name, other=other)
