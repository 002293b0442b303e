"""A scripted model, and an answer of the shipped documents for it to phrase."""

from collections.abc import Iterator

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.reader.trained import read_trained
from index.library import Library
from tests.generator.scripted import Script, scripted
from tests.trained import SHIPPED, always_sure

QUESTION = "When was KOMF founded?"


@pytest.fixture(scope="session")
def founded(real_library: Library) -> Answer:
    """The extractive answer to ``QUESTION``."""
    return Assistant(real_library, always_sure(read_trained(SHIPPED))).ask(QUESTION)


@pytest.fixture
def model() -> Iterator[tuple[str, Script]]:
    """The base URL of a scripted model, and its script."""
    with scripted() as served:
        yield served
