"""Short paragraphs, lines and bold beginnings, one like the other."""

from tests.records.shapes.shape import Shape, Wanted

_RUN_IN = """# Zyra

**Gentian Marku, drejtor ekzekutiv.** Është inxhinier hidroteknik. Erdhi në rrjet më 1 shtator 2021.

**Elira Doda, përgjegjëse e financave.** Punon me gjysmë orari, të martën e të enjten.

**Sokol Bardhi, koordinator i monitorimit.** I mban lidhjet me ekipet e mostrave.

**Ana Perović, komunikimi dhe mediat.** Punon nga Podgorica dhe flet shqip e anglisht.

# Njerëz që kanë qenë me ne

Valbona Prenga ishte drejtoreshë nga viti 2014 deri në korrik 2021.
"""

_NAME_AND_WHAT = """# Member organisations

We are six, and these are the ones with an office of their own.

**Open Ward** - visits people in hospitals and keeps a house for their families.

**Steady Hands** - trains those who care for old parents at home.

**Listening Hour** - a telephone line, every evening from six to ten.

Whoever wants to help may write to any of them.
"""

_NAME_AND_TOWN = """<html lang="sr"><head><meta charset="utf-8"><title>Domovi</title></head><body>
<h1>Naši domovi</h1>
<p>Jelova voda (Tara)</p>
<p>Vranjak (Bjelasica)</p>
<p>Stari mlin (Suva planina)</p>
<p>Kod tri bukve (Zelengora)</p>
<h2>Rezervacije</h2>
<p>Rezerviše se telefonom, najkasnije tri dana ranije.</p>
</body></html>
"""

_BREAKS = """<html lang="en"><head><meta charset="utf-8"><title>Friends</title></head><body>
<h1>Friends of the house</h1>
<p>These shops give our members ten per cent off:</p>
<p>Corner Bakery (Mill Street)<br>Paper and Pen (Old Square)<br>Wheel Doctor (Station Road)</p>
<p>Show your card before you pay.</p>
</body></html>
"""

_ROLES = """# Organet e shoqatës

## Kryesia

Kryetare: Mirjeta Lleshi
Nënkryetar: Arben Hysa
Sekretare: Luljeta Çela
Arkëtar: Besnik Krasniqi

## Mbledhjet

Kryesia mblidhet çdo muaj, zakonisht të shtunën e tretë.
"""

_GLOSSARY = """<html lang="en"><head><meta charset="utf-8"><title>Words</title></head><body>
<h1>Words that we use</h1>
<dl>
<dt>Hub</dt><dd>A place with rooms and machines that everyone may use.</dd>
<dt>Steering group</dt><dd>The people who decide between two assemblies.</dd>
<dt>Toolkit</dt><dd>A box of tools that travels from hub to hub.</dd>
</dl></body></html>
"""

_ARTICLES = """# Statut saveza

Usvojen na osnivačkoj skupštini 2010. godine.

**Član 1. Naziv i sedište.** Savez se zove „Planinska nit“. Sedište je u Užicu.

**Član 2. Priroda.** Savez je nestranačko i neprofitno udruženje.

**Član 3. Jezici.** Službeni jezici su srpski i bosanski, a pisma ćirilica i latinica.
"""

_LINES = """COUNCIL OF THE FOUNDATION

The council was elected in May 2023 and meets four times a year. Its members take their own seats
and speak for nobody but themselves. They are:

Maria Stone – president
Peter Hill – keeps the books
Ruth Marsh – schools and nurseries

The next election is in 2027.
"""

_CYRILLIC_RUN_IN = """# Комисије

**Комисија за безбедност**: председник Петар Ћирић. Састаје се четири пута годишње.

**Комисија за школовање**: председница Јована Терзић. Води течајеве.

**Омладинска комисија**: председник Лука Симић. Њени чланови су млађи од 35 година.
"""

_ROLE_BELOW = """<html lang="en"><head><meta charset="utf-8"><title>Board</title></head><body>
<h1>Board</h1>
<p><b>Ana Lee</b><br>Chair</p><p><b>Bo Ek</b><br>Treasurer</p><p><b>Cy Orr</b><br>Member</p>
</body></html>
"""

