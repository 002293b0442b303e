"""What tells what an organisation works on: its name, rows about it, its pages, sentences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.catalog import StoredDocument
from index.language import folded_words
from index.reading.document import Block, BlockKind
from index.register.names import key
from index.register.prose import sentences
from index.register.records import Organisation, Span, Work, WorkKind

_FEWEST_LETTERS = 3
_MOST_SENTENCES = 40  # of one organisation: more would only be slower


@dataclass(frozen=True, slots=True)
class Names:
    """The names to look for in texts, by their first folded word."""

    by_first: dict[str, list[tuple[tuple[str, ...], str, str]]]

    @classmethod
    def of(cls, organisations: Iterable[Organisation]) -> "Names":
        """The names of ``organisations``, longest first."""
        by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
        for one in organisations:
            for name in (one.name, *one.aliases):
                words = tuple(folded_words(name))
                if sum(map(len, words)) >= _FEWEST_LETTERS:
                    by_first[words[0]].append((words, one.id, name))
        for names in by_first.values():
            names.sort(key=lambda entry: -len(entry[0]))
        return cls(dict(by_first))

    def within(self, text: str) -> Iterator[tuple[str, int]]:
        """The ids of the organisations that ``text`` names, each with its place in words."""
        words = list(folded_words(text))
        for place, word in enumerate(words):
            for name, organisation, written in self.by_first.get(word, ()):
                whole = tuple(words[place : place + len(name)]) == name
                # A name with one capital is made of common words: it must be written as it is.
                if whole and (
                    (sum(map(str.isupper, written)) > 1 and len(name) > 1) or written in text
                ):
                    yield organisation, place
                    break


def works(
    organisations: Sequence[Organisation],
    documents: Iterable[StoredDocument],
    listed: set[tuple[str, int]],
) -> Iterator[Work]:
    """What ``documents`` tell of ``organisations`` outside the lists that name them.

    ``listed`` holds document and start of the blocks that are such lists.
    """
    names = Names.of(organisations)
    counted: dict[str, int] = defaultdict(int)
    for document in documents:
        own = _own_page(document, names)
        for block in document.content.blocks:
            if (document.info.id, block.start) in listed:
                continue
            for work in _of_block(document, block, names, own):
                counted[work.subject] += 1
                if counted[work.subject] <= _MOST_SENTENCES:
                    yield work


def _own_page(document: StoredDocument, names: Names) -> str | None:
    """The one organisation that the title or the publisher names."""
    publisher = document.info.publisher or ""
    found = {organisation for organisation, _ in names.within(publisher)}
    if not found:
        found = {organisation for organisation, _ in names.within(document.info.title)}
    if len(found) != 1:
        return None
    organisation = found.pop()
    whole = key(publisher) in {
        " ".join(words)
        for many in names.by_first.values()
        for words, one, _ in many
        if one == organisation
    }
    return organisation if whole or not publisher else None


def _of_block(
    document: StoredDocument, block: Block, names: Names, own: str | None
) -> Iterator[Work]:
    text = document.content.text
    if own is not None and block.kind is BlockKind.HEADING:
        yield Work(own, WorkKind.PAGE, _span(document, block.start, block.end))
        return
    if own is None and not any(names.within(text[block.start : block.end])):
        return
    for start, end in sentences(text, block.start, block.end):
        span = _span(document, start, end)
        subjects = {organisation for organisation, _ in names.within(span.text)}
        if own is not None:
            subjects.add(own)
        for subject in sorted(subjects):
            yield Work(subject, WorkKind.SENTENCE, span)


def _span(document: StoredDocument, start: int, end: int) -> Span:
    return Span(document.info.id, start, end, document.content.text[start:end])
