"""Rows of tables in every format, with and without names of columns."""

from docx.document import Document as WordDocument

from tests.reading.office_writer import docx_bytes, xlsx_bytes
from tests.records.shapes.shape import Shape, Wanted

_PROJECTS = """---
title: Projects
date: 2024-10-01
---

# Projects of the network and its members

The table shows every project above ten thousand euros since 2019. Smaller things are in the news.

| Project | Led by | Donor | Years | Amount (EUR) | Place |
|---|---|---|---|---|---|
| River Watch | network office | Nordvann Fund | 2019–2021 | 148,000 | all three countries |
| Free Drin | Old Bank | Helvia Foundation | 2021–2023 | 64,500 | Kukës |
| Clean Fountains | Spring Water | Municipality of Prizren | 2023–2024 | 18,200 | Prizren |
| Delta Birds | Delta Watch | Helvia Foundation | 2023–2026 | 110,400 | Ulcinj |

## What we do not fund

We do not pay for fish stocking or for conferences in hotels.
"""

_SPANS = """<!DOCTYPE html><html lang="sr"><head><meta charset="utf-8"><title>Projekti</title>
</head><body>
<main><h1>Projekti saveza</h1>
<p>Iznosi su u evrima. Tabelu vodi Tijana.</p>
<table>
<thead><tr><th>Donator</th><th>Projekat</th><th>Period</th><th>Iznos</th></tr></thead>
<tbody>
<tr><td rowspan="2">Fondacija Helmer</td><td>Mali izviđači</td><td>2024–2026</td><td>41.000</td>
</tr>
<tr><td>Stijena za sve</td><td>2022–2023</td><td>12.700</td></tr>
<tr><td>Fondacija Altina</td><td>Zimska škola</td><td>2023–2024</td><td>18.200</td></tr>
<tr><td rowspan="2">Grad Užice</td><td>Krov za Jelovu vodu</td><td>2022</td><td>26.750</td></tr>
<tr><td>Preko tri granice</td><td>2021–2023</td><td>112.300</td></tr>
</tbody></table>
<p>Savez za administraciju zadržava 7 odsto.</p></main></body></html>
"""


def _table(document: WordDocument, rows: list[tuple[str, ...]], bold: bool = False) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            run = cell.paragraphs[0].add_run(text)
            run.bold = bold and line is not None and text in rows[0]


def _bold_header(document: WordDocument) -> None:
    document.add_heading("Rregullorja e huazimit", 1)
    document.add_paragraph("Kjo rregullore vlen për të gjitha degët.")
    document.add_heading("Degët", 2)
    _table(
        document,
        [
            ("Dega", "Qyteti", "Përgjegjësi"),
            ("Ura e Vogël", "Junik", "Lirije Tafoci"),
            ("Kulla e Detit", "Ulqin", "Nazif Resulaj"),
            ("Agimi i Ri", "Winterthur", "Blerim Hoxhalli"),
        ],
        bold=True,
    )


def _plain_header(document: WordDocument) -> None:
    document.add_heading("Deadlines", 1)
    _table(
        document,
        [
            ("Task", "Who", "Until"),
            ("Invitation to the schools", "Erza Gashi", "10 April 2024"),
            ("Automatic message on the line", "Sokol Bardhi", "30 April 2024"),
            ("New invoices for the fee", "Elira Doda", "1 November 2024"),
        ],
    )


def _merged(document: WordDocument) -> None:
    document.add_heading("Grants of the year", 1)
    rows = [
        ("Donor", "Grant", "Amount"),
        ("Open Ward Foundation", "House by the Hospital", "52,300"),
        ("", "Steady Hands", "19,600"),
        ("Lindbakken Fund", "Ride Together", "71,500"),
        ("", "First Drop", "18,200"),
    ]
    table = document.add_table(rows=len(rows), cols=3)
    for line, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, row, strict=True):
            cell.text = text
    for upper in (1, 3):
        table.cell(upper, 0).merge(table.cell(upper + 1, 0))


