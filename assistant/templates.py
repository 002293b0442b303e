"""Leads and refusals in the asker's language: the jinja2 templates of prompts/answers."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.lexicon import LANGUAGES, PROMPTS

_DEFAULT = "en"


def render(name: str, language: str, **values: object) -> str:
    """The template ``name`` in ``language``, filled with ``values`` on one line per paragraph."""
    spoken = language if language in LANGUAGES else _DEFAULT
    template = _environment().get_template(f"{spoken}/{name}.j2")
    return template.render(**values).strip()


@lru_cache
def _environment() -> Environment:
    # Answers are plain text: whoever puts them into a page escapes them there.
    return Environment(
        loader=FileSystemLoader(PROMPTS / "answers"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
    )
