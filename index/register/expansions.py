"""What short names stand for: "Long Name (LN)", "Long Name – LN", "LN (Long Name)"."""

import re
from collections.abc import Iterator

from index.catalog import StoredDocument
from index.language.patterns import CAPITALS, any_of
from index.reading.document import BlockKind
from index.register.names import fits, take_apart
from index.register.prose import sentences
from index.register.records import Expansion, Listing, Shape, Span
from index.register.vocabulary import words

_SHORT = rf"[{CAPITALS}][{CAPITALS}a-z0-9]{{1,9}}"
_BRACKETS = re.compile(rf"\((?P<short>{_SHORT})\s*(?P<more>[;,][^()]{{3,160}})?\)")
_DASHED = re.compile(rf"\s[–—-]\s(?P<short>[{CAPITALS}]{{2,10}})(?=[\s,.;)]|$)")
_TURNED = re.compile(rf"(?P<short>\b{_SHORT})\s*\((?P<long>[{CAPITALS}][^()]{{6,160}})\)")
_QUOTED = re.compile(rf"[“\"„]([{CAPITALS}][^“”\"„]{{8,120}})[”\"“]")
_OTHERWISE = re.compile(
    rf"[;,]\s*{any_of(words(lambda listed: listed.other_language_phrases))},?\s+"
    rf"(?:{any_of(words(lambda listed: listed.articles))}\s+)?(.+)"
)
_ACRONYM = re.compile(rf"\b[{CAPITALS}]{{3,8}}\b")
_LIKELY = re.compile(rf"\([{CAPITALS}]|[–—-]\s[{CAPITALS}]{{2}}|[“\"„][{CAPITALS}]")
_WORD = re.compile(r"\S+")
_MOST_WORDS = 14


def expansions(document: StoredDocument) -> Iterator[Expansion]:
    """What the running text of ``document`` says that short names stand for."""
    text = document.content.text
    acronyms = set(_ACRONYM.findall(text))
    for block in document.content.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.ROW):
            continue
        if not _LIKELY.search(text, block.start, block.end):
            continue
        for start, end in sentences(text, block.start, block.end):
            whole = Span(document.info.id, start, end, text[start:end])
            yield from _in_sentence(whole, acronyms)


def listed_expansions(listing: Listing) -> Iterator[Expansion]:
    """The short names within the entries of a list of members."""
    for entry in listing.entries:
        name = take_apart(entry.span.text)
        if name.short and listing.shape is not Shape.ROWS:
            yield Expansion(name.short, name.long, entry.span)


def _in_sentence(whole: Span, acronyms: set[str]) -> Iterator[Expansion]:
    for match in _BRACKETS.finditer(whole.text):
        long = _long_before(whole.text[: match.start()], match["short"])
        if long:
            yield Expansion(match["short"], long, whole)
        if long and match["more"] and (other := _OTHERWISE.match(match["more"])):
            yield Expansion(match["short"], other[1], whole)
    for match in _DASHED.finditer(whole.text):
        if long := _long_before(whole.text[: match.start()], match["short"]):
            yield Expansion(match["short"], long, whole)
    for match in _TURNED.finditer(whole.text):
        long = match["long"].partition(":")[0]
        if fits(match["short"], long):
            yield Expansion(match["short"], long, whole)
    for match in _QUOTED.finditer(whole.text):
        for short in sorted(acronyms):
            if len(short) > 2 and fits(short, match[1]) and len(match[1].split()) < 2 * len(short):
                yield Expansion(short, match[1], whole)


def _long_before(text: str, short: str) -> str | None:
    """The words just before a short form that it can be the initials of, as few as will do."""
    if (quoted := list(_QUOTED.finditer(text))) and text.rstrip().endswith(quoted[-1].group()):
        return quoted[-1][1] if fits(short, quoted[-1][1]) else None
    before = list(_WORD.finditer(text))[-_MOST_WORDS:]
    for word in reversed(before):
        long = text[word.start() :].strip()
        if word.group()[0].isupper() and len(long.split()) > 1 and fits(short, long):
            return long
    return None
