"""The values that can stand in large type, in the languages of the packs."""

import pytest

from assistant.question.answer_type import AnswerType
from assistant.reader.values import ValueFinder

FINDER = ValueFinder()


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("u themelua në qershor 2011", AnswerType.DATE, ["qershor 2011"]),
        ("from May 2019 - June 2020", AnswerType.DATE, ["May 2019 - June 2020"]),
        ("Основано 22. марта 2012. године", AnswerType.DATE, ["22. марта 2012"]),
        ("më 14.03.2015", AnswerType.DATE, ["14.03.2015"]),
        ("1.204 vajza, 52 për qind, 2019", AnswerType.NUMBER, ["1.204"]),
        ("ka tri qendra", AnswerType.NUMBER, ["tri"]),
        ("14.300 dinara dhe 150 euro", AnswerType.MONEY, ["14.300 dinara", "150 euro"]),
        ("$4.7 million and 500 KM", AnswerType.MONEY, ["$4.7 million", "500 KM"]),
        ("20 km od grada", AnswerType.MONEY, []),
        (
            "52 për qind, 12,5%, 20 посто",
            AnswerType.PERCENTAGE,
            ["52 për qind", "12,5%", "20 посто"],
        ),
        ("mandati dy vjet", AnswerType.DURATION, ["dy vjet"]),
        ("tel. 038 555 123, info@a-b.org", AnswerType.CONTACT, ["038 555 123", "info@a-b.org"]),
        ("najmanje 20 godina", AnswerType.AGE, ["20 godina"]),
    ],
)
def test_values_of_each_type_are_found_as_they_are_written(
    text: str, wanted: AnswerType, found: list[str]
) -> None:
    values = FINDER.find(text, wanted)
    assert [value.text for value in values] == found
    assert [text[value.start : value.end] for value in values] == found


def test_a_type_that_is_answered_in_sentences_has_no_values() -> None:
    assert not FINDER.has(AnswerType.REASON)
    assert FINDER.find("because 22 people came in 2011", AnswerType.REASON) == ()
