"""Markdown and its front matter."""

import pytest

from tests.reading.conftest import Read, block_texts


def test_markup_is_removed_and_words_stay(read: Read) -> None:
    document = read(
        "a.md", "# Misioni\n\nMbrojtja **e fëmijëve** nga [KOMF](https://x.org) `kod`.\n"
    )
    assert document.text == "Misioni\n\nMbrojtja e fëmijëve nga KOMF kod."
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]


def test_every_block_is_the_text_at_its_offsets(read: Read) -> None:
    document = read("a.md", "# Një\n\nDy 🧒 tre\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")
    assert block_texts(document) == ["Një", "Dy 🧒 tre", "- a", "- b", "x | y", "x: 1 | y: 2"]


def test_lists_keep_their_numbers_and_depth(read: Read) -> None:
    document = read("a.md", "3. Asambleja\n4. Bordi\n   - Kryesuesi\n5. Sekretariati\n")
    assert document.text == "3. Asambleja\n4. Bordi\n- Kryesuesi\n5. Sekretariati"
    assert [block.level for block in document.blocks] == [0, 0, 1, 0]


def test_two_lists_are_set_apart(read: Read) -> None:
    assert "- b\n\nFund\n\n- c" in read("a.md", "- a\n- b\n\nFund\n\n- c\n").text


def test_soft_line_breaks_become_spaces_and_hard_ones_stay(read: Read) -> None:
    assert read("a.md", "një\ndy  \ntre\n").text == "një dy\ntre"


def test_pictures_and_their_text_are_left_out(read: Read) -> None:
    assert read("a.md", "Para ![foto](x.png) pas\n").text == "Para pas"


def test_crossed_out_words_are_left_out(read: Read) -> None:
    assert read("a.md", "Anëtarë: Vatra, ~~ARSIS~~ dhe TLAS\n").text == "Anëtarë: Vatra, dhe TLAS"


def test_front_matter_is_read(read: Read) -> None:
    document = read(
        "a.markdown",
        "---\ntitle: Misioni\nlanguage: sq_AL\npublisher: KOMF\ndate: 2011-06\n"
        "url: https://komf.org/x\ntranslation_of: komf-misioni\ntags: [koalicion, 2011]\n"
        "---\nTekst\n",
    )
    found = document.metadata
    assert (found.title, found.language, found.publisher) == ("Misioni", "sq-AL", "KOMF")
    assert (found.date, found.url) == ("2011-06", "https://komf.org/x")
    assert (found.translation_of, found.tags) == ("komf-misioni", ("koalicion", "2011"))
    assert document.text == "Tekst"
    assert document.warnings == ()


@pytest.mark.parametrize(
    ("written", "understood"),
    [
        ("2011", "2011"),
        ("2011-06", "2011-06"),
        ("2011-06-05", "2011-06-05"),
        ("2011-06-05 10:00:00", "2011-06-05"),
        ("5.6.2011", "2011-06-05"),
        ("'2011'", "2011"),
    ],
)
def test_dates_become_iso_text_whatever_yaml_makes_of_them(
    read: Read, written: str, understood: str
) -> None:
    assert read("a.md", f"---\ndate: {written}\n---\nTekst").metadata.date == understood


@pytest.mark.parametrize(
    "header",
    [
        "date: qershor",
        "date: 2011-13-45",
        "url: javascript:alert(1)",
        "title: [a",
        "- a",
        "language: 5",
    ],
)
def test_broken_front_matter_is_a_warning_and_the_text_is_read(read: Read, header: str) -> None:
    document = read("a.md", f"---\n{header}\n---\nTeksti mbetet.")
    assert document.text == "Teksti mbetet."
    assert len(document.warnings) == 1


def test_front_matter_without_an_end_is_read_as_text(read: Read) -> None:
    document = read("a.md", "---\ntitle: Misioni\n\nTekst pa fund")
    assert "Tekst pa fund" in document.text
    assert document.warnings


def test_front_matter_cannot_build_objects(read: Read) -> None:
    document = read("a.md", "---\ntitle: !!python/object/apply:os.getcwd []\n---\nTekst")
    assert document.text == "Tekst"
    assert document.warnings


def test_the_first_heading_is_the_title_where_none_is_declared(read: Read) -> None:
    assert read("a.md", "Hyrje\n\n# Misioni i KOMF\n").metadata.title == "Misioni i KOMF"
    assert read("a.md", "Hyrje e shkurtër\n\nTekst").metadata.title == "Hyrje e shkurtër"


def test_tables_repeat_their_column_names_in_each_row(read: Read) -> None:
    document = read("a.md", "| Emri | Qyteti |\n|---|---|\n| Vatra | Vlorë |\n| ARSIS | |\n")
    assert block_texts(document, "row") == [
        "Emri | Qyteti",
        "Emri: Vatra | Qyteti: Vlorë",
        "Emri: ARSIS",
    ]


def test_other_keys_of_the_front_matter_are_kept_with_plain_values(read: Read) -> None:
    header = (
        "title: Delta\nfounded: 2015\ntown: Ulqin\nareas:\n- birds\n- dunes\nmap: {x: 1}\nfax: ~"
    )
    metadata = read("a.md", f"---\n{header}\n---\nText").metadata
    assert metadata.extra == (("founded", "2015"), ("town", "Ulqin"), ("areas", "birds, dunes"))


def test_a_header_of_a_thousand_keys_keeps_the_first_ones(read: Read) -> None:
    header = "\n".join(f"key{number}: x" for number in range(1000))
    assert len(read("a.md", f"---\n{header}\n---\nText").metadata.extra) == 60


def test_html_that_is_indented_is_html(read: Read) -> None:
    text = "<div>\n\n      <table>\n      <tr><th>Project</th><th>Sum</th></tr>\n"
    text += "      <tr><td>Tractor</td><td>1000</td></tr>\n      </table>\n\n</div>\n"
    assert read("a.md", text).text == "Project | Sum\nProject: Tractor | Sum: 1000"


def test_text_that_is_indented_is_text(read: Read) -> None:
    assert read("a.md", "Para\n\n    Kryetare: Arta Gashi\n").text == "Para\n\nKryetare: Arta Gashi"
