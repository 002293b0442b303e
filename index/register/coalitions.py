"""Coalitions: their names, how many members their texts state, and what they are about."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.catalog import StoredDocument
from index.language import every, fold, latin
from index.language.patterns import any_of
from index.reading.document import BlockKind
from index.register.memberships import MemberList
from index.register.names import key
from index.register.prose import sentences
from index.register.records import Coalition, Expansion, Span, Stated
from index.register.vocabulary import COUNTED, FOUNDING, NUMBERS

_SUFFIX = re.compile(rf"[-’']{any_of(every(lambda pack: pack.case_endings))}\b")
_COUNTED = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{any_of(NUMBERS)})\s+(?:[^\W\d]+\s+){{0,3}}?{any_of(COUNTED)}"
)
_STEM = 4


@dataclass(frozen=True, slots=True)
class CoalitionNames:
    """Which coalition a name means: short and long forms of one are one, in every case ending."""

    ids: Mapping[str, str]

    def id(self, name: str) -> str:
        """The id of the coalition called ``name``."""
        return self.ids.get(_stems(name), key(bare(name)).replace(" ", "-"))


def coalition_names(expansions: Iterable[Expansion], written: Iterable[str]) -> CoalitionNames:
    """The names that mean the same: by what short names stand for, else by how words begin."""
    ids: dict[str, str] = {}
    for name in sorted(set(written), key=lambda name: (len(name), name)):
        ids.setdefault(_stems(name), key(bare(name)).replace(" ", "-"))
    for one in expansions:
        ids[_stems(one.long)] = key(one.short).replace(" ", "-")
    return CoalitionNames(ids)


def bare(name: str) -> str:
    """A coalition's name in Latin letters without a case ending behind a dash."""
    return _SUFFIX.sub("", latin(name)).strip()


def _stems(name: str) -> str:
    words = key(bare(name)).split()
    return " ".join(word[:_STEM] for word in words) if len(words) > 1 else "".join(words)


def coalitions(
    lists: Sequence[MemberList],
    documents: Sequence[StoredDocument],
    expansions: Sequence[Expansion],
    names: CoalitionNames,
) -> Iterator[Coalition]:
    """The coalitions that ``lists`` name, with what ``documents`` say of them."""
    written: dict[str, str] = {}
    sources: dict[str, set[str]] = {}
    for one in lists:
        for member in one.members:
            coalition = names.id(member.coalition)
            written.setdefault(coalition, bare(member.coalition))
            sources.setdefault(coalition, set()).add(one.listing.document)
    for coalition_id, name in sorted(written.items()):
        longs = [one for one in expansions if names.id(one.short) == coalition_id]
        own = [d for d in documents if d.info.id in sources[coalition_id]]
        short = next((one.short for one in longs if key(one.short) == key(name)), name)
        short = longs[0].short if longs and key(name) != key(short) else short
        other = {one.long: None for one in longs} | {name: None}
        yield Coalition(
            id=coalition_id,
            name=short,
            aliases=tuple(alias for alias in other if alias != short),
            stated=tuple(_stated(own)),
            about=tuple(_about(longs, own, short)),
        )


def _stated(documents: Iterable[StoredDocument]) -> Iterator[Stated]:
    """Every sentence that counts members or organisations."""
    for document, start, end in _all_sentences(documents):
        text = document.content.text[start:end]
        if match := _COUNTED.search(fold(text)):
            number = match["number"]
            count = int(number) if number.isdigit() else NUMBERS[number]
            if count > 2:
                yield Stated(count, Span(document.info.id, start, end, text))


def _about(
    longs: Iterable[Expansion], documents: Iterable[StoredDocument], short: str
) -> Iterator[Span]:
    """The sentences with the full name, then those that tell of the founding."""
    seen: set[tuple[str, int]] = set()
    for one in longs:
        if (one.span.document, one.span.start) not in seen:
            seen.add((one.span.document, one.span.start))
            yield one.span
    for document, start, end in _all_sentences(documents):
        text = document.content.text[start:end]
        if (document.info.id, start) not in seen and short in text:
            folded = fold(text)
            if any(stem in folded for stem in FOUNDING):
                yield Span(document.info.id, start, end, text)


def _all_sentences(
    documents: Iterable[StoredDocument],
) -> Iterator[tuple[StoredDocument, int, int]]:
    for document in documents:
        for block in document.content.blocks:
            if block.kind is BlockKind.PARAGRAPH:
                for start, end in sentences(document.content.text, block.start, block.end):
                    yield document, start, end
