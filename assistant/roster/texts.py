"""The words around lists in the asker's language: the jinja2 templates of its pack."""

import re

from assistant.templates import templates

_BLANK = re.compile(r"\n{3,}")


def render(template: str, language: str, /, **values: object) -> str:
    """The ``template`` in ``language``, filled with ``values``."""
    text = templates("roster", language).get_template(f"{template}.j2").render(**values)
    return _BLANK.sub("\n\n", text).strip()
