"""List answers are whole, counted from their items, and cited item by item."""

from pathlib import Path

import pytest

from assistant.answer import Answer, Kind, Status
from assistant.roster import Roster
from tests.assistant.shelf import roster_of_folder
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def roster() -> Roster:
    """The roster over the shipped documents."""
    return roster_of_folder(ROOT / "documents")


def names(answer: Answer | None) -> list[str]:
    assert answer is not None
    return [item.name for item in answer.items]


@pytest.mark.parametrize(
    ("question", "language", "size"),
    [
        ("Cilat janë organizatat anëtare të KOMF-it?", "sq", 22),
        ("anetaret e bktf", "sq", 19),
        ("Who are the members of KOMF?", "en", 22),
        ("Које су чланице БКТФ-а?", "sr", 19),
    ],
)
def test_all_members_come_and_each_has_its_own_citation(
    roster: Roster, question: str, language: str, size: int
) -> None:
    answer = roster.answer(question, language)
    assert answer is not None
    assert len(answer.items) == size
    quotes = {citation.number: citation.quote for citation in answer.citations}
    assert all(quotes[item.citations[0]] == item.name for item in answer.items)
    assert f"{size} " in answer.text.splitlines()[-1]
    assert answer.checked is not None
    assert (answer.checked.documents, answer.checked.items) == (5, size)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which members work on trafficking?", "en"),
        ("cilet anetare merren me trafikimin", "sq"),
        ("Koje članice se bave trgovinom ljudima?", "sr"),
        ("Које чланице се баве трговином људима?", "sr"),
    ],
)
def test_who_works_on_trafficking_is_found_in_every_language(
    roster: Roster, question: str, language: str
) -> None:
    answer = roster.answer(question, language)
    assert answer is not None
    (item,) = answer.items
    assert item.name.endswith("– MVPT")
    assert item.detail == "KOMF"
    note = next(c for c in answer.citations if "Bashkë Kundër Trafikimit" in c.quote)
    assert f"[{note.number}]" in answer.text
    assert "BKTF" in answer.text


def test_members_of_both_come_with_both_names_and_their_citations(roster: Roster) -> None:
    answer = roster.answer("who belongs to both coalitions?", "en")
    assert set(names(answer)) == {
        "Terre des hommes",
        "Save the Children",
        "World Vision",
        "SOS Fshatrat e Fëmijëve Kosovë",
    }
    assert answer is not None
    assert all(len(item.citations) == 2 for item in answer.items)
    assert [item.name for item in answer.items if "family" in item.detail] == [
        "SOS Fshatrat e Fëmijëve Kosovë"
    ]


def test_members_of_one_that_are_not_in_the_other(roster: Roster) -> None:
    found = names(roster.answer("Koje članice BKTF-a nisu u KOMF-u?", "sr"))
    assert len(found) == 16
    assert "Save the Children Albania" not in found


def test_alternatives_in_a_topic_are_both_looked_for(roster: Roster) -> None:
    question = "cilet anetare te BKTF merren me ndihme ligjore apo praktika ligjore"
    assert names(roster.answer(question, "sq")) == [
        "Qendra e Sherbimeve dhe Praktikave Ligjore te Integruara",
        "Shoqeria per Ndihmen Ligjore Tirane, TLAS",
    ]


def test_a_count_is_counted_and_quoted(roster: Roster) -> None:
    answer = roster.answer("how many NGOs belong to KOMF", "en")
    assert answer is not None
    assert (answer.kind, answer.short) == (Kind.FACT, "22")
    assert "22" in answer.citations[0].quote


def test_a_count_that_differs_from_the_list_stands_beside_it(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    page = "# ALFA\n\nALFA ka 5 organizata anëtare:\n\n- Lumos\n- Hendikos\n- Caritas\n"
    (folder / "alfa.md").write_text(page, encoding="utf-8")
    answer = roster_of_folder(folder).answer("List the members of ALFA", "en")
    assert answer is not None
    assert len(answer.items) == 3
    assert "The text states 5" in answer.text
    assert "the list has 3" in answer.text


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("Is Save the Children a member of KOMF?", True),
        ("Is Tdh a member of BKTF?", True),
        ("Is Caritas a member of KOMF?", False),
        ("Is UNICEF a member of KOMF?", False),
    ],
)
def test_one_is_a_member_or_the_list_does_not_name_it(
    roster: Roster, question: str, yes: bool
) -> None:
    answer = roster.answer(question, "en")
    assert answer is not None
    assert (answer.status is Status.ANSWERED) is yes
    assert bool(answer.citations) is yes


def test_a_short_name_is_spelled_out_and_one_that_is_nowhere_is_not(roster: Roster) -> None:
    answer = roster.answer("Çfarë do të thotë MVPT?", "sq")
    assert answer is not None
    assert answer.short in answer.citations[0].quote if answer.short else False
    assert roster.answer("Çfarë do të thotë shkurtesa VoRAE?", "sq") is None
    assert roster.answer("Šta znači skraćenica RMSA/ICMC?", "sr") is None


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which organisations have left KOMF?", "en"),
        ("Who are the founding members of BKTF?", "en"),
        ("What do members of KOMF do?", "en"),
        ("Which organisations in Montenegro cooperate with BKTF?", "en"),
        ("Which 6080 professionals benefit from Safe Network?", "en"),
        ("sa anetare kishte komf ne vitin 2015", "sq"),
        ("In which year did Save the Children join KOMF?", "en"),
        ("Kur u themelua KOMF?", "sq"),
        ("Koliki je budžet KOMF-a?", "sr"),
        ("", "sq"),
    ],
)
def test_what_no_list_proves_is_left_to_others(
    roster: Roster, question: str, language: str
) -> None:
    assert roster.answer(question, language) is None
