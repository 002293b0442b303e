"""Bullets and numbered entries below a heading or a line that introduces them."""

from docx.document import Document as WordDocument

from tests.reading.office_writer import docx_bytes
from tests.reading.pdf_writer import PdfWriter, Text
from tests.records.shapes.shape import Shape, Wanted

_FULL_AND_ASSOCIATE = """---
title: Anëtarët tanë
date: 2024-09-10
---

# Anëtarët tanë

Rrjeti ka tetë anëtarë: pesë me të drejta të plota dhe tre të asociuar. Të parët votojnë në kuvend.

## Anëtarë me të drejta të plota

- **Kopshti i Arrave** (Gjakovë, Kosovë): fidanë dhe kurse për kopshtarë.
- **Bletët e Malit – Rugovë** (Pejë, Kosovë): bletari malore.
- **Bletët e Malit – Valbonë** (Tropojë, Shqipëri): bletari dhe pritje turistësh.
- **Fara e Vjetër** (Korçë, Shqipëri): ruan farat e vendit.
- **Toka Jonë** (Dragash, Kosovë): bujqësi pa pesticide.

## Anëtarë të asociuar

- **Mulliri i Epërm** (Përmet, Shqipëri): bluan drithëra të lashta.
- **Shkolla e Luleve** (Prizren, Kosovë): punon me fëmijë.
- **Vreshti i Gjyshes** (Rahovec, Kosovë): rrush dhe pekmez.

## Si bëhet dikush anëtar

Kërkesa bëhet me shkrim dhe shqyrtohet nga bordi brenda dy muajve.
"""

_COMMITTEE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Editorial Committee | Hill Radio</title></head>
<body><main>
<h1>Who makes the programme</h1>
<p>Hill Radio is made by volunteers. Nobody is paid and everybody can be heard.</p>
<h2>Editorial Committee</h2>
<ul>
<li>Marta Oduya</li>
<li>Ben Laker</li>
<li>Rose Adong Okello</li>
<li>Joseph Wani</li>
</ul>
<h2>How to reach us</h2>
<ul>
<li>Phone: +211 900 000 415</li>
<li>E-mail: studio@hillradio.example</li>
<li>Post: P.O. Box 77, Torit</li>
</ul>
</main></body></html>
"""

_CYRILLIC_BOARD = """# Људи

Последња измена: 4. март 2024.

## Чланови Управног одбора

Одбор бира скупштина на четири године. Чланови одбора су:

- Весна Ракоњац – председница
- Милутин Шево – заменик председнице
- Јагода Ћурчин – благајница
- Бојан Лукић – задужен за младе

## Канцеларија

У канцеларији раде две особе, са пола радног времена.
"""

_JOINED = """# About the alliance

The River Towns Alliance was set up in 2016 after the second flood.

Fourteen groups have joined:

- Blue Bank
- Dorfen Anglers
- Friends of the Old Mill
- Green Weir
- Havel Rowing Club
- Kestrel Watch
- Low Meadow Trust
- Mudlarks
- North Lock Boaters
- Otter Patrol
- Sandmartin Group
- Tide and Time
- Upper Reach
- Willow Wardens

New groups are welcome at any time of the year.
"""

_CARELESS = """Shoqatat e fshatit

Ky eshte nje shenim nga mbledhja e pranveres. Te pranishem ishin perfaqesues nga te gjitha
lagjet dhe nje mik nga komuna.

Jane anetaresuar 6 shoqata:

1. Shoqata e gjuetareve "Ujku"
2. Klubi i shahut
3. Grate e Poshtme
4. Valle dhe kenge
5. Futbolli i vjeter
6. Bashkesia e pyllit

Takimi tjeter mbahet ne qershor.
"""

_NESTED = """<!DOCTYPE html><html lang="sr"><head><meta charset="utf-8"><title>Čvorovi</title>
</head>
<body><h1>Čvorovi mreže</h1>
<p>Rad na terenu vode lokalni čvorovi, podeljeni po okruzima.</p>
<ul>
<li>Nišavski okrug
  <ul><li>Bela Palanka</li><li>Svrljig</li><li>Ražanj</li></ul></li>
<li>Pirotski okrug
  <ul><li>Babušnica</li><li>Dimitrovgrad</li></ul></li>
