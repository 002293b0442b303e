"""Names of countries in all languages: from babel, and what packs know beside."""

from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from index.language.pack import Pack, fallback, packs
from index.language.script import fold


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Each word for a country, folded, with the country's name in the language for all others."""
    codes = dict.fromkeys(code for pack in packs().values() for code in pack.country_forms)
    return {
        word: _shown(code)
        for code in codes
        for pack in packs().values()
        for word in _words(code, pack)
    }


def _words(code: str, pack: Pack) -> Iterator[str]:
    yield from pack.country_forms.get(code, ())
    name = fold(_territory(code, pack))
    if name.isalpha():  # of several words none says it alone
        yield name


def _shown(code: str) -> str:
    forms = fallback().country_forms.get(code)
    return forms[0].capitalize() if forms else _territory(code, fallback())


def _territory(code: str, pack: Pack) -> str:
    return str(Locale.parse(pack.locale).territories.get(code, ""))
