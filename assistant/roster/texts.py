"""The words around lists in the asker's language: the jinja2 templates of prompts/roster."""

import re
from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.lexicon import LANGUAGES, PROMPTS

_BLANK = re.compile(r"\n{3,}")


def render(template: str, language: str, /, **values: object) -> str:
    """The ``template`` in ``language``, in English for a language without one."""
    spoken = language if language in LANGUAGES else "en"
    text = _templates().get_template(f"{spoken}/{template}.j2").render(**values)
    return _BLANK.sub("\n\n", text).strip()


@lru_cache(maxsize=1)
def _templates() -> Environment:
    # Answers are plain text: whoever puts them into a page escapes them there.
    return Environment(
        loader=FileSystemLoader(PROMPTS / "roster"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
    )
