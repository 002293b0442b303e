"""Each rule by itself: a page that only it reads right."""

from collections.abc import Mapping

import pytest

from index.catalog import DocumentInfo, StoredDocument
from index.reading import Block, BlockKind, Document, Limits, Page
from index.reading.formats import parse
from index.records import Listing, listings_of


def found(files: Mapping[str, str], language: str = "en") -> tuple[Listing, ...]:
    """The lists in Markdown files, by path without its end."""
    documents = []
    for path, text in files.items():
        content = parse(".md", text.encode(), Limits())
        info = DocumentInfo(path.replace("/", "-"), content.metadata.title or path, language, path)
        documents.append(StoredDocument(info, "0" * 64, content))
    return listings_of(documents)


def lists(text: str, kind: str = "", language: str = "en") -> list[list[str]]:
    """The names in each list of one page, of one kind or of all."""
    given = found({"page": text}, language)
    return [[entry.name for entry in one.entries] for one in given if kind in ("", one.kind)]


def pages(files: Mapping[str, str]) -> list[set[str]]:
    """The names in each list of pages."""
    given = found(files)
    return [{entry.name for entry in one.entries} for one in given if one.kind == "pages"]


def test_a_first_short_paragraph_is_a_role_only_where_most_sections_have_one() -> None:
    sections = "\n\n".join(
        f"## {name}\n\nA long text that ends with a full stop." for name in "ABC"
    )
    (run,) = found({"page": f"# T\n\n{sections}\n\n## D\n\nChair\n\nMore of it."})
    assert [entry.fields for entry in run.entries] == [(), (), (), ()]


def test_a_name_ends_at_the_sign_that_its_list_uses() -> None:
    entries = "- Ann, Bo – painters\n- Cy – a potter\n- Di – a weaver\n- Ed – a singer\n"
    assert lists(f"# Crafts\n\n{entries}") == [["Ann, Bo", "Cy", "Di", "Ed"]]


def _paged(*texts: str, breaks: bool) -> StoredDocument:
    """Entries and paragraphs, with or without a page that begins before the last."""
    text, blocks = "\n\n".join(texts), []
    at = 0
    for one in texts:
        kind = BlockKind.ITEM if one.startswith("-") else BlockKind.PARAGRAPH
        blocks.append(Block(kind, at, at + len(one)))
        at += len(one) + 2
    second = blocks[-1].start
    paged = (Page(1, 0, second), Page(2, second, len(text))) if breaks else ()
    info = DocumentInfo("a", "A", "en", "a.pdf")
    return StoredDocument(info, "0" * 64, Document(text, tuple(blocks), paged))


@pytest.mark.parametrize(("breaks", "sizes"), [(True, [2]), (False, [1, 1])])
def test_only_a_new_page_lets_a_list_go_on_behind_other_text(
    breaks: bool, sizes: list[int]
) -> None:
    stored = _paged("- Ann", "Yearly report", "- Bo", breaks=breaks)
    assert [len(one.entries) for one in listings_of([stored])] == sizes


def test_bullets_below_a_numbered_line_of_the_same_level_are_a_list_of_its_own() -> None:
    lines = ("6. Largest donors in 2024.", "- City of Bar", "- Velo Fund", "7. Plans for 2025.")
    blocks, text = [], "\n".join(lines)
    for line in lines:
        blocks.append(Block(BlockKind.ITEM, text.index(line), text.index(line) + len(line)))
    document = Document(text, tuple(blocks))
    stored = StoredDocument(DocumentInfo("a", "A", "en", "a.pdf"), "0" * 64, document)
    names = [[entry.name for entry in one.entries] for one in listings_of([stored])]
    assert ["City of Bar", "Velo Fund"] in names


def test_bold_labels_with_short_values_fill_in_a_form() -> None:
    assert lists("# T\n\n**Where:** ground floor\n\n**When:** on Tuesdays\n") == []


def test_terms_with_short_values_fill_in_a_form() -> None:
    text = "# T\n\n**Where**\n\nGround floor\n\n**When**\n\nTuesdays\n\n**Price**\n\nNone\n"
    assert lists(text) == []


def test_a_month_behind_a_day_is_no_name() -> None:
    text = "# T\n\nOn 5 May, Blue Bank, Otter Patrol and Green Weir met by the river.\n"
    assert lists(text) == [["Blue Bank", "Otter Patrol", "Green Weir"]]


