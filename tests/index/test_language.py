"""Languages: told apart on short questions, spelt as the documents spell, never mixed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import SettingError
from index.glossary import Glossary, Glosser
from index.language import (
    Spelling,
    count_words,
    detect,
    fold,
    folded_words,
    is_function_word,
    latin,
)
from index.units import beginnings, content_words, grams


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Kur u themelua KOMF?", "sq"),
        ("sa anetare ka BKTF", "sq"),
        ("cilat organizata punojne per trafikimin e femijeve", "sq"),
        ("When was KOMF founded?", "en"),
        ("members of both coalitions", "en"),
        ("who funds the project", "en"),
        ("Kada je osnovan KOMF?", "sr"),
        ("ko finansira projekat", "sr"),
        ("Колико чланица има БКТФ?", "sr"),
    ],
)
def test_the_language_of_a_short_question_is_told(question: str, language: str) -> None:
    assert detect(question) == language


def test_cyrillic_and_latin_serbian_become_the_same_words() -> None:
    assert latin("Љубав, Џон и Његош") == "Ljubav, Džon i Njegoš"
    assert list(folded_words(latin("Ђаци из Чачка"))) == list(folded_words("Đaci iz Čačka"))


def test_no_english_function_word_touches_an_albanian_or_serbian_question() -> None:
    english = "the of and to is are was for with at by from what which who when where how".split()
    for language in ("sq", "sr"):
        untouched = [word for word in english if not is_function_word(word, language)]
        assert "the" in untouched
        assert "who" in untouched
        assert content_words(" ".join(untouched), language) == untouched
    # "me" is "with" in Albanian and "do" is "will", each a function word there and only there.
    assert is_function_word("me", "sq")
    assert content_words("me", "en") == ["me"]


def test_no_english_synonym_touches_an_albanian_or_serbian_question() -> None:
    glossary = Glossary.parse(["sq;en;sr", "dhom;room;sob", "femij;child,kid;dete,dec"])
    assert glossary.find("room", "en") == {0}
    for language in ("sq", "sr"):
        assert not glossary.find("room", language)
        assert not glossary.find("children", language)


def test_no_stemmer_shortens_a_word_by_the_rules_of_another_language() -> None:
    # An English stemmer would make "organizing" and "organize" one; here only letters count.
    assert beginnings(content_words("trafficking traffic", "sq")) == ["traff", "traff"]
    assert grams(content_words("rings", "sq")) == [" rin", "ring", "ings", "ngs "]


def test_missing_diacritics_are_put_back_as_the_documents_write_them() -> None:
    spelling = Spelling.of(count_words(["Fëmijë, fëmijë dhe çështje"]))
    assert spelling.respelt("femije dhe Ceshtje").text == "fëmijë dhe Çështje"
    assert spelling.respelt("FEMIJE").text == "FËMIJË"


def test_a_word_typed_with_diacritics_is_kept() -> None:
    spelling = Spelling.of(count_words(["per për për"]))
    assert spelling.respelt("për çka per").text == "për çka per"


@pytest.mark.parametrize("typed", ["trafikmit", "trafkimit", "trafikimmit", "trafikimut"])
def test_a_typing_error_is_mended_to_a_word_of_the_documents(typed: str) -> None:
    spelling = Spelling.of(count_words(["viktimat e trafikimit"]))
    assert spelling.respelt(typed).text == "trafikimit"
    assert spelling.respelt(typed, mend=False).text == typed


@pytest.mark.parametrize("kept", ["KOMF", "2011", "dora", "zzzzzz", "nrafikimit"])
def test_what_is_no_typing_error_is_kept(kept: str) -> None:
    spelling = Spelling.of(count_words(["viktimat e trafikimit KOMT 2010 dore"]))
    assert spelling.respelt(kept).text == kept


@given(st.text(max_size=200))
def test_every_letter_of_a_respelt_text_knows_where_it_came_from(text: str) -> None:
    spelling = Spelling.of(count_words(["fëmijë çështje trafikimit një"]))
    respelt = spelling.respelt(text)
    assert len(respelt.origins) == len(respelt.text)
    assert list(respelt.origins) == sorted(respelt.origins)
    assert all(0 <= origin < len(text) for origin in respelt.origins)


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_question_is_glossed_with_the_words_that_the_documents_use_most() -> None:
    glossary = Glossary.parse(["sq;en;sr", "femij;child;det", "trafikim;traffick;trgovin"])
    glosser = Glosser(glossary, {"fëmijëve": 3, "fëmijë": 1, "trafikimi": 2}, "sq")
    gloss = glosser.gloss("the trafficking of children in Kosovo", "en")
    assert gloss.text == "trafikimi fëmijëve kosovo"
    assert gloss.coverage == pytest.approx(2 / 3)


def test_a_line_of_the_glossary_without_all_languages_is_named() -> None:
    with pytest.raises(SettingError, match="femij;child"):
        Glossary.parse(["sq;en;sr", "femij;child"])


def test_the_shipped_glossary_is_readable_and_folded() -> None:
    glossary = Glossary.shipped()
    assert glossary.concepts > 500
    for beginnings_of in glossary.beginnings.values():
        assert all(entry == fold(entry) for entry in beginnings_of)


def test_an_unknown_form_of_a_known_word_keeps_its_ending() -> None:
    words = "kërcënohet paguhet zotohet ruhet paguhen ruhen përjashtojmë këtë veprojnë"
    spelling = Spelling.of(count_words([words]))
    assert spelling.respelt("kercenohen").text == "kërcënohen"
    assert spelling.respelt("zotohen").text == "zotohen"


def test_a_typing_error_in_a_word_without_its_diacritics_is_mended() -> None:
    spelling = Spelling.of(count_words(["mbrojtja e fëmijëve"]))
    assert spelling.respelt("femjeve").text == "fëmijëve"
