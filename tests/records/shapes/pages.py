"""Pages of one kind: each is a record, its name the title."""

from tests.records.shapes.shape import Shape, Wanted

_TWELVE = (
    ("Anchor Hub", "2011", "Kisumu", "A boat yard lends us its hall in the evening."),
    ("Baobab Hub", "2012", "Voi", "People meet below the tree when there is no power."),
    ("Cactus Hub", "2013", "Isiolo", "It is hot here, so we open at six in the morning."),
    ("Drum Hub", "2014", "Kilifi", "A radio studio and a room for courses."),
    ("Elephant Hub", "2015", "Narok", "Eleven young people run it without any salary."),
    ("Fig Hub", "2016", "Nyeri", "Repairs phones and teaches how to repair phones."),
    ("Granite Hub", "2017", "Embu", "We began with two laptops and a broken printer."),
    ("Hill Hub", "2018", "Meru", "The library has four hundred books in three languages."),
    ("Island Hub", "2019", "Lamu", "Reached by ferry twice a day."),
    ("Juniper Hub", "2020", "Nanyuki", "Opened in the year of the lockdown, with masks."),
    ("Kite Hub", "2021", "Eldoret", "The roof was paid by the parents of the pupils."),
    ("Lantern Hub", "2022", "Lodwar", "Light comes from six solar panels."),
)


def _hub(title: str, founded: str, town: str, text: str) -> str:
    return (
        f"---\ntitle: {title}\nlayout: hub\nfounded: {founded}\ntown: {town}\n---\n\n"
        f"# {title}\n\n{text} Write to us at any time, we answer within two days.\n"
    )


_ABOUT_HUBS = """# About us

The network was set up in 2010 by two teachers. It has an office in Nairobi.

## How to visit

Ring before you come, the road is bad in April.
"""

_MIXED = {
    "anetare-agimi.md": """# Biblioteka "Agimi", Kukës

Qyteti: Kukës
Viti i themelimit: 2006
Drejtuese: Fatbardha Lleshkola

"Agimi" është bibliotekë qyteti me lexues në dy skaje të Evropës.

## Orari

E hënë–e premte 8:30–17:00.
""",
    "anetare-gjurma.md": """---
title: Biblioteka shkollore "Gjurma"
town: Ferizaj
founded: 2011
---

# Gjurma – biblioteka e shkollës

Gjurma është biblioteka e shkollës fillore, por dera e saj hapet edhe nga rruga.

## Orari

Gjatë vitit shkollor 7:45–16:30.
""",
    "anetare-sofra.md": """---
title: Qendra Sofra
town: Mitrovicë
founded: 2012
---

Sofra është tryeza e ulët ku ha familja. Qendra u hap në një ish-furrë.
""",
    "anetare-ura.md": """# Biblioteka e Qytetit "Ura e Shkronjës"

Qyteti: Gjakovë
Viti i themelimit: 1987
Drejtor: Gëzim Arrëza

Jemi biblioteka më e madhe e rrjetit.

## Orari

Nga e hëna deri të premten 8:00–20:00.
""",
    "rreth-nesh.md": """# Rreth nesh

Rrjeti u themelua më 14 mars 2009 në Prizren, në një takim ku erdhën pesë biblioteka.
""",
    "kontakt.md": """# Kontakt

Sekretaria është në Prizren, kati i dytë mbi bibliotekën.
""",
}

_NAMED_BY_A_LIST = {
    "clanice.md": """# Naše članice

Mrežu čine četiri organizacije.

- **Bez lektora** – Niš. Provera činjenica.
- **Radio Šubara** – Požarevac. Radio zajednice.
- **Takovski rukopis** – Gornji Milanovac. Klub novinara.
- **Vlasinska hronika** – Surdulica. Štampane novine.
""",
    "bez-lektora.md": """Naziv: Bez lektora
Sedište: Niš
Osnovano: 2014.
Zaposleni: 5

Proveravamo ono što su drugi već objavili. Redakcija je u potkrovlju stare pošte.
""",
    "radio-subara.md": """# Radio Šubara

Sedište: Požarevac
Osnovano: 2009.

Emitujemo svakog dana od šest ujutru do ponoći.
""",
    "takovski-rukopis.md": """# Takovski rukopis

Klub je osnovan 2011. godine u Gornjem Milanovcu. Ima 34 člana i nijednog zaposlenog.
""",
    "vlasinska-hronika.md": """# Vlasinska hronika

Sedište: Surdulica
Osnovano: 2016.

Izlazimo svake druge srede.
""",
    "o-nama.md": """# O nama

Mreža postoji od 2012. godine i ima kancelariju u Nišu.
""",
    "kontakt.md": """# Kontakt

Kancelarija je otvorena radnim danima od 9 do 15 sati.
""",
}


