"""CSV files and workbooks."""

from datetime import date, datetime

import pytest

from tests.reading.conftest import Read, block_texts
from tests.reading.office_writer import xlsx_bytes

_ROWS = [["Emri", "Qyteti"], ["Vatra", "Vlorë"], ["ARSIS", "Tiranë"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_row_can_be_read_alone(read: Read, delimiter: str) -> None:
    document = read("a.csv", "\n".join(delimiter.join(row) for row in _ROWS))
    assert block_texts(document, "row") == [
        "Emri | Qyteti",
        "Emri: Vatra | Qyteti: Vlorë",
        "Emri: ARSIS | Qyteti: Tiranë",
    ]


def test_commas_inside_cells_do_not_part_them(read: Read) -> None:
    document = read("a.csv", 'Emri;Adresa\nVatra;"Lagjja 1, Vlorë"\nARSIS;Rr. A, Tiranë')
    assert block_texts(document)[1] == "Emri: Vatra | Adresa: Lagjja 1, Vlorë"


def test_a_table_without_column_names_is_read_as_it_is(read: Read) -> None:
    assert block_texts(read("a.csv", "2019,603\n2020,6080")) == ["2019 | 603", "2020 | 6080"]


def test_a_title_above_the_column_names_is_a_paragraph(read: Read) -> None:
    document = read("a.xlsx", xlsx_bytes({"Fleta": [["Anëtarët e BKTF"], [], *_ROWS]}))
    assert block_texts(document)[:2] == ["Anëtarët e BKTF", "Emri | Qyteti"]


def test_sheets_are_sections(read: Read) -> None:
    document = read("a.xlsx", xlsx_bytes({"Shqipëri": _ROWS, "Kosovë": _ROWS}))
    assert block_texts(document, "heading") == ["Shqipëri", "Kosovë"]


def test_values_are_written_as_people_write_them(read: Read) -> None:
    row = [datetime(2011, 6, 5), date(2011, 6, 5), 6080.0, 0.5, True]
    document = read("a.xlsx", xlsx_bytes({"F": [["a", "b", "c", "d", "e"], row]}))
    assert block_texts(document)[1] == "a: 2011-06-05 | b: 2011-06-05 | c: 6080 | d: 0.5 | e: True"
