"""Language packs: whole, alike, documented, and named when something in them is amiss."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import SettingError
from index.language import LANGUAGES, PROMPTS, Pack, fallback, fold, packs
from index.language.calendar import months
from index.language.countries import countries
from index.language.pack import read_pack
from index.language.parts import SingleOpening, Spellings
from index.language.patterns import any_of

_FOLDED = ("stop_words", "anaphora", "follow_up_openings", "question_openings", "asking_verbs")


def _fields(record: object) -> Iterator[str]:
    """The names of all fields, those of parts included."""
    for field in dataclasses.fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if dataclasses.is_dataclass(value):
            yield from _fields(value)
        else:
            yield field.name


def test_languages_are_the_folders_in_the_order_of_their_ranks() -> None:
    folders = {file.parent.name for file in PROMPTS.glob("*/lexicon.yaml")}
    assert set(LANGUAGES) == folders
    assert list(LANGUAGES) == sorted(LANGUAGES, key=lambda tag: packs()[tag].rank)


def test_every_field_is_documented() -> None:
    said = (PROMPTS / "README.md").read_text("utf-8")
    records = (Spellings, SingleOpening)
    own = {field.name for record in records for field in dataclasses.fields(record)}
    missing = [name for name in (*_fields(fallback()), *own) if f"{name}`" not in said]
    assert missing == ["tag"]


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.tag)
def test_words_of_questions_are_folded(pack: Pack) -> None:
    for name in _FOLDED:
        assert all(word == fold(word) for word in getattr(pack.questions, name)), name


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.tag)
def test_what_is_meant_is_called_alike_in_all_languages(pack: Pack) -> None:
    known = fallback()
    assert pack.topics.keys() == known.topics.keys()
    assert pack.sentences.qualifiers.keys() == known.sentences.qualifiers.keys()
    assert pack.sentences.units.keys() == known.sentences.units.keys()
    assert pack.lists.column_titles.keys() == known.lists.column_titles.keys()


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.tag)
def test_months_are_twelve_and_folded(pack: Pack) -> None:
    known = months(pack)
    assert set(known.values()) == set(range(1, 13))
    assert all(name == fold(name) for name in known)


def test_countries_are_known_in_every_language_and_case() -> None:
    known = countries()
    assert {known[word] for word in ("kosova", "kosovo", "kosovu")} == {"Kosovo"}
    assert known["makedonija"] == known["maqedonia"] == known["macedonia"]
    assert "zi" not in known


@pytest.mark.parametrize(
    ("lexicon", "named"),
    [
        ("locale: en\nstop_wrods: the", "stop_wrods"),
        ("locale: en\nlists: {member_noun: member}", "lists.member_noun"),
        ("locale: en\nnumbers: {two: many}", "numbers.two"),
        ("rank: 1", "locale"),
        ("- the", "is not a lexicon"),
        ("locale: [en", "is not a lexicon"),
    ],
)
def test_what_is_amiss_in_a_lexicon_is_named(tmp_path: Path, lexicon: str, named: str) -> None:
    file = tmp_path / "xx" / "lexicon.yaml"
    file.parent.mkdir()
    file.write_text(lexicon, encoding="utf-8")
    with pytest.raises(SettingError, match=named):
        read_pack(file)


def test_no_word_is_taken_for_a_truth_value(tmp_path: Path) -> None:
    file = tmp_path / "no" / "lexicon.yaml"
    file.parent.mkdir()
    file.write_text("locale: no\nsentences: {negations: [no, off]}", encoding="utf-8")
    assert read_pack(file).sentences.negations == {"no", "off"}


def test_a_pattern_of_no_words_finds_nothing() -> None:
    assert not re.search(any_of(()), "anything")
    assert re.fullmatch(any_of(["e plotë", "e"], loose=True), "e plote")
    assert re.search(rf"\b{any_of(['ndër +'])}", "ndër tjera")
