"""The months of each language: their names from babel, further forms from its pack."""

from functools import lru_cache

from babel import Locale

from index.language.pack import Pack
from index.language.script import fold


def months(pack: Pack) -> dict[str, int]:
    """The folded names of the months, in their order, with their numbers; then other forms."""
    return _names(pack.locale) | dict(pack.month_forms)


@lru_cache
def _names(locale: str) -> dict[str, int]:
    names = Locale.parse(locale).months["stand-alone"]["wide"]
    return {fold(name): number for number, name in names.items()}
