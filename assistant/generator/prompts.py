"""What the model is told: the jinja2 templates of prompts/llm."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from index.language import PROMPTS, fallback, pack_of


def prompt(name: str, language: str | None = None, **values: object) -> str:
    """The template ``name`` filled in; texts in it are JSON strings, so that none can end early."""
    template = _environment().get_template(f"{name}.jinja2")
    spoken = pack_of(language or fallback().tag).described_as
    return template.render(language=spoken, **values).strip()


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(PROMPTS / "llm"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - a prompt is no web page
        trim_blocks=True,
        lstrip_blocks=True,
    )
