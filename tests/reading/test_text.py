"""Plain text."""

from tests.reading.conftest import Read, block_texts

_LONG = "Koalicioni punon për mbrojtjen e të drejtave të fëmijëve në të gjithë vendin, çdo ditë."


def test_the_first_line_is_the_title_and_a_heading(read: Read) -> None:
    document = read("a.txt", f"MISIONI\n\n{_LONG}\n")
    assert document.metadata.title == "MISIONI"
    assert block_texts(document, "heading") == ["MISIONI"]


def test_a_trail_is_no_title_but_its_end_is(read: Read) -> None:
    document = read("a.txt", f"Kreu / Rreth Nesh\n\nRreth Nesh\n\n{_LONG}")
    assert document.metadata.title == "Rreth Nesh"
    assert block_texts(document, "heading") == ["Rreth Nesh"]


def test_bullets_and_numbers_are_list_entries(read: Read) -> None:
    document = read("a.txt", "Titulli\n\n• një\n- dy\n* tre\n\n 1. Asambleja\n 2) Bordi\nç) fund")
    items = block_texts(document, "item")
    assert items == ["- një", "- dy", "- tre", "1. Asambleja", "2) Bordi", "ç) fund"]


def test_a_list_entry_goes_on_in_the_next_line(read: Read) -> None:
    document = read("a.txt", "Titulli\n\n- hartimi dhe\n  zbatimi i ligjeve\n- tjetra")
    assert block_texts(document, "item") == ["- hartimi dhe zbatimi i ligjeve", "- tjetra"]


def test_numbered_lines_standing_alone_are_headings(read: Read) -> None:
    text = (
        f"Titulli\n\n1.Krijimi\n\n{_LONG}\n\n2.  Organigrama\n{_LONG}\n\n"
        "   3. Anëtarët\n\n1. A\n2. B"
    )
    headings = block_texts(read("a.txt", text), "heading")
    assert headings == ["Titulli", "1.Krijimi", "2. Organigrama", "3. Anëtarët"]


def test_short_lines_are_headings_only_above_longer_text(read: Read) -> None:
    document = read("a.txt", f"Titulli\n\nHistoria jonë\n\n{_LONG}\n\nNGO Mitrovica\n\nNGO Beograd")
    assert block_texts(document, "heading") == ["Titulli", "Historia jonë"]


def test_lines_of_a_wrapped_paragraph_are_joined(read: Read) -> None:
    text = (
        "Titulli\n\nKoalicioni i organizatave për mbrojtjen e fëmijëve u themelua në\n"
        "qershor të vitit 2011 dhe ka sot njëzet e dy anëtarë nga e gjithë\nKosova.\n"
    )
    assert len(block_texts(read("a.txt", text), "paragraph")) == 1


def test_lines_that_are_sentences_stay_apart(read: Read) -> None:
    document = read("a.txt", f"Titulli\n\n{_LONG}\nNxitja e ligjeve për fëmijët.\n{_LONG}")
    assert len(block_texts(document, "paragraph")) == 3


def test_blanks_to_fill_in_are_shortened(read: Read) -> None:
    assert read("a.txt", "Emri: " + "_" * 300).text == "Emri: _____"