</ul>
</body></html>
"""


def _partners(document: WordDocument) -> None:
    document.add_heading("Partnership report 2023", 1)
    document.add_paragraph("This report was written for the yearly assembly of the Shared Roof.")
    document.add_heading("Partners", 2)
    document.add_paragraph("In 2023 we worked with five partners:")
    for name in ("Open Door Shelter", "City of Berat", "Warm Meal Kitchen", "Faculty of Law"):
        document.add_paragraph(name, style="List Bullet")
    document.add_paragraph("Red Cross branch office", style="List Bullet")
    document.add_paragraph("All of them have signed for another year.")


_BOLD_AND_TOWN = """<html lang="sq"><head><meta charset="utf-8"><title>Partnerët</title></head>
<body>
<h1>Partnerët tanë</h1>
<p>Në vitin 2024 rrjeti punon me këto organizata:</p>
<ol>
<li><b>Ura e Re</b>, Mitrovicë</li>
<li><b>Dritarja (DR)</b>, Pejë</li>
<li><b>Shtëpia e Fëmijëve</b>, Gjakovë dhe Deçan</li>
</ol>
<p>Marrëveshjet vlejnë për tri vjet.</p>
</body></html>
"""

_NESTED_FIELDS = """# Naše članice

Podaci su od 1. oktobra 2024.

- **Staro jezgro**
    - Grad: Niš
    - Osnovana: 2004
    - Oblast: zaštita starih kuća
- **Kaldrma**
    - Grad: Prokuplje
    - Osnovana: 2011
    - Oblast: ulice i trgovi
- **Ćerpič**
    - Grad: Kuršumlija
    - Osnovana: 2017
    - Oblast: gradnja od zemlje
"""

_PDF_LINES = (
    "1. Anchor House",
    "2. Bright Side Association",
    "3. Corner Table",
    "4. Dover Street Nursery",
    "5. Elm Park Carers",
    "6. Fair Start",
    "7. Garden Gate",
    "8. Home Again",
)


def _cut_by_a_page() -> bytes:
    writer = PdfWriter()
    opening = [
        Text("Yearly report of the Family Network", bottom=760, size=18, font="bold"),
        Text("The network has grown by two organisations since the report of last year.", 72, 730),
        Text("On 31 December the network had eight members:", 72, 700),
    ]
    first = [Text(line, 72, 670 - 20 * n) for n, line in enumerate(_PDF_LINES[:5])]
    second = [Text(line, 72, 740 - 20 * n) for n, line in enumerate(_PDF_LINES[5:])]
    closing = [Text("The fee was paid by all of them before the end of the year.", 72, 640)]
    head = Text("Family Network", 72, 805, size=9)
    writer.page(*opening, *first, Text("1", 290, 30, size=9))
    return writer.page(head, *second, *closing, Text("2", 290, 30, size=9)).bytes()


_CONDITIONS = """# Joining us

Anyone may apply. The board reads the letters in spring and in autumn.

To become a member, an organisation must:

- be registered for at least two years
- have its own statute
- send the reports of the last two years
- be recommended by two members

The fee is 60 euros a year.
"""

_YEARS = """# Rreth nesh

## Vitet që mbahen mend

- 2009 – themelimi në Prizren
- 2011 – hyn shkolla e parë
- 2013 – zyra e parë; hyn qendra nga Mitrovica
- 2016 – maratona e parë e leximit

## Misioni

Punojmë që çdo fëmijë të ketë një libër në shtëpi.
"""

_LETTERS = """ОДЛУКА О ОСНИВАЊУ

Скупштина бира следеће одборе:

а) Одбор за образовање
б) Одбор за културу
в) Надзорни одбор
г) Статутарна комисија

Одбори се састају једном месечно.
"""

_COMMAS_IN_NAMES = """<html lang="en"><head><meta charset="utf-8"><title>Members</title></head>
<body>
<h1>Members of the network</h1>
<ul>
<li>Centre for Women, Youth and Children – CWYC</li>
<li>Open Gate – works against trafficking</li>
<li>Association for Help, Advice and Shelter – AHAS</li>
<li>Tomorrow's Children – rights of Roma children</li>
<li>Arsis – street children, schools</li>
</ul></body></html>
"""

_LIKE_NAMES = """# Članice

## Punopravne članice

- Udruženje novinara Podrinja – Loznica. Opštinski budžeti i pristup informacijama.
- Udruženje novinara Podrinja – Bijeljina. Radna prava novinara.
- Radio Šubara – Požarevac. Radio zajednice.
- Tabla – Novi Pazar. Ljudska prava, manjine, video.
"""

_MINUTES = """# Minutes of the yearly meeting

