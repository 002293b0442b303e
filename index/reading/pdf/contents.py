"""Recognises the lines of a table of contents, which repeat every heading but answer nothing."""

import re

_LEADER = re.compile(r"[.…·_]{4,}\s*\d{1,4}\Z|(?:\s\.){4,}\s*\d{1,4}\Z")
_LEADER_CHARACTERS = 60  # at the end of an entry, in which its leader and page number stand


def is_contents_entry(text: str) -> bool:
    """Say whether a text ends with a leader of dots and a page number."""
    return bool(_LEADER.search(text[-_LEADER_CHARACTERS:]))
