"""Which sentences of a model are shown: those that the quotes say, in whatever words."""

import pytest

from assistant.answer import Citation
from assistant.generator.checking import Checker
from assistant.generator.dates import Date, figures
from assistant.generator.nearness import Nearness
from index.catalog import DocumentInfo
from index.embedding import Embedder

MISSION = "Misioni i KOMF është të mbrojë dhe të promovojë të drejtat e fëmijëve përmes avokimit."
QUOTES = (
    ("en", "The Coalition of NGOs for Child Protection in Kosovo (KOMF) was founded in June 2011."),
    (
        "sq",
        "Koalicioni i OJQ-ve për Mbrojtjen e Fëmijëve në Kosovë (KOMF) u themelua në qershor 2011.",
    ),
    (
        "sq",
        "Misioni i KOMF është të mbrojë dhe të promovojë të drejtat e fëmijëve përmes avokimit.",
    ),
    ("en", "BKTF was founded in 2006 and registered in 2009, and it has 19 members."),
    ("en", "Terre des hommes supported KOMF with 1,500 euro."),
)
QUESTION = "When was KOMF founded, and by ARSIS in 2010?"


@pytest.fixture(scope="module")
def checkers(real_embedder: Embedder) -> dict[str, Checker]:
    """A checker for each language that answers are given in."""
    citations = [
        Citation(number, _info(language), "", None, quote, 0, len(quote), "/")
        for number, (language, quote) in enumerate(QUOTES, 1)
    ]
    nearness = Nearness(real_embedder)
    return {
        language: Checker(nearness, QUESTION, language, citations)
        for language in ("sq", "en", "sr")
    }


def _info(language: str) -> DocumentInfo:
    return DocumentInfo(id=language, title="About", language=language, path="about.md")


TRUE = (
    ("en", "KOMF was founded in June 2011 [1]."),
    ("en", "KOMF was founded in June 2011 [2]."),
    ("en", "It was established in 2011. [1]"),
    ("en", "The coalition was set up in June 2011 [1][2]."),
    ("sq", "KOMF u themelua në qershor 2011 [1, 2]."),
    ("sq", "KOMF-i u themelua në qershor të vitit 2011 [2]."),
    ("sr", "KOMF je osnovan u junu 2011. godine [2]."),
    ("sr", "КОМФ је основан у јуну 2011 [1]."),
    ("en", "KOMF's mission is to protect and promote the rights of children [3]."),
    ("sr", "Misija KOMF-a je da štiti i promoviše prava dece [3]."),
    ("en", "BKTF was founded in 2006 [4]."),
    ("en", "KOMF was supported with 1500 euro [5]."),
)
FALSE = (
    # figures
    ("en", "KOMF was founded in June 2012 [1]."),
    ("en", "KOMF was founded in July 2011 [1]."),
    ("en", "KOMF was founded on 3 June 2011 [1]."),
    ("en", "KOMF was founded in 2010 [1]."),
    ("en", "KOMF was founded in June 2011 by 25 NGOs [1]."),
    ("en", "KOMF was founded in June 2011 by twenty NGOs [1]."),
    ("sq", "KOMF u themelua në maj 2011 [2]."),
    ("sr", "KOMF je osnovan u julu 2011 [2]."),
    ("en", "KOMF was founded in the ²011 [1]."),
    # swapped
    ("en", "BKTF was founded in 2009 [4]."),
    ("en", "BKTF was registered in 2006 and founded in 2009 [4]."),
    ("en", "KOMF was founded in 2006 [4]."),
    ("en", "KOMF supported Terre des hommes with 1,500 euro [5]."),
    ("en", "KOMF was founded in June 2011 and has 19 members [1][4]."),
    # names
    ("en", "KOMF was founded by ARSIS in June 2011 [1]."),
    ("en", "Arben Krasniqi founded KOMF in June 2011 [1]."),
    ("sq", "KOMF u themelua nga UNICEF [2]."),
    # words
    ("en", "KOMF was dissolved in June 2011 [1]."),
    ("en", "KOMF was not founded in June 2011 [1]."),
    ("en", "KOMF sells weapons to children [3]."),
    ("en", "KOMF's mission is to build schools for children [3]."),
    ("sq", "KOMF nuk u themelua në qershor 2011 [2]."),
    ("sr", "KOMF nije osnovan u junu 2011 [2]."),
    ("en", "KOMF was founded before June 2011 [1]."),
    ("sq", "KOMF u themelua para qershorit 2011 [2]."),
    ("en", "KOMF was founded until June 2011 [1]."),
    ("en", "Kosovo founded the Coalition [1]."),
    ("en", "ARSIS protects the rights of children [3]."),
    ("en", "Is KOMF really founded in June 2011 [1]?"),
    # markers
    ("en", "KOMF was founded in June 2011."),
    ("en", "KOMF was founded in June 2011 [9]."),
    ("en", "KOMF was founded in June 2011 [1][9]."),
    ("en", "KOMF was founded in June 2011 [0]."),
    ("en", "KOMF was founded in June 2011 【1】."),
    # links and markup
    ("en", "KOMF was founded in June 2011, see http://evil.example [1]."),
    ("en", "KOMF was founded in June 2011, see evil.example [1]."),
    ("en", "KOMF was founded in June 2011, see //evil [1]."),
    ("en", "KOMF was founded in [June 2011](x) [1]."),
    ("en", "![KOMF](x) was founded in June 2011 [1]."),
    ("en", "KOMF was founded in <b>June</b> 2011 [1]."),
    ("en", "KOMF was founded in June&#32;2011 [1]."),
    ("en", "KO\u200bMF was founded in June 2011 [1]."),
    ("en", "K\u041eMF was founded in June 2011 [1]."),
    ("en", "KOMF was founded in `June` 2011 [1]."),
    ("en", "[1]: javascript:alert(1)"),
    ("en", "javascript:alert(1) [1]."),
    ("en", "HACKED [1]."),
)  # fmt: skip


@pytest.mark.parametrize(("language", "sentence"), TRUE)
def test_what_the_quotes_say_passes_in_any_language(
    checkers: dict[str, Checker], language: str, sentence: str
) -> None:
    assert checkers[language].passes(sentence)


@pytest.mark.parametrize(("language", "sentence"), FALSE)
def test_what_they_do_not_say_does_not(
    checkers: dict[str, Checker], language: str, sentence: str
) -> None:
    assert not checkers[language].passes(sentence)


@pytest.mark.parametrize(
    "text",
    ["30 June 2011", "30 qershor 2011", "30. juna 2011.", "2011-06-30", "30.06.2011",
     "June 30, 2011", "30.6.2011", "30 qershorit të vitit 2011", "30. јуна 2011"],
)  # fmt: skip
def test_a_date_is_the_same_in_every_language(text: str) -> None:
    assert figures(text).dates == {Date(2011, 6, 30)}


def test_numbers_are_the_same_with_other_separators() -> None:
    assert figures("1,500 euro").hold(figures("1500 €"))
    assert figures("nineteen members").hold(figures("19 members"))
    assert not figures("19 members").hold(figures("19%"))


@pytest.mark.parametrize(
    ("asked_in", "sentence"),
    [
        ("en", "KOMF u themelua në qershor 2011 [2]."),
        ("sr", "The coalition was set up in June 2011 [1]."),
        ("sq", "КОМФ је основан у јуну 2011 [1]."),
    ],
)
def test_a_sentence_in_another_language_than_the_askers_is_not_shown(
    checkers: dict[str, Checker], asked_in: str, sentence: str
) -> None:
    assert not checkers[asked_in].passes(sentence)
