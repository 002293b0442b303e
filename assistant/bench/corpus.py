"""A large folder of documents for measuring, made anew from the sentences of a small one.

The same seed gives the same folder, so that runs can be compared.
"""

import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from index.language import LANGUAGES

_PARAGRAPH_CHARACTERS = 270
_PASSAGES_A_DOCUMENT = 50
_NUMBER = re.compile(r"\d+")
MARK = "№"  # begins each paragraph, so that all differ


def write_corpus(folder: Path, sentences: Sequence[str], passages: int, seed: int = 7) -> None:
    """Write Markdown documents that make exactly ``passages`` passages, all different."""
    chance = random.Random(seed)  # noqa: S311 (a benchmark's dice, not a secret's)
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, passages, _PASSAGES_A_DOCUMENT):
        size = min(_PASSAGES_A_DOCUMENT, passages - start)
        parts = _sections(sentences, start, size, chance)
        text = f"---\nlanguage: {LANGUAGES[0]}\n---\n\n# {start}\n\n" + "\n\n".join(parts) + "\n"
        (folder / f"{start:06d}.md").write_text(text, encoding="utf-8")


def _sections(
    sentences: Sequence[str], start: int, size: int, chance: random.Random
) -> Iterator[str]:
    for number in range(start, start + size):
        yield f"## {number}\n\n{_paragraph(sentences, number, chance)}"


def _paragraph(sentences: Sequence[str], number: int, chance: random.Random) -> str:
    """Sentences up to the size of a real paragraph, with other numbers than they had."""
    text = f"{MARK} {number}."
    while len(text) < _PARAGRAPH_CHARACTERS:
        sentence = chance.choice(sentences)
        text += " " + _NUMBER.sub(lambda _: str(chance.randrange(1, 9999)), sentence)
    return text
