"""Server-sent events as a client reads them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any


def events(lines: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """The name and the JSON value of each event; comments are passed over."""
    name, data = "message", ""
    for line in lines:
        field, _, value = line.partition(": ")
        if not line and data:
            yield name, json.loads(data)
            name, data = "message", ""
        elif field == "event":
            name = value
        elif field == "data":
            assert not data, "each event has one line of data"
            data = value
