"""Albanian words bend: each form of a word finds every other, typed with ë and ç or without."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.build import BuildReport
from index.language import fold
from index.library import Library
from index.store import Store
from tests.fakes import LetterEmbedder

# The endings of a declension: indefinite, definite, genitive, accusative, then the plural's.
ENDINGS = {
    "im": (" i it in e et eve", "trafik eduk punës shërb financ vlerës zhvill bashkëpun trajn"
           " regjistr monitor zbat parandal inform planifik themel"),
    "": (" i it in e et eve", "koalicion projekt komunitet program institucion rezultat dokument"),
    "ë": ("ë a ës ën at ave", "organizat vajz fushat gjykat komun pages shkoll qendr këshill pron"
          " strukturë-"),
    "je": ("je ja jes jen jet jeve", "famil marrëvesh çësht pyet lëviz pjesëmarr rreth"),
    "i": (" a së në të ve", "kujdestari shoqëri qeveri mundësi përgjegjësi barazi"),
    "ar": (" i it in ë ët ëve", "anëtar donator partner avokat drejtor profesor mjek"),
    "irregular": ("", ""),
}  # fmt: skip
IRREGULAR = (
    "fëmijë fëmija fëmijës fëmijën fëmijët fëmijëve",
    "prind prindi prindit prindin prindër prindërit prindërve",
    "punonjës punonjësi punonjësit punonjësin punonjësve",
    "nxënës nxënësi nxënësit nxënësin nxënësve",
    "viktimë viktima viktimës viktimën viktimat viktimave",
    "dhunë dhuna dhunës dhunën",
    "ndihmë ndihma ndihmës ndihmën ndihmat ndihmave",
    "ligj ligji ligjit ligjin ligje ligjet ligjeve",
)


def _families() -> list[tuple[str, ...]]:
    families = [tuple(family.split()) for family in IRREGULAR]
    for kind, (endings, stems) in ENDINGS.items():
        own = "im" if kind == "im" else ""
        for stem in stems.replace("strukturë-", "struktur").split():
            tails = ["", *endings.split()] if endings.startswith(" ") else endings.split()
            families.append(tuple(f"{stem}{own}{tail}" for tail in tails))
    return families


FAMILIES = _families()


def test_there_are_sixty_families() -> None:
    assert len(FAMILIES) >= 60
    assert len({form for family in FAMILIES for form in family}) == sum(map(len, FAMILIES))


@pytest.mark.parametrize("place", range(7))
def test_each_form_finds_each_other_form(
    folder: Path,
    store: Store,
    index: Callable[[], BuildReport],
    letters: LetterEmbedder,
    place: int,
) -> None:
    """One document for each word, in its form number ``place``; the others ask for it."""
    for number, family in enumerate(FAMILIES):
        form = family[place % len(family)]
        (folder / f"{number}.txt").write_text(f"Ky tekst flet gjatë vetëm për {form} sot.\n")
    index()
    snapshot = Library(store, letters).snapshot()
    missed = [
        (asked, family[place % len(family)])
        for number, family in enumerate(FAMILIES)
        for form in family
        for asked in {form, fold(form)}
        if snapshot.suggest(asked, 1, "sq").hits[0].document.id != str(number)
    ]
    assert missed == []
