"""Lists and records of every shape are found whole, with their names, counts and fields."""

from pathlib import Path

import pytest

from tests.records.finding import Outcome, entry_of, outcome
from tests.records.shapes import SHAPES, Shape

FOUND = 0.98
WRONG = 0.01


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> list[Outcome]:
    """What is found in all shapes."""
    folder = tmp_path_factory.mktemp("shapes")
    return [outcome(folder / str(number), shape) for number, shape in enumerate(SHAPES)]


def test_there_are_sixty_shapes_and_none_twice() -> None:
    assert len({shape.name for shape in SHAPES}) == len(SHAPES) >= 60


def test_nearly_all_names_are_found_and_nearly_none_is_wrong(outcomes: list[Outcome]) -> None:
    wanted = sum(len(one.names) for shape in SHAPES for one in shape.lists)
    missed = [name for one in outcomes for name in one.missed]
    wrong = [name for one in outcomes for name in one.wrong]
    found = wanted - len(missed)
    assert found >= FOUND * wanted, missed
    assert len(wrong) <= WRONG * (found + len(wrong)), wrong


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_list_has_its_names_heading_introduction_count_and_fields(
    tmp_path: Path, shape: Shape
) -> None:
    result = outcome(tmp_path, shape)
    assert (result.missed, result.wrong) == ([], [])
    for wanted, listing in result.pairs:
        assert listing is not None
        assert listing.stated == wanted.stated
        assert not wanted.under or listing.headings[-1] == wanted.under
        if wanted.intro is not None:
            assert listing.introduction is not None
            assert listing.introduction.text == wanted.intro
        for name, values in wanted.fields.items():
            having = {(one.label, one.value) for one in entry_of(listing, name).fields}
            assert having >= set(values.items())
