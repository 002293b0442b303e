"""What the model is told: the jinja2 templates of prompts/llm."""

from functools import lru_cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant.lexicon import PROMPTS

_LANGUAGES = {"sq": "Albanian", "en": "English", "sr": "Serbian in Latin letters"}


def prompt(name: str, language: str = "en", **values: object) -> str:
    """The template ``name`` filled in; texts in it are JSON strings, so that none can end early."""
    template = _environment().get_template(f"{name}.jinja2")
    return template.render(language=_LANGUAGES.get(language, "English"), **values).strip()


@lru_cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(PROMPTS / "llm"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - a prompt is no web page
        trim_blocks=True,
        lstrip_blocks=True,
    )