def test_names_with_figures_are_counted_and_not_listed() -> None:
    assert lists("# T\n\nOf the units, Bar gave 205, Kotor 118 and Ulcinj 57.\n") == []
    assert lists("# T\n\nThere were Bar 205, Kotor 118, Budva 11 and Ulcinj 57.\n") == []


def test_a_place_that_opens_a_sentence_is_no_entry() -> None:
    text = "# T\n\nIn Oslo, Ann Lee, Bo Ek and Cy Orr opened a shop.\n"
    assert lists(text) == [["Ann Lee", "Bo Ek", "Cy Orr"]]


def test_a_sentence_that_ends_before_the_list_states_no_other_count() -> None:
    (one,) = found({"page": "# T\n\nFour people came late.\n\n- Ann\n- Bo\n- Cy\n"})
    assert one.stated is None


def test_a_sentence_that_does_not_lead_in_to_sections_does_not_introduce_them() -> None:
    sections = "\n\n".join(f"## {name}\n\nSome text." for name in ("Ann", "Bo", "Cy"))
    (one,) = found({"page": f"# People\n\nThe office is by the river.\n\n{sections}\n"})
    assert one.introduction is not None
    assert one.introduction.text == "People"


def _page(keys: str, title: str) -> str:
    """A page with headings that no other has."""
    head = f"---\ntitle: {title}\n{keys}\n---\n\n"
    return f"{head}## {title}s\n\n{title} is a page.\n\n## {title[::-1]}\n\nMore.\n"


def test_titles_and_descriptions_make_no_kind_of_page() -> None:
    words = ("About", "Contact", "Donate", "Members")
    files = {
        word: _page(f"subtitle: All of {word}\ndescription: What {word} says", word)
        for word in words
    }
    assert pages(files) == []


def test_a_layout_and_an_address_make_no_kind_of_page() -> None:
    words = ("About", "Contact", "Donate", "Members")
    files = {
        f"x/{word}": _page(f"layout: page\nimage: /img/{word}.png\norder: 12", word)
        for word in words
    }
    assert pages(files) == []


def test_pages_of_one_folder_that_share_nothing_are_no_list() -> None:
    assert pages({f"x/{word}": _page("", word) for word in ("Abc", "Def", "Ghi", "Jkl")}) == []


def test_a_stranger_among_pages_of_one_kind_is_left_out() -> None:
    files = {
        f"hub-{word.lower()}": _page(f"founded: 20{number}\ntown: {word}ville", word)
        for number, word in enumerate(("Abc", "Def", "Ghi", "Jkl", "Mno"), start=10)
    }
    files["hub-stories"] = "# Stories\n\n## A\n\nText.\n\n## B\n\nText.\n"
    assert pages(files) == [{"Abc", "Def", "Ghi", "Jkl", "Mno"}]


def test_a_heading_below_other_text_is_not_the_name_of_a_page() -> None:
    towns = {"blue-bank": "Bar", "green-weir": "Kotor", "old-mill": "Budva"}
    files = {}
    for file, town in towns.items():
        name = file.replace("-", " ").title()
        files[f"m/{file}"] = f"Name: {name}\nTown: {town}\n\n# We of {town}\n\nText.\n"
    assert pages(files) == [{"Blue Bank", "Green Weir", "Old Mill"}]


def test_clauses_behind_a_colon_are_no_list() -> None:
    text = "# T\n\nIt is simple and old: when it rains, boats stay in and nobody sails.\n"
    assert lists(text) == []


def test_a_title_in_bold_or_capitals_lists_nothing() -> None:
    assert (
        lists("# T\n\n**Purpose, Eligibility and Designation of Members**\n\nText of it.\n") == []
    )
    assert lists("# T\n\nNAME, PURPOSE AND OFFICES\n\nText of it.\n") == []


def test_one_common_word_of_a_name_does_not_find_its_page() -> None:
    text = "# T\n\n- free entry for members of the club\n- Members\n"
    given = found({"rules": text, "members": "# Members\n\nAll who pay.\n"})
    (one,) = [listing for listing in given if listing.kind == "bullets"]
    assert [entry.page for entry in one.entries] == [None, "members"]


def test_a_date_with_full_stops_ends_no_sentence() -> None:
    said = "Odbor je izabran 23. novembra 2024. u Foči."
    (one,) = found({"page": f"# T\n\n{said}\n\n- Milica – predsednica\n- Luka – član\n"}, "sr")
    assert one.introduction is not None
    assert one.introduction.text == said
