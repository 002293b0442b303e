"""Values found in texts, and long names found beside short ones."""

import pytest

from assistant.spelled_out import spelled_out
from assistant.values import Asked, find


@pytest.mark.parametrize(
    ("text", "asked", "found"),
    [
        (
            "e themeluar në Qershor të vitit 2011, me 22 anëtarë",
            Asked.DATE,
            ["Qershor të vitit 2011"],
        ),
        ("më 2 shtator 2002, kur", Asked.DATE, ["2 shtator 2002"]),
        ("On 19 February 2003, BKTF", Asked.DATE, ["19 February 2003"]),
        ("viteve 2009–2023.", Asked.DATE, ["2009–2023"]),
        ("Që prej 1995-ës punon", Asked.DATE, ["1995"]),
        ("e themeluar në Qershor 2011, me 22 anëtarë", Asked.NUMBER, ["22"]),
        ("në 80 përqind të territorit", Asked.NUMBER, []),
        ("në 80 përqind të territorit", Asked.PERCENT, ["80 përqind"]),
        ("zgjat 3 vjet", Asked.NUMBER, []),
        ("zgjat 3 vjet", Asked.DURATION, ["3 vjet"]),
        ("BKTF ka tri struktura", Asked.NUMBER, ["tri"]),
        ("me Vendim Nr. 535.", Asked.NUMBER, ["535"]),
        ("kushton 12.500 euro", Asked.MONEY, ["12.500 euro"]),
        ("tel. +383 38 123 456", Asked.PHONE, ["+383 38 123 456"]),
        ("më 19.02.2003 dhe 6080 fëmijë", Asked.PHONE, []),
        ("nga Fondacioni “Medicor” vjen", Asked.PERSON, ["Fondacioni", "“Medicor”"]),
    ],
)
def test_values_of_a_kind(text: str, asked: Asked, found: list[str]) -> None:
    values = list(find(text, asked))
    assert [value.text for value in values] == found
    assert all(text[value.start : value.end].strip() == value.text for value in values)


@pytest.mark.parametrize(
    ("text", "item", "found"),
    [
        ("Qendra për Edukim e Kosovës – KEC", True, "Qendra për Edukim e Kosovës"),
        ("Shoqeria per Ndihmen Ligjore Tirane, KEC", True, "Shoqeria per Ndihmen Ligjore Tirane"),
        ("zyrtar në Komisionin e Punës (KEC), ishte", False, "Komisionin e Punës"),
        ("KEC (Koalicioni i Organizatave) u themelua", False, "Koalicioni i Organizatave"),
        ("Terre des hommes, KEC dhe World Vision", False, None),
        ("KEC", True, None),
        ("KEC ka 19 anëtarë:", False, None),
    ],
)
def test_a_short_name_is_spelled_out_only_where_the_text_does(
    text: str, item: bool, found: str | None
) -> None:
    assert next((value.text for value in spelled_out(text, "KEC", item=item)), None) == found