def _person(name: str, position: str, text: str) -> str:
    short = name.split()[0].lower()
    return f"---\nshort_name: {short}\nname: {name}\nposition: {position}\n---\n{text}\n"


_BOARD = {
    "board/hale.md": _person("Anna Hale", "Chair", "Anna taught biology in the north until 2011."),
    "board/carver.md": _person("John Carver", "Secretary", "John lived in Talas for two years."),
    "board/blain.md": _person("Lin Blain", "Treasurer", "Lin keeps the books and bakes bread."),
    "grants.md": "# Grants\n\nGrants are given once a year, up to 500 dollars for each project.\n",
    "contact.md": "# Contact\n\nThe easiest way is to write to the secretary.\n",
}


def _cyrillic(name: str, town: str, year: str, text: str) -> str:
    return f"# {name}\n\nМесто: {town}\nГодина оснивања: {year}\n\n{text}\n"


_CYRILLIC_MEMBERS = {
    "clanovi/jelenak.md": _cyrillic(
        "ПК „Јеленак“", "Ужице", "1998", "Водимо почетнике на Тару сваке прве недеље."
    ),
    "clanovi/kopren.md": _cyrillic(
        "ГСС „Копрен“", "Пирот", "2005", "Станица има шеснаест спасилаца и два возила."
    ),
    "clanovi/tri-hrasta.md": _cyrillic(
        "Одред „Три храста“", "Ваљево", "1974", "Најстарији одред извиђача у савезу."
    ),
    "clanovi/zelengorka.md": _cyrillic(
        "ПД „Зеленгорка“", "Фоча", "1951", "Друштво чува шест стаза и један дом."
    ),
}


def _project_page(title: str, donor: str, years: str, text: str) -> str:
    return (
        f'<html lang="sq"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<nav><ul><li>Kreu</li><li>Projektet</li><li>Kontakti</li></ul></nav>"
        f"<main><h1>{title}</h1>"
        f"<dl><dt>Donatori</dt><dd>{donor}</dd><dt>Vitet</dt><dd>{years}</dd></dl>"
        f"<p>{text}</p></main><footer>© 2024 Rrjeti</footer></body></html>"
    )


_PROJECT_PAGES = {
    "projektet/burimet.html": _project_page(
        "Burimet e pastra", "Komuna e Prizrenit", "2023–2024", "Kontrollohen 18 çezma publike."
    ),
    "projektet/delta.html": _project_page(
        "Zogjtë e deltës", "Fondacioni Helvia", "2023–2026", "U ndërtuan dy kulla vëzhgimi."
    ),
    "projektet/drini.html": _project_page(
        "Drini i lirë", "Fondacioni Helvia", "2021–2023", "Projekti u mbyll në nëntor 2023."
    ),
}


def _facts(title: str, town: str, founded: str) -> str:
    rows = f"<tr><td>Town</td><td>{town}</td></tr><tr><td>Founded</td><td>{founded}</td></tr>"
    return f"<html lang='en'><body><h1>{title}</h1><table>{rows}</table></body></html>"


_TABLES_OF_FACTS = {
    "clubs/blue-bank.html": _facts("Blue Bank", "Bar", "2004"),
    "clubs/green-weir.html": _facts("Green Weir", "Kotor", "2011"),
    "clubs/otter-patrol.html": _facts("Otter Patrol", "Ulcinj", "2016"),
}


def _post(title: str, author: str, text: str) -> str:
    return f"---\ntitle: {title}\nauthor: {author}\ncategories: News\n---\n\n{text}\n"


_POSTS = {
    "posts/2021-03-05-how-to-cook-plov.md": _post(
        "How to cook plov", "judson", "Wash the rice seven times and do not stir it."
    ),
    "posts/2022-06-01-a-village-library.md": _post(
        "A village library", "lin", "The shelves were made by the carpenter of the village."
    ),
    "posts/2023-09-14-the-road-to-naryn.md": _post(
        "The road to Naryn", "anna", "We left at five in the morning and arrived after dark."
    ),
    "privacy.md": "# Privacy\n\nWe keep no data about those who read these pages.\n",
    "donate.md": "# Donate\n\nA gift of twenty dollars pays the books of one pupil.\n",
}


def _member(title: str, town: str, founded: str) -> str:
    return (
        f"---\ntitle: {title}\ntown: {town}\nfounded: {founded}\n---\n\n"
        f"{title} works with young people in {town} and is a member of the network.\n"
    )


def _funded(title: str, donor: str, budget: str) -> str:
    return (
        f"---\ntitle: {title}\ndonor: {donor}\nbudget: {budget}\n---\n\n"
        f"The project {title} is described here in a few words for the auditors.\n"
    )


