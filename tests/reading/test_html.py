"""Web pages."""

from tests.reading.conftest import Read, block_texts

_PAGE = """<!DOCTYPE html><html lang="sq"><head><meta charset="utf-8">
<title>Anëtarët – KOMF</title><meta property="og:site_name" content="KOMF">
<meta property="article:published_time" content="2019-03-05T10:00:00+01:00">
<link rel="canonical" href="https://komf.org/anetaret/"></head><body>
<header><nav><ul><li><a href="/">Ballina</a></li></ul></nav></header>
<div class="site-content"><article><h1>Anëtarët e koalicionit</h1>
<p>Koalicioni ka këto <b>organizata</b> anëtare:</p>
<ul><li><a href="/1">Terre des hommes</a></li><li><a href="/2">Save the Children</a></li></ul>
<p>Tel: 038 123 456<br>Email: info@komf.org</p>
<ol start="3"><li>Asambleja</li><li>Bordi<ul><li>Kryesuesi</li></ul></li></ol>
<table><tr><th>Emri</th><th>Qyteti</th></tr><tr><td>Vatra</td><td>Vlorë</td></tr></table>
</article></div>
<aside><h3>Lajmet</h3></aside><footer>Të gjitha të drejtat</footer></body></html>"""


def test_the_content_is_read_and_menus_are_not(read: Read) -> None:
    assert read("a.html", _PAGE).text == (
        "Anëtarët e koalicionit\n\nKoalicioni ka këto organizata anëtare:\n\n"
        "- Terre des hommes\n- Save the Children\n\n"
        "Tel: 038 123 456\nEmail: info@komf.org\n\n"
        "3. Asambleja\n4. Bordi\n- Kryesuesi\n\n"
        "Emri | Qyteti\nEmri: Vatra | Qyteti: Vlorë"
    )


def test_the_head_gives_the_metadata(read: Read) -> None:
    found = read("a.htm", _PAGE).metadata
    assert (found.title, found.publisher, found.language) == ("Anëtarët", "KOMF", "sq")
    assert (found.date, found.url) == ("2019-03-05", "https://komf.org/anetaret/")


def test_linked_data_gives_the_date(read: Read) -> None:
    script = (
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2020-01-02"}]}</script>'
    )
    assert read("a.html", f"<head>{script}</head><body><p>x y").metadata.date == "2020-01-02"


def test_several_teasers_do_not_hide_each_other(read: Read) -> None:
    document = read("a.html", "<body><article><p>një</p></article><article><p>dy</p></article>")
    assert document.text == "një\n\ndy"


def test_a_tiny_main_element_is_not_believed(read: Read) -> None:
    document = read("a.html", f"<body><main><p>vogël</p></main><div><p>{'fjalë ' * 50}</p></div>")
    assert document.text.startswith("vogël\n\nfjalë fjalë")


def test_a_table_that_only_lays_out_is_read_as_paragraphs(read: Read) -> None:
    document = read("a.html", "<table><tr><td><p>një</p><p>dy</p></td></tr></table>")
    assert block_texts(document, "paragraph") == ["një", "dy"]


def test_the_declared_encoding_is_followed(read: Read) -> None:
    page = '<meta charset="iso-8859-2"><p>Čovjek i ë'.encode("iso-8859-2")
    assert read("a.html", page).text == "Čovjek i ë"


def test_an_encoding_that_lies_does_not_win_over_utf8(read: Read) -> None:
    assert read("a.html", '<meta charset="windows-1250"><p>Fëmijë').text == "Fëmijë"


def test_a_million_nested_elements_do_no_harm(read: Read) -> None:
    assert "fund" in read("a.html", "<p>fillim fund</p>" + "<div>" * 1_000_000).text


def test_front_matter_and_template_holes_are_not_text(read: Read) -> None:
    document = read("a.html", "---\ntitle: Burime\n---\n<h2>{{page.title}}</h2><p>Teksti</p>")
    assert (document.metadata.title, document.text) == ("Burime", "Teksti")


def test_the_parts_of_page_builders_are_not_taken_for_frames(read: Read) -> None:
    page = (
        '<body class="right-sidebar"><div id="page" class="no-sidebar">'
        '<div class="elementor-element elementor-widget elementor-widget-text-editor">'
        "<p>Koalicioni ka njëzet e dy anëtarë në Kosovë.</p></div></div>"
        '<div class="widget widget_recent_entries">Lajme</div></body>'
    )
    assert read("a.html", page).text == "Koalicioni ka njëzet e dy anëtarë në Kosovë."


def test_a_named_frame_that_holds_most_of_the_page_is_its_content(read: Read) -> None:
    document = read("a.html", f'<div class="menu"><p>{"Gjellë e ditës. " * 9}</p></div><p>Fund</p>')
    assert document.text.startswith("Gjellë e ditës.")


def test_a_header_that_was_never_closed_does_not_take_the_page_with_it(read: Read) -> None:
    menu = '<nav><ul><li><a href="/">Početna</a></li></ul></nav>'
    text = "<h1>O nama</h1><p>Udruga je osnovana 2009. godine i ima trideset članova.</p>"
    for header in ("<header>", '<header role="banner">'):
        page = f"<body>{header}<h3>Agora</h3>{menu}<div>{text}</div></body>"
        assert "Udruga je osnovana" in read("a.html", page).text


def test_a_part_called_content_is_not_the_whole_page_while_more_headings_follow(
    read: Read,
) -> None:
    first = (
        '<div class="row content"><h2>Board</h2><p>The board is elected for two years.</p></div>'
    )
    people = "".join(f"<h4>{name}</h4><p>Member</p>" for name in ("Ann Hale", "Jo Lee", "Li Ono"))
    document = read("a.html", f"<body>{first}<section><h2>Now</h2>{people}</section></body>")
    assert block_texts(document, "heading") == ["Board", "Now", "Ann Hale", "Jo Lee", "Li Ono"]
