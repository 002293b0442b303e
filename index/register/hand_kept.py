"""The hand-kept file of members: ``members.csv`` among the documents adds and corrects.

One row an organisation, columns in any order, titles in any of the languages:

    name, aliases, coalitions, topics, country, remove

``aliases``, ``coalitions`` and ``topics`` hold several values with semicolons between them.
``remove`` names the coalitions that the organisation is no member of, whatever a list says;
``all`` takes it out of the register. What the file adds is cited like any other document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from index.catalog import StoredDocument
from index.reading.document import BlockKind
from index.register.columns import Role, Row, rows
from index.register.memberships import several
from index.register.names import key
from index.register.records import Entry, Span
from index.register.vocabulary import words

_STEMS = words(lambda listed: listed.member_files)
_SUFFIXES = (".csv", ".xlsx")
_ALL = words(lambda listed: listed.everything)


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of the hand-kept file; ``remove`` holds coalitions' names, or ``all``."""

    name: Span
    aliases: tuple[str, ...]
    coalitions: tuple[str, ...]
    topics: Span | None
    remove: tuple[str, ...]

    @property
    def removes_all(self) -> bool:
        """Whether the organisation is to be left out altogether."""
        return any(key(name) in _ALL for name in self.remove)


def is_hand_kept(document: StoredDocument) -> bool:
    """Whether ``document`` is the hand-kept file."""
    path = PurePosixPath(document.info.path)
    return path.suffix.lower() in _SUFFIXES and key(path.stem) in _STEMS


def corrections(document: StoredDocument) -> Iterator[Correction]:
    """The rows of the hand-kept file that name an organisation."""
    text = document.content.text
    spans = (
        Span(document.info.id, block.start, block.end, text[block.start : block.end])
        for block in document.content.blocks
        if block.kind is BlockKind.ROW
    )
    for row in rows([Entry(span, span) for span in spans]):
        name = row.value(Role.NAME)
        if name is not None:
            yield _correction(name, row)


def _correction(name: Span, row: Row) -> Correction:
    return Correction(
        name=name,
        aliases=several(row.value(Role.ALIASES)),
        coalitions=several(row.value(Role.COALITION)),
        topics=row.value(Role.TOPICS),
        remove=several(row.value(Role.REMOVE)),
    )