_TWO_KINDS = {
    "blue-door.md": _member("Blue Door", "Bar", "2004"),
    "corn-field.md": _member("Corn Field", "Kotor", "2009"),
    "day-break.md": _member("Day Break", "Ulcinj", "2016"),
    "evening-school.md": _funded("Evening School", "Helvia Foundation", "31,000 EUR"),
    "first-step.md": _funded("First Step", "Adria Trust", "12,500 EUR"),
    "green-roof.md": _funded("Green Roof", "City of Bar", "8,000 EUR"),
    "home.md": "# Welcome\n\nThe network has been working since 2003.\n",
    "contact.md": "# Contact\n\nThe office is near the station.\n",
}


SHAPES = (
    Shape(
        "twelve hubs with the founding year on their own pages",
        {
            "about.md": _ABOUT_HUBS,
            **{f"hubs/{row[0].split()[0].lower()}.md": _hub(*row) for row in _TWELVE},
        },
        (
            Wanted(
                "pages",
                tuple(title for title, *_ in _TWELVE),
                fields={
                    "Fig Hub": {"founded": "2016", "town": "Nyeri"},
                    "Lantern Hub": {"founded": "2022"},
                },
            ),
        ),
    ),
    Shape(
        "member pages of one name, some with front matter and some with labels",
        _MIXED,
        (
            Wanted(
                "pages",
                (
                    'Biblioteka "Agimi", Kukës',
                    'Biblioteka shkollore "Gjurma"',
                    "Qendra Sofra",
                    'Biblioteka e Qytetit "Ura e Shkronjës"',
                ),
                fields={
                    'Biblioteka "Agimi", Kukës': {"Qyteti": "Kukës", "Viti i themelimit": "2006"},
                    "Qendra Sofra": {"town": "Mitrovicë", "founded": "2012"},
                },
            ),
        ),
    ),
    Shape(
        "pages that a list of members names",
        _NAMED_BY_A_LIST,
        (
            Wanted(
                "bullets",
                ("Bez lektora", "Radio Šubara", "Takovski rukopis", "Vlasinska hronika"),
                under="Naše članice",
                intro="Mrežu čine četiri organizacije.",
                stated=4,
            ),
            Wanted(
                "pages",
                ("Bez lektora", "Radio Šubara", "Takovski rukopis", "Vlasinska hronika"),
                under="Naše članice",
                stated=4,
                fields={
                    "Bez lektora": {"Sedište": "Niš", "Zaposleni": "5"},
                    "Vlasinska hronika": {"Osnovano": "2016."},
                },
            ),
        ),
    ),
    Shape(
        "people with a page each and no title in it",
        _BOARD,
        (
            Wanted(
                "pages",
                ("Lin Blain", "John Carver", "Anna Hale"),
                fields={"Anna Hale": {"position": "Chair"}},
            ),
        ),
    ),
    Shape(
        "a folder of members in Cyrillic",
        _CYRILLIC_MEMBERS,
        (
            Wanted(
                "pages",
                ("ПК „Јеленак“", "ГСС „Копрен“", "Одред „Три храста“", "ПД „Зеленгорка“"),
                fields={
                    "ГСС „Копрен“": {"Место": "Пирот", "Година оснивања": "2005"},
                },
            ),
        ),
    ),
    Shape(
        "project pages with definition lists and a menu each",
        _PROJECT_PAGES,
        (
            Wanted(
                "pages",
                ("Burimet e pastra", "Zogjtë e deltës", "Drini i lirë"),
                fields={"Drini i lirë": {"Donatori": "Fondacioni Helvia", "Vitet": "2021–2023"}},
            ),
        ),
    ),
    Shape(
        "pages whose facts stand in a table of labels and values",
        _TABLES_OF_FACTS,
        (
            Wanted(
                "pages",
                ("Blue Bank", "Green Weir", "Otter Patrol"),
                fields={"Green Weir": {"Town": "Kotor", "Founded": "2011"}},
            ),
        ),
    ),
    Shape(
        "dated posts",
        _POSTS,
        (
            Wanted(
                "pages",
                ("How to cook plov", "A village library", "The road to Naryn"),
                fields={"A village library": {"author": "lin"}},
            ),
        ),
    ),
    Shape(
        "members and projects side by side, told apart by their keys",
        _TWO_KINDS,
        (
            Wanted(
                "pages",
                ("Blue Door", "Corn Field", "Day Break"),
                fields={"Corn Field": {"town": "Kotor", "founded": "2009"}},
            ),
            Wanted(
                "pages",
                ("Evening School", "First Step", "Green Roof"),
                fields={"Green Roof": {"donor": "City of Bar"}},
            ),
        ),
    ),
)
