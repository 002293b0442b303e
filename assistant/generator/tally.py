"""What became of the model's words, counted for ``/metrics``."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts since the start: sentences that were dropped, calls that failed."""

    dropped: int = 0
    faults: int = 0