_NO_HEADER = """<html lang="sq"><head><meta charset="utf-8"><title>Anëtarët</title></head><body>
<h1>Anëtarët e federatës</h1>
<table>
<tr><td>Shoqata Drita</td><td>Prizren</td><td>2004</td></tr>
<tr><td>Shoqata Hapi i Ri</td><td>Pejë</td><td>2011</td></tr>
<tr><td>Qendra Lulja</td><td>Gjilan</td><td>2015</td></tr>
<tr><td>Klubi Era</td><td>Gjakovë</td><td>2018</td></tr>
</table></body></html>
"""

_NUMBERED = """<html lang="en"><head><meta charset="utf-8"><title>Income 2023</title></head><body>
<h1>Where the money came from</h1>
<p>All sums are in euros.</p>
<table>
<tr><th>No.</th><th>Giver</th><th>Sum</th></tr>
<tr><td>1</td><td>Ministry of Culture</td><td>12,000</td></tr>
<tr><td>2</td><td>Swiss Friends of the Library</td><td>4,500</td></tr>
<tr><td>3</td><td>Readers' gifts</td><td>1,250</td></tr>
<tr><td></td><td>Total</td><td>17,750</td></tr>
</table></body></html>
"""

_CYRILLIC = """# Тим, органи и контакт

## Управни одбор

Одбор има четири члана, по једног из сваке пуноправне чланице.

| Име | Чланица | Функција |
|---|---|---|
| Сеад Хамзаговић | Табла | председник |
| Весна Радојковић | Таковски рукопис | заменица председника |
| Золтан Барта | Ђерам | члан |
| Милена Тошковић | Без лектора | чланица |

Весна Радојковић је била председница одбора од 2019. до 2023. године.
"""

_QUOTED = """Organizata,Qyteti,Fusha
"Qendra për Gra, Vajza dhe Fëmijë",Prishtinë,dhuna në familje
Fondacioni Tani,Tiranë,"arsim, shëndetësi"
Shpresa,Shkodër,fëmijët
"""

_SEMICOLONS = """Naziv;Mesto;Godina osnivanja;Broj članova
Dom kulture Mlin;Valjevo;1998;120
Udruženje Pčela;Loznica;2006;45
Klub Vidik;Šabac;2013;80
Pozorište Mrak;Loznica;2001;12
"""

_GROUPS = """<html lang="en"><head><meta charset="utf-8"><title>Offices</title></head><body>
<h1>Offices</h1>
<table>
<tr><th>Office</th><th>Street</th><th>Head</th></tr>
<tr><td colspan="3">Kosovo</td></tr>
<tr><td>Peja office</td><td>Mill Street 4</td><td>Arta Lokaj</td></tr>
<tr><td>Prizren office</td><td>Bridge Street 11</td><td>Luan Gashi</td></tr>
<tr><td colspan="3">Albania</td></tr>
<tr><td>Kukës office</td><td>Lake Road 2</td><td>Besa Hoxha</td></tr>
</table></body></html>
"""

_HOURS = """# Kontakti

## Orari i zyrës

| Dita | Ora |
|---|---|
| E hënë – e enjte | 09:30–16:00 |
| E premte | 09:30–13:00 |
| E shtunë dhe e diel | mbyllur |

Në gusht zyra mbyllet për dy javë.
"""

_CAPTIONS = """<html lang="en"><head><meta charset="utf-8"><title>Figures</title></head><body>
<h1>The year in figures</h1>
<h2>Courses</h2>
<table><caption>We held three courses</caption>
<tr><th>Course</th><th>Hours</th><th>Town</th></tr>
<tr><td>Bookbinding</td><td>24</td><td>Shkodra</td></tr>
<tr><td>First aid</td><td>12</td><td>Peja</td></tr>
<tr><td>Sign language</td><td>60</td><td>Prizren</td></tr>
</table>
<h2>Camps</h2>
<table>
<tr><th>Camp</th><th>Children</th></tr>
<tr><td>Lake camp</td><td>42</td></tr>
<tr><td>Snow camp</td><td>18</td></tr>
</table></body></html>
"""

