"""The lists and records as one file of a generation: JSON, written once and then only read."""

from collections.abc import Sequence
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.errors import DamagedGenerationError
from index.records.listing import Listing

_FORM = TypeAdapter(tuple[Listing, ...])


def write_records(path: Path, listings: Sequence[Listing]) -> None:
    """Write ``listings`` to a new file."""
    path.write_bytes(_FORM.dump_json(tuple(listings)))


def read_records(path: Path) -> tuple[Listing, ...]:
    """The listings in ``path``; raises ``DamagedGenerationError`` when it holds none."""
    try:
        return _FORM.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DamagedGenerationError(f"{path} cannot be read: run kuvend index.") from error
