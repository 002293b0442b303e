"""Word files."""

from docx.document import Document as WordDocument

from tests.reading.conftest import Read, block_texts
from tests.reading.office_writer import docx_bytes, docx_with_body


def _letter(document: WordDocument) -> None:
    document.add_heading("Raporti vjetor", 1)
    document.add_paragraph("Hyrje e shkurtër.")
    document.add_paragraph("e para", style="List Bullet")
    document.add_paragraph("e dyta", style="List Number")
    document.add_paragraph("e treta", style="List Number")
    table = document.add_table(2, 2)
    for cell, text in zip(table.columns[0].cells, ["Emri", "Vatra"], strict=True):
        cell.text = text
    table.cell(1, 1).text = "Vlorë"
    document.add_paragraph("Fund.")


def test_headings_lists_and_tables_keep_their_order(read: Read) -> None:
    document = read("a.docx", docx_bytes(_letter))
    assert document.text == (
        "Raporti vjetor\n\nHyrje e shkurtër.\n\n- e para\n1. e dyta\n2. e treta\n\n"
        "Emri\nVatra | Vlorë\n\nFund."
    )
    assert document.metadata.title == "Raporti vjetor"


def test_marked_header_rows_name_the_cells(read: Read) -> None:
    def write(document: WordDocument) -> None:
        table = document.add_table(2, 2)
        for cell, text in zip(table._cells, ["Emri", "Qyteti", "Vatra", "Vlorë"], strict=True):
            cell.text = text
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(properties.makeelement(f"{properties.nsmap['w'].join('{}')}tblHeader"))

    assert read("a.docx", docx_bytes(write)).text == "Emri | Qyteti\nEmri: Vatra | Qyteti: Vlorë"


def test_links_insertions_controls_and_boxes_are_read(read: Read) -> None:
    run = "<w:r><w:t>{}</w:t></w:r>".format
    body = (
        f"<w:p>{run('Shih ')}<w:hyperlink>{run('faqen')}</w:hyperlink><w:ins>{run(' e re')}</w:ins>"
        f"</w:p><w:sdt><w:sdtContent><w:p>{run('kontroll')}</w:p></w:sdtContent></w:sdt>"
        f"<w:p><w:r><w:pict><w:txbxContent><w:p>{run('kuti')}</w:p></w:txbxContent></w:pict></w:r></w:p>"
    )
    assert block_texts(read("a.docx", docx_with_body(body))) == [
        "Shih faqen e re",
        "kontroll",
        "kuti",
    ]


def test_field_codes_are_not_text_and_breaks_are_lines(read: Read) -> None:
    body = (
        "<w:p><w:r><w:instrText>HYPERLINK x</w:instrText></w:r>"
        "<w:r><w:t>një</w:t><w:br/><w:t>dy</w:t><w:tab/><w:t>tre</w:t></w:r></w:p>"
    )
    assert read("a.docx", docx_with_body(body)).text == "një\ndy tre"


def test_bold_capitals_are_a_heading(read: Read) -> None:
    def write(document: WordDocument) -> None:
        document.add_paragraph().add_run("KËRKESË PADI").bold = True
        document.add_paragraph("Teksti i kërkesës.")

    assert block_texts(read("a.docx", docx_bytes(write)), "heading") == ["KËRKESË PADI"]


def test_typed_markers_are_list_entries(read: Read) -> None:
    document = read("a.docx", docx_bytes(lambda d: d.add_paragraph("a) e para")))
    assert block_texts(document, "item") == ["a) e para"]