_ROW_HEADERS = """<html lang="sr"><head><meta charset="utf-8"><title>Домови</title></head><body>
<h1>Планинарски домови</h1>
<table>
<thead><tr><td>Дом</td><td>Висина</td><td>Кревета</td></tr></thead>
<tr><th>Јелова вода</th><td>1080 m</td><td>34</td></tr>
<tr><th>Врањак</th><td>1560 m</td><td>22</td></tr>
<tr><th>Сува планина</th><td>1200 m</td><td>16</td></tr>
</table></body></html>
"""


SHAPES = (
    Shape(
        "projects with donor, years and amount in Markdown",
        {"projects.md": _PROJECTS},
        (
            Wanted(
                "table",
                ("River Watch", "Free Drin", "Clean Fountains", "Delta Birds"),
                under="Projects of the network and its members",
                intro="Smaller things are in the news.",
                fields={
                    "Free Drin": {"Donor": "Helvia Foundation", "Years": "2021–2023"},
                    "Delta Birds": {"Amount (EUR)": "110,400", "Place": "Ulcinj"},
                },
            ),
        ),
    ),
    Shape(
        "a web table whose donors span several projects",
        {"projekti.html": _SPANS},
        (
            Wanted(
                "table",
                (
                    *("Mali izviđači", "Stijena za sve", "Zimska škola"),
                    *("Krov za Jelovu vodu", "Preko tri granice"),
                ),
                under="Projekti saveza",
                fields={
                    "Mali izviđači": {"Donator": "Fondacija Helmer", "Iznos": "41.000"},
                    "Stijena za sve": {"Donator": "Fondacija Helmer", "Period": "2022–2023"},
                    "Preko tri granice": {"Donator": "Grad Užice", "Iznos": "112.300"},
                },
            ),
        ),
    ),
    Shape(
        "a Word table with bold names of columns",
        {"rregullorja.docx": docx_bytes(_bold_header)},
        (
            Wanted(
                "table",
                ("Ura e Vogël", "Kulla e Detit", "Agimi i Ri"),
                under="Degët",
                fields={"Kulla e Detit": {"Qyteti": "Ulqin", "Përgjegjësi": "Nazif Resulaj"}},
            ),
        ),
    ),
    Shape(
        "a Word table whose names of columns look like any row",
        {"deadlines.docx": docx_bytes(_plain_header)},
        (
            Wanted(
                "table",
                (
                    "Invitation to the schools",
                    "Automatic message on the line",
                    "New invoices for the fee",
                ),
                under="Deadlines",
                fields={"New invoices for the fee": {"Who": "Elira Doda"}},
            ),
        ),
    ),
    Shape(
        "a Word table with merged cells",
        {"grants.docx": docx_bytes(_merged)},
        (
            Wanted(
                "table",
                ("House by the Hospital", "Steady Hands", "Ride Together", "First Drop"),
                under="Grants of the year",
                fields={
                    "Steady Hands": {"Donor": "Open Ward Foundation", "Amount": "19,600"},
                    "First Drop": {"Donor": "Lindbakken Fund"},
                },
            ),
        ),
    ),
    Shape(
        "a workbook of members and projects",
        {
            "register.xlsx": xlsx_bytes(
                {
                    "Members": [
                        ["Register of the Open Shelf, October 2024"],
                        [],
                        ["Organisation", "Town", "Since", "Staff"],
                        ["White River Library", "Prizren", 2009, 4],
                        ["Letter Bridge", "Gjakova", 2009, 9],
                        ["Track", "Ferizaj", 2011, 1],
                    ],
                    "Projects": [
                        ["Project", "Donor", "Start", "Amount"],
                        ["Old papers", "Helvia Foundation", "2021-03-01", 34000],
                        ["Books beyond the border", "Alpenrose Fonds", "2023-01-15", 21500.5],
                    ],
                }
            )
        },
        (
            Wanted(
                "table",
                ("White River Library", "Letter Bridge", "Track"),
                under="Members",
                fields={"Letter Bridge": {"Town": "Gjakova", "Since": "2009", "Staff": "9"}},
            ),
            Wanted(
                "table",
                ("Old papers", "Books beyond the border"),
                under="Projects",
                fields={"Books beyond the border": {"Amount": "21500.5"}},
            ),
        ),
    ),
    Shape(
        "a sheet in Serbian with a place that comes twice",
        {"clanice.csv": _SEMICOLONS},
        (
            Wanted(
                "table",
                ("Dom kulture Mlin", "Udruženje Pčela", "Klub Vidik", "Pozorište Mrak"),
                fields={"Klub Vidik": {"Mesto": "Šabac", "Godina osnivanja": "2013"}},
            ),
        ),
    ),
    Shape(
        "quoted cells with commas",
        {"anetaret.csv": _QUOTED},
        (
            Wanted(
                "table",
                ("Qendra për Gra, Vajza dhe Fëmijë", "Fondacioni Tani", "Shpresa"),
                fields={"Fondacioni Tani": {"Fusha": "arsim, shëndetësi"}},
            ),
        ),
    ),
    Shape(
        "a web table without names of columns",
        {"anetaret.html": _NO_HEADER},
        (
            Wanted(
                "table",
                ("Shoqata Drita", "Shoqata Hapi i Ri", "Qendra Lulja", "Klubi Era"),
                under="Anëtarët e federatës",
                fields={"Klubi Era": {"": "Gjakovë"}},
            ),
        ),
    ),
    Shape(
        "numbered rows with a total at the end",
        {"income.html": _NUMBERED},
        (
            Wanted(
                "table",
                ("Ministry of Culture", "Swiss Friends of the Library", "Readers' gifts"),
                under="Where the money came from",
                intro="All sums are in euros.",
                fields={"Readers' gifts": {"Sum": "1,250"}},
            ),
        ),
    ),
    Shape(
        "a board in Cyrillic as a table",
        {"tim.md": _CYRILLIC},
        (
            Wanted(
                "table",
                ("Сеад Хамзаговић", "Весна Радојковић", "Золтан Барта", "Милена Тошковић"),
                under="Управни одбор",
                intro="Одбор има четири члана, по једног из сваке пуноправне чланице.",
                stated=4,
                fields={"Золтан Барта": {"Чланица": "Ђерам", "Функција": "члан"}},
            ),
        ),
    ),
    Shape(
        "rows in groups below a title that spans the table",
        {"offices.html": _GROUPS},
        (
            Wanted(
                "table",
                ("Peja office", "Prizren office", "Kukës office"),
                under="Offices",
                fields={
                    "Prizren office": {"Head": "Luan Gashi", "": "Kosovo"},
                    "Kukës office": {"": "Albania"},
                },
            ),
        ),
    ),
    Shape(
        "opening hours",
        {"kontakti.md": _HOURS},
        (
            Wanted(
                "table",
                ("E hënë – e enjte", "E premte", "E shtunë dhe e diel"),
                under="Orari i zyrës",
                fields={"E premte": {"Ora": "09:30–13:00"}},
            ),
        ),
    ),
    Shape(
        "two tables, one with a caption that counts",
        {"figures.html": _CAPTIONS},
        (
            Wanted(
                "table",
                ("Bookbinding", "First aid", "Sign language"),
                under="Courses",
                intro="We held three courses",
                stated=3,
            ),
            Wanted("table", ("Lake camp", "Snow camp"), under="Camps"),
        ),
    ),
    Shape(
        "rows that begin with a heading cell",
        {"domovi.html": _ROW_HEADERS},
        (
            Wanted(
                "table",
                ("Јелова вода", "Врањак", "Сува планина"),
                under="Планинарски домови",
                fields={"Врањак": {"Висина": "1560 m", "Кревета": "22"}},
            ),
        ),
    ),
)
