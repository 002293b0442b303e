"""Runs of headings of one level, each with its own text."""

from docx.document import Document as WordDocument

from tests.reading.office_writer import docx_bytes
from tests.records.shapes.shape import Shape, Wanted

_HUBS = """# Our hubs

Each hub is run by the people of its town. We have four hubs.

## Lakeside

Founded: 2015
Town: Kisumu
Seats: 24

The first hub, in an old post office. Boats are built next door.

## Red Hill

Founded: 2017
Town: Narok
Seats: 12

Small, loud and always open.

## Salt Yard

Founded: 2019
Town: Lamu
Seats: 30

It belongs to the fishermen's union.

## Two Bridges

Founded: 2022
Town: Garissa
Seats: 16

The youngest of them. A kitchen is being built.
"""

_PEOPLE = """<!DOCTYPE html><html lang="sq"><head><meta charset="utf-8"><title>Kryesia</title>
</head><body>
<h1>Kryesia</h1>
<h3>Bardh Jashari</h3>
<p>Kryetar</p>
<p>Master arkitekturë</p>
<h3>Altina Orani</h3>
<p>Media sociale</p>
<p>Bachelor arkitekturë</p>
<h3>Zana Krasniqi</h3>
<p>Menaxhim eventesh</p>
<p>Master inxhinieri mjedisore</p>
<h3>Jon Stojkaj</h3>
<p>IT</p>
<p>Bachelor shkenca kompjuterike</p>
</body></html>
"""

_NEWS = """# Vesti

## 23. novembar 2024: Izveštaj predstavljen u Mitrovici

U sali stare biblioteke predstavljen je dvogodišnji izveštaj. Došlo je 85 ljudi.

## 16. jul 2024: Završen letnji kamp

Četrdeset dvoje mladih provelo je osam dana na Vranjaku. Kamp je koštao 11.600 evra.

## 24. mart 2024: Dan vode

Dvesta deset volontera skupilo je 1,9 tona smeća.
"""

_STATUTE = """# Statuti i shoqatës

Miratuar më 14 mars 2009.

## Kreu I – Dispozita të përgjithshme

### Neni 1. Emri dhe selia

Shoqata quhet "Rafti i Hapur". Selia është në Prizren.

### Neni 2. Natyra

Shoqata është joqeveritare dhe jofitimprurëse.

### Neni 3. Gjuhët

Gjuhët e punës janë shqipja dhe serbishtja.

## Kreu II – Anëtarësia

### Neni 4. Anëtarët

Anëtarët janë me të drejta të plota ose të asociuar.

### Neni 5. Kuota

Kuota paguhet deri më 31 mars.

### Neni 6. Largimi

Anëtari largohet me njoftim me shkrim.
"""

_DEFINITIONS = """<html lang="en"><head><meta charset="utf-8"><title>Projects</title></head><body>
<main>
<h1>Projects</h1>
<p>Three projects are running now.</p>
<h2>Warm Rooms</h2>
<dl><dt>Donor</dt><dd>City of Bar</dd><dt>Years</dt><dd>2022–2025</dd><dt>Budget</dt>
<dd>48,000 EUR</dd></dl>
<p>In winter four rooms are heated for everyone who comes in.</p>
<h2>Second Bicycle</h2>
<dl><dt>Donor</dt><dd>Velo Fund</dd><dt>Years</dt><dd>2023–2024</dd><dt>Budget</dt>
<dd>9,300 EUR</dd></dl>
<p>Old bicycles are repaired and lent.</p>
<h2>Open Stage</h2>
<dl><dt>Donor</dt><dd>Helvia Foundation</dd><dt>Years</dt><dd>2024–2026</dd><dt>Budget</dt>
<dd>31,000 EUR</dd></dl>
<p>Every Friday somebody plays.</p>
</main></body></html>
"""

_PROGRAMMES = """# Шта радимо

## Програми

Имамо три програма:

### Школа на брегу

Деца излазе на реку и воде дневник.

### Правна помоћ

Бесплатни савети уторком и четвртком.

### Летњи камп

Осам дана у јулу, за младе од 15 до 19 година.

## Прошле године

Прошле године у програмима је учествовало 412 људи.
"""

_BOLD_LABELS = """# Services

## Equipment library

**Where:** ground floor, room 4
**When:** Tuesdays 9–15
**Price:** free for members

Wheelchairs, ramps and crutches are lent for three months.

## Transport

**Where:** the whole city
**When:** weekdays 8–16
**Price:** 1 euro a ride

Call a day before.

## Legal clinic

**Where:** second floor
**When:** by appointment
**Price:** free

Bring the decision that you want to appeal.
"""


def _trainings(document: WordDocument) -> None:
    document.add_heading("Udhëzues për vullnetarët", 1)
    document.add_paragraph("Ky udhëzues u shkrua në pranverën e vitit 2024.")
    for title, text in (
        ("Takimi hyrës", "Zgjat dy orë dhe mbahet të martën e parë të muajit."),
        ("Kursi i ndihmës së parë", "Mbahet në prill dhe në tetor, në Pejë."),
        ("Dalja në terren", "Bëhet vetëm me një person që ka përvojë."),
    ):
        document.add_heading(title, 2)
        document.add_paragraph(text)