_DASHED_ROLES = """ORGANET

Kryetare - Mirjeta Lleshi
Nenkryetar - Arben Hysa
Sekretare - Luljeta Cela

Takimi mbahet cdo muaj dhe eshte i hapur per te gjithe ata qe duan te vijne.
"""


SHAPES = (
    Shape(
        "people in bold with their roles, running on",
        {"ekipi.md": _RUN_IN},
        (
            Wanted(
                "paragraphs",
                ("Gentian Marku", "Elira Doda", "Sokol Bardhi", "Ana Perović"),
                under="Zyra",
                intro="Zyra",
            ),
        ),
    ),
    Shape(
        "bold names with what they do behind a dash",
        {"members.md": _NAME_AND_WHAT},
        (
            Wanted(
                "paragraphs",
                ("Open Ward", "Steady Hands", "Listening Hour"),
                under="Member organisations",
                intro="We are six, and these are the ones with an office of their own.",
            ),
        ),
    ),
    Shape(
        "short paragraphs with a place in brackets",
        {"domovi.html": _NAME_AND_TOWN},
        (
            Wanted(
                "paragraphs",
                ("Jelova voda", "Vranjak", "Stari mlin", "Kod tri bukve"),
                under="Naši domovi",
                intro="Naši domovi",
            ),
        ),
    ),
    Shape(
        "lines of one paragraph",
        {"friends.html": _BREAKS},
        (
            Wanted(
                "paragraphs",
                ("Corner Bakery", "Paper and Pen", "Wheel Doctor"),
                under="Friends of the house",
                intro="These shops give our members ten per cent off:",
            ),
        ),
    ),
    Shape(
        "roles with the people who hold them",
        {"organet.md": _ROLES},
        (
            Wanted(
                "paragraphs",
                ("Kryetare", "Nënkryetar", "Sekretare", "Arkëtar"),
                under="Kryesia",
                intro="Kryesia",
                fields={"Nënkryetar": {"Nënkryetar": "Arben Hysa"}},
            ),
        ),
    ),
    Shape(
        "a definition list of words",
        {"words.html": _GLOSSARY},
        (
            Wanted(
                "paragraphs",
                ("Hub", "Steering group", "Toolkit"),
                under="Words that we use",
            ),
        ),
    ),
    Shape(
        "articles of a statute in bold",
        {"statut.md": _ARTICLES},
        (
            Wanted(
                "paragraphs",
                ("Član 1. Naziv i sedište", "Član 2. Priroda", "Član 3. Jezici"),
                under="Statut saveza",
            ),
        ),
    ),
    Shape(
        "lines of a plain text with a dash",
        {"council.txt": _LINES},
        (
            Wanted(
                "paragraphs",
                ("Maria Stone", "Peter Hill", "Ruth Marsh"),
                under="COUNCIL OF THE FOUNDATION",
                intro="They are:",
            ),
        ),
    ),
    Shape(
        "people in bold with the role on the next line",
        {"board.html": _ROLE_BELOW},
        (
            Wanted(
                "paragraphs",
                ("Ana Lee", "Bo Ek", "Cy Orr"),
                under="Board",
                fields={"Bo Ek": {"": "Treasurer"}},
            ),
        ),
    ),
    Shape(
        "roles before a dash in a plain text",
        {"organet.txt": _DASHED_ROLES},
        (
            Wanted(
                "paragraphs",
                ("Kryetare", "Nenkryetar", "Sekretare"),
                under="ORGANET",
                fields={"Sekretare": {"": "Luljeta Cela"}},
            ),
        ),
    ),
    Shape(
        "commissions in Cyrillic with a bold name each",
        {"komisije.md": _CYRILLIC_RUN_IN},
        (
            Wanted(
                "paragraphs",
                ("Комисија за безбедност", "Комисија за школовање", "Омладинска комисија"),
                under="Комисије",
            ),
        ),
    ),
)
