"""A document as one line of JSON, and back with every offset checked.

The line comes from a process that has parsed an untrusted file, so nothing in it is believed.
"""

import json
from dataclasses import asdict
from typing import Any

from index.errors import UnreadableFileError
from index.reading.declared import FORMS
from index.reading.document import Block, BlockKind, Document, Metadata, Page, Part

_BROKEN = "its reader gave an answer that does not hold together"


def encode_document(document: Document, last: bool = False) -> bytes:
    """Return the document as one line; ``last`` announces that the sender ends after it."""
    return _line(
        {
            "last": last,
            "text": document.text,
            "blocks": [
                [b.kind.value, b.start, b.end, b.level, [_fields(part) for part in b.parts]]
                for b in document.blocks
            ],
            "pages": [[page.number, page.start, page.end] for page in document.pages],
            "metadata": asdict(document.metadata),
            "warnings": document.warnings,
        }
    )


def encode_refusal(reason: str, last: bool = False) -> bytes:
    """Return the reason why a file cannot be read as one line."""
    return _line({"last": last, "refused": reason})


def is_last(line: bytes) -> bool:
    """Say whether the sender ends after this line; the flag stands first in it."""
    return line.startswith(b'{"last": true')


def decode_document(line: bytes) -> Document:
    """Return the document that a line holds.

    Raises ``UnreadableFileError`` with the sender's reason if it refused the file, or with one of
    our own if the line is damaged, a block or page lies outside the text or out of order.
    """
    try:
        answer = json.loads(line)
        refused = answer.get("refused")
        document = None if refused is not None else _document(answer)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise UnreadableFileError(_BROKEN) from error
    if document is None:
        raise UnreadableFileError(str(refused)[:300])
    return document


def _line(answer: dict[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode("utf-8") + b"\n"


def _document(answer: dict[str, Any]) -> Document:
    text = _text(answer["text"])
    blocks = tuple(
        Block(BlockKind(kind), _number(start), _number(end), _number(level), _parts(parts, end))
        for kind, start, end, level, parts in answer["blocks"]
    )
    pages = tuple(Page(_number(n), _number(s), _number(e)) for n, s, e in answer["pages"])
    _check_order([(block.start, block.end) for block in blocks], len(text))
    _check_order([(page.start, page.end) for page in pages], len(text))
    warnings = tuple(_text(warning) for warning in answer["warnings"])
    return Document(text, blocks, pages, _metadata(answer["metadata"]), warnings)


def _metadata(values: dict[str, Any]) -> Metadata:
    tags = tuple(_text(tag) for tag in values.pop("tags"))
    extra = tuple((_text(name), _text(value)) for name, value in values.pop("extra"))
    declared = {name: _declared(name, value) for name, value in values.items()}
    return Metadata(**declared, tags=tags, extra=extra)


def _declared(name: str, value: object) -> str | None:
    """A value that has its form already, as reading makes it."""
    if value is not None and FORMS[name](_text(value)) != value:
        raise ValueError(f"{name} is not of its form")
    return value if isinstance(value, str) else None


def _fields(part: Part) -> list[object]:
    return [part.start, part.end, part.column, part.name]


def _parts(parts: list[list[object]], block_end: int) -> tuple[Part, ...]:
    """The parts of a block: none of them ends after it, though cells may begin before it."""
    found = tuple(
        Part(_number(start), _number(end), _number(column), _text(name))
        for start, end, column, name in parts
    )
    if not all(0 <= part.start < part.end <= block_end and part.column >= 0 for part in found):
        raise ValueError("a part lies outside its block")
    return found


def _check_order(spans: list[tuple[int, int]], length: int) -> None:
    last_end = 0
    for start, end in spans:
        if not last_end <= start < end <= length:
            raise ValueError(f"span {start}:{end} is out of order")
        last_end = end


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    value.encode()  # lone surrogates can be neither stored nor sent
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("number expected")
    return value