_STAFF_AND_BOARD = """---
title: "People"
---

## Staff

### Toni Stamer

Operations Manager

### Ethan Holt

Software Engineer

### Dana Swan

Senior Software Engineer

## Board of Directors

### Karin Conde

Executive Director, Co-Founder

_Institute of Open Methods_

Dr. Karin Conde is the co-founder of the institute. She also serves as its treasurer.

### Brian White

Director

_Outpost Labs_

### Lea Moran

President

_University of the North_
"""

_TEASERS = """<html lang="en"><head><meta charset="utf-8"><title>Board | Friends</title></head>
<body>
<h1>Board of directors</h1>
<div class="row">
<div class="person"><h4>Anna Hale</h4><span>Chair, class of 2004</span><p>
<a href="/b/anna">View profile</a></p></div>
<div class="person"><h4>John Carver</h4><span>Secretary, class of 1999</span><p>
<a href="/b/john">View profile</a></p></div>
<div class="person"><h4>Lin Blain</h4><span>Treasurer, class of 2011</span><p>
<a href="/b/lin">View profile</a></p></div>
</div></body></html>
"""


SHAPES = (
    Shape(
        "hubs as headings with labels and values",
        {"hubs.md": _HUBS},
        (
            Wanted(
                "headings",
                ("Lakeside", "Red Hill", "Salt Yard", "Two Bridges"),
                under="Our hubs",
                intro="We have four hubs.",
                stated=4,
                fields={
                    "Red Hill": {"Founded": "2017", "Town": "Narok", "Seats": "12"},
                    "Two Bridges": {"Founded": "2022"},
                },
            ),
        ),
    ),
    Shape(
        "people as headings with their roles below",
        {"kryesia.html": _PEOPLE},
        (
            Wanted(
                "headings",
                ("Bardh Jashari", "Altina Orani", "Zana Krasniqi", "Jon Stojkaj"),
                under="Kryesia",
                intro="Kryesia",
                fields={"Jon Stojkaj": {"": "IT"}},
            ),
        ),
    ),
    Shape(
        "dated news",
        {"vesti.md": _NEWS},
        (
            Wanted(
                "headings",
                (
                    "23. novembar 2024: Izveštaj predstavljen u Mitrovici",
                    "16. jul 2024: Završen letnji kamp",
                    "24. mart 2024: Dan vode",
                ),
                under="Vesti",
            ),
        ),
    ),
    Shape(
        "a statute whose articles are headings",
        {"statuti.md": _STATUTE},
        (
            Wanted(
                "headings",
                ("Neni 1. Emri dhe selia", "Neni 2. Natyra", "Neni 3. Gjuhët"),
                under="Kreu I – Dispozita të përgjithshme",
            ),
            Wanted(
                "headings",
                ("Neni 4. Anëtarët", "Neni 5. Kuota", "Neni 6. Largimi"),
                under="Kreu II – Anëtarësia",
            ),
        ),
    ),
    Shape(
        "projects as headings with a definition list each",
        {"projects.html": _DEFINITIONS},
        (
            Wanted(
                "headings",
                ("Warm Rooms", "Second Bicycle", "Open Stage"),
                under="Projects",
                intro="Three projects are running now.",
                stated=3,
                fields={
                    "Warm Rooms": {"Donor": "City of Bar", "Budget": "48,000 EUR"},
                    "Open Stage": {"Donor": "Helvia Foundation", "Years": "2024–2026"},
                },
            ),
        ),
    ),
    Shape(
        "programmes in Cyrillic below a line that counts them",
        {"programi.md": _PROGRAMMES},
        (
            Wanted(
                "headings",
                ("Школа на брегу", "Правна помоћ", "Летњи камп"),
                under="Програми",
                intro="Имамо три програма:",
                stated=3,
            ),
        ),
    ),
    Shape(
        "services with bold labels",
        {"services.md": _BOLD_LABELS},
        (
            Wanted(
                "headings",
                ("Equipment library", "Transport", "Legal clinic"),
                under="Services",
                fields={
                    "Transport": {"Where": "the whole city", "Price": "1 euro a ride"},
                    "Legal clinic": {"When": "by appointment"},
                },
            ),
        ),
    ),
    Shape(
        "headings of a Word file",
        {"udhezues.docx": docx_bytes(_trainings)},
        (
            Wanted(
                "headings",
                ("Takimi hyrës", "Kursi i ndihmës së parë", "Dalja në terren"),
                under="Udhëzues për vullnetarët",
            ),
        ),
    ),
    Shape(
        "staff and board, each under its own heading",
        {"people.md": _STAFF_AND_BOARD},
        (
            Wanted("headings", ("Toni Stamer", "Ethan Holt", "Dana Swan"), under="Staff"),
            Wanted(
                "headings",
                ("Karin Conde", "Brian White", "Lea Moran"),
                under="Board of Directors",
            ),
        ),
    ),
    Shape(
        "people in boxes of a web page",
        {"board.html": _TEASERS},
        (
            Wanted(
                "headings",
                ("Anna Hale", "John Carver", "Lin Blain"),
                under="Board of directors",
            ),
        ),
    ),
)
