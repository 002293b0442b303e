"""Labels and values -> the fields of a record."""

from collections.abc import Iterable

from index.language import fold
from index.records.facts import Fact
from index.records.listing import Field
from index.records.source import Source


def fields(source: Source, found: Iterable[Fact]) -> tuple[Field, ...]:
    """Facts as the fields of a record, the first of each label."""
    kept: dict[str, Field] = {}
    for fact in found:
        label, value = source.text[slice(*fact.label)], source.span(*fact.value)
        kept.setdefault(fold(label), Field(label, value.text, value))
    return tuple(kept.values())
