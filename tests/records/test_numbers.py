"""Counts that introductions and headings state, in figures and in words."""

import pytest

from index.records.numbers import stated_count
from index.records.words import words_of


@pytest.mark.parametrize(
    ("language", "text", "entries", "stated"),
    [
        ("en", "Fourteen groups have joined:", 14, 14),
        ("en", "Fourteen groups have joined:", 12, 14),
        ("en", "Our twenty-two members", 22, 22),
        ("en", "A hundred and twelve towns:", 112, 112),
        ("en", "Our 12 hubs", 11, 12),
        ("en", "On 31 December the network had eight members:", 8, 8),
        ("en", "ARTICLE 5 BOARD OF DIRECTORS", 5, None),
        ("en", "In 2023 we worked with these partners:", 5, None),
        ("en", "We collected 12% more in these towns:", 12, None),
        ("en", "The office opens at 10:15 and has 1,500 visitors.", 10, None),
        ("en", "The board was elected for four years.", 7, None),
        ("sq", "Rrjeti ka njëzet e dy anëtarë:", 22, 22),
        ("sq", "Jane anetaresuar gjashte shoqata:", 6, 6),
        ("sq", "nga katër organizata:", 4, 4),
        ("sq", "Neni 5. Kush mund të jetë anëtar", 5, None),
        ("sr", "Mrežu čine četiri organizacije:", 4, 4),
        ("sr", "Савез има дванаест чланова:", 12, 12),
        ("sr", "Dvadeset dva kluba:", 21, 22),
        ("sr-Latn", "Koalicija okuplja 5 organizacija:", 5, 5),
        ("hr", "Udrugu čini sedam članova:", 7, 7),
    ],
)
def test_a_count_is_told_from_other_numbers(
    language: str, text: str, entries: int, stated: int | None
) -> None:
    assert stated_count(text, entries, words_of(language)) == stated
