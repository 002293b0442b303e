"""Where the names of a list's entries end."""

from collections.abc import Sequence

import pytest

from index.records.lines import Line
from index.records.names import names
from index.records.words import words_of


def found(lines: Sequence[str], language: str) -> list[str]:
    """The names in lines; what stands between two stars at the beginning is bold."""
    text, places = "", []
    for line in lines:
        lead = line.split("*")[1] if line.startswith("*") else ""
        plain = line.replace("*", "")
        places.append(Line(len(text), len(text) + len(plain), len(text) + len(lead)))
        text += plain + "\n"
    given = names(text, places, words_of(language))
    return ["" if place is None else text[slice(*place)] for place in given]


@pytest.mark.parametrize(
    ("language", "lines", "wanted"),
    [
        ("en", ["*Blue Bank* (Oslo): boats"], ["Blue Bank"]),
        ("en", ["*Blue Bank, chair.* Came in 2015"], ["Blue Bank"]),
        ("en", ["*Sick, Old and Young*, Oslo"], ["Sick, Old and Young"]),
        ("en", ["Dr. Ann Lee, chair", "Bo Ek, member"], ["Dr. Ann Lee", "Bo Ek"]),
        ("en", ["Phone: 10:15 to 12", "E-mail: a@b.example"], ["Phone", "E-mail"]),
        ("en", ["Article 5. Who may join", "Article 6. Fees"], ["Article 5. Who may join"]),
        ("en", ["“A, B” – a play", "“C” – a film"], ["“A, B”", "“C”"]),
        ("en", ["In the rain, we stay at home"], ["In the rain, we stay at home"]),
        ("en", ["Ann Lee, Blue and Green", "Bo Ek, Red"], ["Ann Lee", "Bo Ek"]),
        ("en", ["w" * 120], [""]),
        ("sq", ["Qendra për Gra, Fëmijë dhe Familje"], ["Qendra për Gra, Fëmijë dhe Familje"]),
        ("sq", ["Drita – Pejë", "Drita – Prizren"], ["Drita – Pejë", "Drita – Prizren"]),
        (
            "sr",
            ["Центар „Млади, стари и ми“ – Ниш", "Астра – Пирот"],
            ["Центар „Млади, стари и ми“"],
        ),
        ("sr", ["Mila Jokić (predsednica), Niš", "Sava Đurić"], ["Mila Jokić", "Sava Đurić"]),
    ],
)
def test_a_name_ends_where_its_list_ends_names(
    language: str, lines: list[str], wanted: list[str]
) -> None:
    assert found(lines, language)[: len(wanted)] == wanted
