"""Lines of Markdown that their writer meant as lines stay lines."""

import pytest

from tests.reading.conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "Qyteti: Prizren\nThemeluar: 2010\nDrejtoreshë: Mirjeta Lleshi",
        "Град: Ниш\nОснована: 2004.",
        "Rruga e Varkave 14\nkati i parë\nShkodër".replace("kati", "Kati"),
        "PROCESVERBAL\nData: 16 mars 2024\nVendi: Prizren, salla e shoqates",
    ],
    ids=["labels", "Cyrillic labels", "an address", "labels below a line"],
)
def test_short_lines_and_lines_with_labels_stay_apart(read: Read, text: str) -> None:
    assert read("a.md", text).text == text


def test_a_bold_line_stands_over_the_text_below_it(read: Read) -> None:
    document = read("a.md", "**Sa është kuota?**\nAnëtarët paguajnë 150 euro në vit.\n")
    assert document.text == "Sa është kuota?\nAnëtarët paguajnë 150 euro në vit."


def test_running_text_is_joined_though_one_line_has_a_label(read: Read) -> None:
    text = "Rrjeti ka tri zyra, të gjitha në qytete\nNote: dy prej tyre janë mbyllur gjatë dimrit."
    assert "\n" not in read("a.md", text).text


def test_a_label_goes_on_in_the_next_line(read: Read) -> None:
    text = "Vendi: Prizren\nShënim: kjo faqe ruhet vetëm si arkiv dhe nuk\nndryshohet më nga askush"
    assert read("a.md", text).text.endswith("dhe nuk ndryshohet më nga askush")


def test_a_term_and_its_definition_become_one_line(read: Read) -> None:
    document = read("a.md", "Hub\n: A place with rooms and machines that everyone may use.\n")
    assert document.text.startswith("Hub: A place with rooms")
    (part,) = document.blocks[0].parts
    assert document.text[part.start : part.end] == "Hub"
