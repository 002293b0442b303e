"""A small library that the tests of the service and of the command line read, never change."""

from pathlib import Path

import pytest

from index.build import EmbeddingModel, build
from index.library import Library
from index.store import Store
from tests.fakes import LetterEmbedder, Silent

MISSION = """---
title: Misioni
language: sq
publisher: KOMF
date: 2011-06
url: https://ngo.example/misioni
---
# Misioni

Koalicioni mbron fëmijët nga trafikimi.

## Anëtarët

Anëtarët janë dy: Alfa dhe Beta.

# Kontakti

Shkruani në zyrë.
"""
HOSTILE = """---
title: <script>alert(1)</script>
language: en
url: javascript:alert(1)
---
Child protection <img src=x onerror=alert(1)> is our work.
"""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Two documents, indexed with a model that can be worked out by hand."""
    folder = tmp_path_factory.mktemp("documents")
    write_documents(folder)
    store = Store(tmp_path_factory.mktemp("store"))
    letters = LetterEmbedder()
    build(folder, store, EmbeddingModel(letters.name, lambda: letters), Silent())
    return Library(store, letters)


def write_documents(folder: Path) -> None:
    """The documents of ``library``."""
    (folder / "misioni.md").write_text(MISSION, encoding="utf-8")
    (folder / "hostile.md").write_text(HOSTILE, encoding="utf-8")
