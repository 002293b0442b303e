"""Every shape that lists of members come in gives every name, none split, none joined."""

from pathlib import Path

import pytest

from tests.register import pages
from tests.register.pages import names, register_of


@pytest.mark.parametrize(
    ("page", "coalition", "wanted"),
    [
        (pages.ENGLISH_TABLE, "balkan-child-network", pages.ENGLISH_TABLE_NAMES),
        (pages.SERBIAN_BULLETS, "mods", pages.SERBIAN_BULLETS_NAMES),
        (pages.ALBANIAN_PROSE, "apf", pages.ALBANIAN_PROSE_NAMES),
        (pages.NUMBERED_INLINE, "rrfk", pages.NUMBERED_INLINE_NAMES),
        (pages.DEFINITIONS, "forumi-i-grave-te-dukagjinit", pages.DEFINITIONS_NAMES),
        (pages.CYRILLIC, "mreze-za-decu", pages.CYRILLIC_NAMES),
        (pages.NAMES_WITH_AND, "cra", pages.NAMES_WITH_AND_NAMES),
        (pages.SEMICOLONS, "koalicija-za-decja-prava", pages.SEMICOLONS_NAMES),
        (pages.BY_COUNTRY, "koala", pages.BY_COUNTRY_NAMES),
        (pages.BARE_LETTERS, "rrazh", pages.BARE_LETTERS_NAMES),
    ],
    ids=[
        *("table", "bullets", "prose", "numbers in a line", "definitions", "cyrillic"),
        *("and in names", "semicolons", "by country", "bare letters"),
    ],
)
def test_every_name_is_found_as_it_is_written(
    tmp_path: Path, page: str, coalition: str, wanted: list[str]
) -> None:
    register = register_of(tmp_path / "pages", page_md=page)
    assert names(register, coalition) == wanted
    assert not register.notices


def test_a_column_of_coalitions_says_who_belongs_where(tmp_path: Path) -> None:
    register = register_of(tmp_path / "pages", anetare_csv=pages.TWO_COLUMNS)
    assert names(register, "komf") == [
        "Save the Children",
        "Fondacioni Tani",
        "Qendra për Gra, Vajza dhe Fëmijë",
    ]
    assert names(register, "mods") == [
        "Save the Children",
        "Centar za devojke",
        "Udruženje Suncokret",
    ]