Held on 16 March 2024 in the village hall, from 10:15 to 15:40.

## Present

With a vote:

- Ann Pender (Blue Bank)
- Tom Aske (Otter Patrol), chairs the meeting
- Lena Voss (Green Weir), by video

Without a vote:

- Paul Oram (Upper Reach)
- Ida Brandt from the office

Absent with apologies: nobody.

## Decisions

The fee stays as it is. The summer camp will be held by the river.
"""


def _typed_numbers(document: WordDocument) -> None:
    document.add_heading("Vendimet e kuvendit", 1)
    document.add_paragraph("Kuvendi zgjodhi komisionin zgjedhor me tre anëtarë:")
    for line in ("1) Nora Shpati, kryesuese", "2) Ilir Qershori", "3) Teuta Krasaj"):
        document.add_paragraph(line)
    document.add_paragraph("Mandati i komisionit zgjat dy vjet.")


SHAPES = (
    Shape(
        "full and associate members in bold, with town and work",
        {"anetaret.md": _FULL_AND_ASSOCIATE},
        (
            Wanted(
                "bullets",
                (
                    *("Kopshti i Arrave", "Bletët e Malit – Rugovë", "Bletët e Malit – Valbonë"),
                    *("Fara e Vjetër", "Toka Jonë"),
                ),
                under="Anëtarë me të drejta të plota",
                intro="Anëtarë me të drejta të plota",
            ),
            Wanted(
                "bullets",
                ("Mulliri i Epërm", "Shkolla e Luleve", "Vreshti i Gjyshes"),
                under="Anëtarë të asociuar",
                intro="Anëtarë të asociuar",
            ),
        ),
    ),
    Shape(
        "a committee's names below its heading",
        {"committee.html": _COMMITTEE},
        (
            Wanted(
                "bullets",
                ("Marta Oduya", "Ben Laker", "Rose Adong Okello", "Joseph Wani"),
                under="Editorial Committee",
                intro="Editorial Committee",
            ),
            Wanted(
                "bullets",
                ("Phone", "E-mail", "Post"),
                under="How to reach us",
                fields={"E-mail": {"E-mail": "studio@hillradio.example"}},
            ),
        ),
    ),
    Shape(
        "a board in Cyrillic with roles after a dash",
        {"ljudi.md": _CYRILLIC_BOARD},
        (
            Wanted(
                "bullets",
                ("Весна Ракоњац", "Милутин Шево", "Јагода Ћурчин", "Бојан Лукић"),
                under="Чланови Управног одбора",
                intro="Чланови одбора су:",
            ),
        ),
    ),
    Shape(
        "a number in words over a list",
        {"about.md": _JOINED},
        (
            Wanted(
                "bullets",
                (
                    *("Blue Bank", "Dorfen Anglers", "Friends of the Old Mill", "Green Weir"),
                    *("Havel Rowing Club", "Kestrel Watch", "Low Meadow Trust", "Mudlarks"),
                    *("North Lock Boaters", "Otter Patrol", "Sandmartin Group", "Tide and Time"),
                    *("Upper Reach", "Willow Wardens"),
                ),
                under="About the alliance",
                intro="Fourteen groups have joined:",
                stated=14,
            ),
        ),
    ),
    Shape(
        "numbers in a plain text without diacritics",
        {"shenim.txt": _CARELESS},
        (
            Wanted(
                "bullets",
                (
                    *('Shoqata e gjuetareve "Ujku"', "Klubi i shahut", "Grate e Poshtme"),
                    *("Valle dhe kenge", "Futbolli i vjeter", "Bashkesia e pyllit"),
                ),
                under="Shoqatat e fshatit",
                intro="Jane anetaresuar 6 shoqata:",
                stated=6,
            ),
        ),
    ),
    Shape(
        "lists inside the entries of a list",
        {"cvorovi.html": _NESTED},
        (
            Wanted("bullets", ("Nišavski okrug", "Pirotski okrug"), under="Čvorovi mreže"),
            Wanted(
                "bullets",
                ("Bela Palanka", "Svrljig", "Ražanj"),
                under="Čvorovi mreže",
                intro="Nišavski okrug",
            ),
            Wanted(
                "bullets",
                ("Babušnica", "Dimitrovgrad"),
                under="Čvorovi mreže",
                intro="Pirotski okrug",
            ),
        ),
    ),
    Shape(
        "a Word list behind a line with a number",
        {"report.docx": docx_bytes(_partners)},
        (
            Wanted(
                "bullets",
                (
                    *("Open Door Shelter", "City of Berat", "Warm Meal Kitchen"),
                    *("Faculty of Law", "Red Cross branch office"),
                ),
                under="Partners",
                intro="In 2023 we worked with five partners:",
                stated=5,
            ),
        ),
    ),
    Shape(
        "bold names with a town behind a comma",
        {"partneret.html": _BOLD_AND_TOWN},
        (
            Wanted(
                "bullets",
                ("Ura e Re", "Dritarja", "Shtëpia e Fëmijëve"),
                under="Partnerët tanë",
                intro="Në vitin 2024 rrjeti punon me këto organizata:",
            ),
        ),
    ),
    Shape(
        "entries whose own entries are labels and values",
        {"clanice.md": _NESTED_FIELDS},
        (
            Wanted(
                "bullets",
                ("Staro jezgro", "Kaldrma", "Ćerpič"),
                under="Naše članice",
                fields={
                    "Staro jezgro": {"Grad": "Niš", "Osnovana": "2004"},
                    "Ćerpič": {"Oblast": "gradnja od zemlje", "Grad": "Kuršumlija"},
                },
            ),
        ),
    ),
    Shape(
        "a PDF list that goes on on the next page",
        {"report.pdf": _cut_by_a_page()},
        (
            Wanted(
                "bullets",
                tuple(line[3:] for line in _PDF_LINES),
                under="Yearly report of the Family Network",
                intro="On 31 December the network had eight members:",
                stated=8,
            ),
        ),
    ),
    Shape(
        "conditions, which are a list too",
        {"joining.md": _CONDITIONS},
        (
            Wanted(
                "bullets",
                (
                    "be registered for at least two years",
                    "have its own statute",
                    "send the reports of the last two years",
                    "be recommended by two members",
                ),
                under="Joining us",
                intro="To become a member, an organisation must:",
            ),
        ),
    ),
    Shape(
        "years with what happened",
        {"rreth-nesh.md": _YEARS},
        (
            Wanted(
                "bullets",
                ("2009", "2011", "2013", "2016"),
                under="Vitet që mbahen mend",
                intro="Vitet që mbahen mend",
            ),
        ),
    ),
    Shape(
        "Cyrillic letters as markers",
        {"odluka.txt": _LETTERS},
        (
            Wanted(
                "bullets",
                (
                    *("Одбор за образовање", "Одбор за културу"),
                    *("Надзорни одбор", "Статутарна комисија"),
                ),
                under="ОДЛУКА О ОСНИВАЊУ",
                intro="Скупштина бира следеће одборе:",
            ),
        ),
    ),
    Shape(
        "names that have commas of their own",
        {"members.html": _COMMAS_IN_NAMES},
        (
            Wanted(
                "bullets",
                (
                    "Centre for Women, Youth and Children",
                    "Open Gate",
                    "Association for Help, Advice and Shelter",
                    "Tomorrow's Children",
                    "Arsis",
                ),
                under="Members of the network",
            ),
        ),
    ),
    Shape(
        "two names that differ only behind the dash",
        {"clanice.md": _LIKE_NAMES},
        (
            Wanted(
                "bullets",
                (
                    "Udruženje novinara Podrinja – Loznica",
                    "Udruženje novinara Podrinja – Bijeljina",
                    "Radio Šubara",
                    "Tabla",
                ),
                under="Punopravne članice",
            ),
        ),
    ),
    Shape(
        "who was there, with a vote and without",
        {"minutes.md": _MINUTES},
        (
            Wanted(
                "bullets",
                ("Ann Pender", "Tom Aske", "Lena Voss"),
                under="Present",
                intro="With a vote:",
            ),
            Wanted(
                "bullets",
                ("Paul Oram", "Ida Brandt from the office"),
                under="Present",
                intro="Without a vote:",
            ),
        ),
    ),
    Shape(
        "numbers typed by hand in Word",
        {"vendimet.docx": docx_bytes(_typed_numbers)},
        (
            Wanted(
                "bullets",
                ("Nora Shpati", "Ilir Qershori", "Teuta Krasaj"),
                under="Vendimet e kuvendit",
                intro="Kuvendi zgjodhi komisionin zgjedhor me tre anëtarë:",
                stated=3,
            ),
        ),
    ),
)
