"""Leads and refusals in the asker's language: the jinja2 templates of its pack."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from index.language import PROMPTS, fallback, pack_of


def render(name: str, language: str, **values: object) -> str:
    """The template ``name`` in ``language``, filled with ``values`` on one line per paragraph."""
    return templates("answers", language).get_template(f"{name}.j2").render(**values).strip()


def templates(folder: str, language: str) -> Environment:
    """The templates in ``folder`` of a pack, of the language that speaks for it where it has none.

    A template that the pack lacks is that language's too.
    """
    return _environment(folder, pack_of(language).tag)


@lru_cache
def _environment(folder: str, language: str) -> Environment:
    # Answers are plain text: whoever puts them into a page escapes them there.
    return Environment(
        loader=FileSystemLoader([PROMPTS / tag / folder for tag in (language, fallback().tag)]),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
    )
