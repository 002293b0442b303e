"""What looks like a list and is none of the page's content: menus, footers, questions."""

from tests.records.shapes.shape import Shape, Wanted

_MENU_AND_FOOTER = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Team</title></head><body>
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About</a></li>
<li><a href="/members">Members</a></li><li><a href="/contact">Contact</a></li></ul></nav></header>
<div id="content"><h1>Our team</h1>
<ul><li>Mary Adeng – coordinator</li><li>Peter Lokiru – trainer</li>
<li>Grace Nakiru – accounts</li></ul>
<p>All of them answer letters within a week and like to be visited in the afternoon.</p></div>
<footer><ul><li>Privacy</li><li>Imprint</li><li>Sitemap</li></ul><p>© 2024 The network</p></footer>
</body></html>
"""

_OLD_SITE = """<html lang="sr"><head><meta charset="utf-8"><title>Udruženje Breza</title></head>
<body>
<div class="menu"><ul><li><a href="1.html">Početna</a></li><li><a href="2.html">O nama</a></li>
<li><a href="3.html">Projekti</a></li><li><a href="4.html">Kontakt</a></li></ul></div>
<div class="breadcrumbs">Početna / O nama / Ljudi</div>
<div class="content"><h1>Ljudi</h1>
<p>Udruženje vodi upravni odbor od tri člana, koje bira skupština na dve godine:</p>
<ul><li>Mila Jokić</li><li>Dejan Prokić</li><li>Sava Đurić</li></ul>
<p>Kancelarija je u zgradi stare škole i otvorena je svakog radnog dana pre podne.</p></div>
<div class="sidebar"><h3>Najnovije</h3><ul><li>Letnji kamp</li><li>Novi sajt</li></ul></div>
<div class="footer"><p>Breza, Glavna 4, Čačak</p><ul><li>Facebook</li><li>Instagram</li></ul></div>
</body></html>
"""

_FAQ_HEADINGS = """# Frequently asked questions

## Can I become a member as a person?

No. Only organisations are members of the network.

## How much is the fee?

Full members pay 150 euros a year.

## Do you give away the data of your measurements?

Yes, free of charge and without asking why.

## May I come with my school?

Yes. Write to us three weeks before.
"""

_FAQ_BOLD = """# Pyetje të shpeshta

**A mund të bëhem anëtar si person?**
Jo. Anëtarë të rrjetit janë vetëm organizatat.

**Sa është kuota e rrjetit?**
Anëtarët e plotë paguajnë 150 euro në vit.

**Kur mbahet mbledhja?**
Një herë në vit, në pranverë.
"""

_MENU = "- Почетна\n- О нама\n- Чланови\n- Контакт\n"
_MENU_EVERYWHERE = {
    "index.md": f"{_MENU}\n# Добро дошли\n\nСавез постоји од 2010. године и има осам чланова.\n",
    "o-nama.md": f"{_MENU}\n# О нама\n\nСавез води скупштина, а послове обавља секретаријат.\n",
    "clanovi.md": (
        f"{_MENU}\n# Чланови\n\nСавез има ове чланове:\n\n"
        "- ПК „Јеленак“\n- ПД „Горски кључ“\n- ГСС „Копрен“\n"
    ),
    "kontakt.md": f"{_MENU}\n# Контакт\n\nПишите секретаријату, одговор стиже за два дана.\n",
}

_PLAIN = """# Raporti i vitit 2023

Viti ishte i mirë. Në pranverë u mbajtën dy trajnime, në vjeshtë një konferencë me mysafirë nga
Tirana. Kuvendi vendosi që kuota të mbetet e njëjtë.

Raportin financiar e kontrolloi një auditor i pavarur dhe nuk gjeti gabime. Faleminderit të gjithëve
që ndihmuan, sidomos vullnetarëve të rinj.
"""


SHAPES = (
    Shape(
        "a team between a menu and a footer",
        {"team.html": _MENU_AND_FOOTER},
        (
            Wanted(
                "bullets",
                ("Mary Adeng", "Peter Lokiru", "Grace Nakiru"),
                under="Our team",
            ),
        ),
    ),
    Shape(
        "an old site whose menus are told by their class",
        {"ljudi.html": _OLD_SITE},
        (
            Wanted(
                "bullets",
                ("Mila Jokić", "Dejan Prokić", "Sava Đurić"),
                under="Ljudi",
                stated=3,
            ),
        ),
    ),
    Shape("questions as headings", {"faq.md": _FAQ_HEADINGS}),
    Shape("questions in bold", {"pyetje.md": _FAQ_BOLD}),
    Shape(
        "a menu typed on every page",
        _MENU_EVERYWHERE,
        (
            Wanted(
                "bullets",
                ("ПК „Јеленак“", "ПД „Горски кључ“", "ГСС „Копрен“"),
                under="Чланови",
                intro="Савез има ове чланове:",
            ),
        ),
    ),
    Shape("a report that lists nothing", {"raporti.md": _PLAIN}),
)
