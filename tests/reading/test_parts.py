"""What a file sets apart inside its blocks: cells with their columns, and bold beginnings."""

import json

import pytest
from docx.document import Document as WordDocument

from index.errors import UnreadableFileError
from index.reading import Block, Document
from index.reading.wire import decode_document, encode_document
from tests.reading.conftest import Read
from tests.reading.office_writer import docx_bytes

SPANS = """<table>
<tr><th>Donor</th><th>Project</th><th colspan="2">Years</th></tr>
<tr><td rowspan="2">Helvia</td><td>First</td><td>2021</td><td>2022</td></tr>
<tr><td>Second</td><td>2023</td><td>2024</td></tr>
<tr><td>Adria</td><td>Third</td><td>2024</td><td></td></tr>
</table>"""


def cells(document: Document, block: Block) -> list[tuple[int, str, str]]:
    """The column, name and text of each cell of a row."""
    return [(part.column, part.name, document.text[part.start : part.end]) for part in block.parts]


def lead(document: Document, block: Block) -> str:
    """What stands in bold at the beginning of a block."""
    (part,) = block.parts or (None,)
    return "" if part is None else document.text[part.start : part.end]


def test_a_cell_that_covers_rows_belongs_to_each_of_them(read: Read) -> None:
    document = read("a.html", SPANS)
    first, second = document.blocks[1:3]
    assert cells(document, first) == [
        *((0, "Donor", "Helvia"), (1, "Project", "First")),
        *((2, "Years", "2021"), (3, "Years", "2022")),
    ]
    assert cells(document, second)[:2] == [(0, "Donor", "Helvia"), (1, "Project", "Second")]


def test_a_row_below_a_cell_that_covers_it_names_its_own_columns_right(read: Read) -> None:
    assert "Project: Second | Years: 2023 | Years: 2024" in read("a.html", SPANS).text


def test_the_row_that_names_the_columns_says_so(read: Read) -> None:
    assert [block.level for block in read("a.html", SPANS).blocks] == [1, 0, 0, 0]


@pytest.mark.parametrize(
    "first",
    [
        "<thead><tr><td>Town</td><td>Year</td></tr></thead>",
        "<tr><td><b>Town</b></td><td><strong>Year</strong></td></tr>",
        "<tr><td colspan='2'>Our towns</td></tr><tr><th>Town</th><th>Year</th></tr>",
    ],
    ids=["by its place", "by its look", "below a title"],
)
def test_a_web_table_names_its_columns_in_several_ways(read: Read, first: str) -> None:
    document = read("a.html", f"<table>{first}<tr><td>Peja</td><td>2004</td></tr></table>")
    assert document.text.endswith("Town: Peja | Year: 2004")


def test_a_table_whose_rows_are_all_bold_has_no_names_of_columns(read: Read) -> None:
    row = "<tr><td><b>Peja</b></td><td><b>2004</b></td></tr>"
    assert {block.level for block in read("a.html", f"<table>{row}{row}</table>").blocks} == {0}


def test_a_span_as_large_as_a_bomb_is_cut(read: Read) -> None:
    markup = "<table><tr><td rowspan=99999 colspan=99999>a</td><td>b</td></tr></table>"
    assert read("a.html", markup).text == "a | b"


def _merged(document: WordDocument) -> None:
    rows = (("Donor", "Project"), ("Helvia", "First"), ("", "Second"))
    table = document.add_table(rows=3, cols=2)
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.paragraphs[0].add_run(text).bold = text in rows[0]
    table.cell(1, 0).merge(table.cell(2, 0))


def test_merged_cells_of_a_word_table_belong_to_each_row(read: Read) -> None:
    document = read("a.docx", docx_bytes(_merged))
    assert cells(document, document.blocks[2]) == [
        (0, "Donor", "Helvia"),
        (1, "Project", "Second"),
    ]
    assert document.text.endswith("Donor: Helvia | Project: First\nProject: Second")


def _run_in(document: WordDocument) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run("Arta Gashi, drejtoreshë.").bold = True
    paragraph.add_run(" Punon nga Peja.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", "**Arta Gashi, drejtoreshë.** Punon nga Peja."),
        ("a.html", "<p><b>Arta Gashi</b><b>, drejtoreshë.</b> Punon nga Peja.</p>"),
        ("a.html", "<p><span style='font-weight: 700'>Arta Gashi, drejtoreshë.</span> Punon</p>"),
        ("a.docx", docx_bytes(_run_in)),
    ],
)
def test_the_bold_beginning_of_a_paragraph_is_known(
    read: Read, name: str, content: str | bytes
) -> None:
    document = read(name, content)
    assert lead(document, document.blocks[0]) == "Arta Gashi, drejtoreshë."


def test_the_bold_beginning_of_an_entry_comes_after_its_marker(read: Read) -> None:
    document = read("a.md", "1. **Drita** – klub\n2. Zana **e malit**\n")
    assert [lead(document, block) for block in document.blocks] == ["Drita", ""]


def test_a_defined_term_counts_as_bold(read: Read) -> None:
    document = read("a.html", "<dl><dt>Hub</dt><dd>A place</dd></dl>")
    assert [lead(document, block) for block in document.blocks] == ["Hub", ""]


def test_a_further_paragraph_of_an_entry_lies_deeper_than_its_first(read: Read) -> None:
    document = read("a.md", "- one\n\n  more of one\n\n- two\n")
    assert [block.level for block in document.blocks] == [0, 1, 0]


def test_parts_come_through_the_wire_as_they_are(read: Read) -> None:
    document = read("a.html", SPANS)
    assert decode_document(encode_document(document)) == document


def test_a_part_that_ends_after_its_block_is_refused_on_the_wire(read: Read) -> None:
    answer = json.loads(encode_document(read("a.html", SPANS)))
    answer["blocks"][0][4][0][1] = 10_000
    with pytest.raises(UnreadableFileError):
        decode_document(json.dumps(answer).encode())
