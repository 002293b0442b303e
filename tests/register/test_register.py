"""What the register says of organisations, and what it does not."""

from pathlib import Path

import pytest

from index.errors import DamagedGenerationError
from index.register import WorkKind, build_register, read_register, write_register
from tests.register import pages
from tests.register.pages import documents_of, names, register_of

KOMF = "# KOMF\n\nAnëtarët e KOMF janë:\n\n"
BKTF = "# BKTF\n\nAnëtarët e BKTF janë:\n\n"


def listed(*entries: str) -> str:
    return "".join(f"- {entry}\n" for entry in entries)


def ids(folder: Path, komf: tuple[str, ...], bktf: tuple[str, ...]) -> set[str]:
    register = register_of(folder, a_md=KOMF + listed(*komf), b_md=BKTF + listed(*bktf))
    both = [
        {m.organisation for m in register.memberships if m.coalition == name}
        for name in ("komf", "bktf")
    ]
    return both[0] & both[1]


def test_spellings_and_branches_of_one_organisation_are_one_entry(tmp_path: Path) -> None:
    komf = ("Terre des hommes", "Save the Children", "World Vision", "Lumos")
    bktf = (
        "Terre Des Hommes in Albania and Kosovo",
        "Save the Children Albania",
        "World Vision Albania and Kosovo",
        "ARSIS",
    )
    assert ids(tmp_path / "pages", komf, bktf) == {
        "terre-des-hommes",
        "save-the-children",
        "world-vision",
    }


def test_a_short_name_and_a_slip_of_the_pen_mean_the_same_organisation(tmp_path: Path) -> None:
    komf = ("Qendra për Edukim e Kosovës – KEC", "Terre des hommes")
    assert len(ids(tmp_path / "pages", komf, ("KEC", "Terre des homes"))) == 2


def test_branches_in_two_countries_stay_apart_and_share_a_family(tmp_path: Path) -> None:
    register = register_of(
        tmp_path / "pages",
        a_md=KOMF + listed("SOS Fshatrat e Fëmijëve Kosovë", "Lumos"),
        b_md=BKTF + listed("Fshatrat SOS", "ARSIS"),
    )
    sos = [one for one in register.organisations if "SOS" in one.name]
    assert len(sos) == 2
    assert len({one.family for one in sos}) == 1


def test_names_that_only_begin_alike_stay_apart(tmp_path: Path) -> None:
    komf = ("One To One Kosova – Qendra e Këshillimit për Familje", "Lumos")
    bktf = ("One to One Children’s Fund", "ARSIS")
    assert not ids(tmp_path / "pages", komf, bktf)


def test_requirements_founders_and_boards_are_no_lists_of_members(tmp_path: Path) -> None:
    assert not register_of(tmp_path / "pages", page_md=pages.RULES).memberships
    assert not register_of(tmp_path / "press", page_md=pages.PRESS).memberships


def test_a_count_that_the_list_does_not_have_is_reported(tmp_path: Path) -> None:
    page = "# KOMF\n\nKOMF ka 5 organizata anëtare:\n\n" + listed("Lumos", "ARSIS", "Caritas")
    (notice,) = register_of(tmp_path / "pages", page_md=page).notices
    assert notice.document == "page"
    assert "states 5" in notice.text
    assert "has 3" in notice.text


def test_a_translation_is_the_same_evidence(tmp_path: Path) -> None:
    english = "---\ntranslation_of: a\n---\n# KOMF\n\nKOMF has 2 members:\n\n"
    register = register_of(
        tmp_path / "pages",
        a_md=KOMF + listed("Fshatrat SOS", "Lumos"),
        b_md=english + listed("SOS Villages", "Lumos"),
    )
    assert len(register.organisations) == 2
    assert names(register, "komf") == ["Fshatrat SOS", "Lumos", "SOS Villages", "Lumos"]


def test_the_hand_kept_file_adds_and_corrects(tmp_path: Path) -> None:
    register = register_of(
        tmp_path / "pages",
        a_md=KOMF + listed("Terre des hommes", "Lumos", "Caritas"),
        members_csv="name,aliases,coalitions,topics,remove\n"
        "Terre des hommes,Tdh; Toka e njerëzve,,trafikim,\n"
        "Shtëpia e Re,,KOMF,,\n"
        "Lumos,,,,KOMF\n"
        "Caritas,,,,all\n",
    )
    assert names(register, "komf") == ["Terre des hommes", "Shtëpia e Re"]
    aliases = next(one.aliases for one in register.organisations if one.name == "Terre des hommes")
    assert {"Tdh", "Toka e njerëzve"} <= set(aliases)
    (work,) = [one for one in register.works if one.kind is WorkKind.HAND]
    assert (work.subject, work.span.text) == ("terre-des-hommes", "trafikim")


def test_a_register_is_the_same_whatever_the_order_and_survives_its_file(tmp_path: Path) -> None:
    documents = documents_of(
        tmp_path / "pages",
        a_md=pages.ENGLISH_TABLE,
        b_md=pages.ALBANIAN_PROSE,
        c_md=pages.SERBIAN_BULLETS,
    )
    register = build_register(documents)
    assert build_register(reversed(documents)) == register
    write_register(tmp_path / "register.json", register)
    assert read_register(tmp_path / "register.json") == register


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "register.json").write_text("{}}")
    with pytest.raises(DamagedGenerationError):
        read_register(tmp_path / "register.json")


def test_every_fact_is_the_text_at_its_place(tmp_path: Path) -> None:
    documents = documents_of(tmp_path / "pages", a_md=pages.ENGLISH_TABLE, b_md=pages.CYRILLIC)
    texts = {document.info.id: document.content.text for document in documents}
    register = build_register(documents)
    assert register.works
    for fact in (*register.memberships, *register.works, *register.expansions):
        assert texts[fact.span.document][fact.span.start : fact.span.end] == fact.span.text
