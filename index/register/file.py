"""The register as one file of a generation: JSON, written once and then only read."""

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from index.errors import DamagedGenerationError
from index.register.records import Register


def write_register(path: Path, register: Register) -> None:
    """Write ``register`` to a new file."""
    path.write_bytes(TypeAdapter(Register).dump_json(register))


def read_register(path: Path) -> Register:
    """The register in ``path``; raises ``DamagedGenerationError`` when it is none."""
    try:
        return TypeAdapter(Register).validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise DamagedGenerationError(f"{path} cannot be read: run kuvend index.") from error
