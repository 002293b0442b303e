"""Enumerations in running text."""

from tests.records.shapes.shape import Shape, Wanted

_FOUNDERS = """# How it began

The network was set up on 22 March 2012 in a library whose heating did not work. Its four founders \
were Blue Bank, Friends of the Old Mill, Otter Patrol and Tide and Time. For a year they met \
without any legal status.
"""

_COLON = """# Rreth nesh

Rrjeti u themelua më 22 mars 2012 në Shkodër, nga katër organizata: Drini i Gjallë, Instituti Akua \
Alba, Guri i Lumit dhe Ura e Bardhë. Arsyeja e parë ishte shumë praktike.
"""

_CYRILLIC = """# Мрежа за децу

Мрежа окупља организације које раде с децом. Чланице Мреже су Центар за права детета, Пријатељи \
деце, Астра и Београдски центар за људска права. Састају се једном месечно.
"""

_SEMICOLONS = """# Koalicija

Koalicija okuplja 5 organizacija: Centar za prava deteta; Udruženje za pomoć, podršku i razvoj; \
Deca na prvom mestu; Fondacija Divac; i Grupa 484. Kancelarija je u Beogradu.
"""

_COMMON = """# Volunteering

New volunteers come to an evening in the office. After that they choose one of the tasks: cleaning \
the banks, taking samples, counting birds and translating letters. Lunch is on us.
"""

_COMMISSION = """# Organet

## Komisioni zgjedhor

Komisionin e përbëjnë Nora Shpati (kryesuese), Ilir Dema dhe Arta Zeka. Mandati i tij zgjat dy \
vjet dhe mund të përsëritet një herë.

## Selia

Selia është në Prizren.
"""

_TOWNS = """# Gde radimo

Savetovališta postoje u Nišu, Pirotu, Vranju i Leskovcu. Otvorena su radnim danima, a u Pirotu i \
subotom pre podne.
"""

_FROM = """# Rreth nesh

Në bord janë Arta Gashi nga Peja, Besa Hoxha nga Gjakova, Dren Krasniqi dhe Era Nika. Takohen çdo \
muaj, zakonisht të shtunën.
"""

_WITH_TOWNS = """# Мрежа

Чланице: Плава обала, Бар; Зелени кеј, Котор; Стари млин, Улцињ. Све плаћају чланарину.
"""

_NOTHING = """# What we think

When it rains, we stay at home, and when it is dry, we work. The office of Blue Bank and Otter \
Patrol is small. After the winter, which was long, the boats were painted, and everybody came, \
although nobody had asked them to. The idea is simple: whoever throws, picks up.
"""


SHAPES = (
    Shape(
        "founders in a sentence that counts them",
        {"history.md": _FOUNDERS},
        (
            Wanted(
                "prose",
                ("Blue Bank", "Friends of the Old Mill", "Otter Patrol", "Tide and Time"),
                under="How it began",
                stated=4,
            ),
        ),
    ),
    Shape(
        "names behind a colon",
        {"rreth-nesh.md": _COLON},
        (
            Wanted(
                "prose",
                ("Drini i Gjallë", "Instituti Akua Alba", "Guri i Lumit", "Ura e Bardhë"),
                under="Rreth nesh",
                stated=4,
            ),
        ),
    ),
    Shape(
        "members in a Cyrillic sentence",
        {"mreza.md": _CYRILLIC},
        (
            Wanted(
                "prose",
                (
                    *("Центар за права детета", "Пријатељи деце"),
                    *("Астра", "Београдски центар за људска права"),
                ),
                under="Мрежа за децу",
            ),
        ),
    ),
    Shape(
        "semicolons between names with commas",
        {"koalicija.md": _SEMICOLONS},
        (
            Wanted(
                "prose",
                (
                    "Centar za prava deteta",
                    "Udruženje za pomoć, podršku i razvoj",
                    "Deca na prvom mestu",
                    "Fondacija Divac",
                    "Grupa 484",
                ),
                under="Koalicija",
                intro="Koalicija okuplja 5 organizacija:",
                stated=5,
            ),
        ),
    ),
    Shape(
        "tasks in small letters behind a colon",
        {"volunteering.md": _COMMON},
        (
            Wanted(
                "prose",
                (
                    "cleaning the banks",
                    "taking samples",
                    "counting birds",
                    "translating letters",
                ),
                under="Volunteering",
            ),
        ),
    ),
    Shape(
        "a commission in a sentence, with a role in brackets",
        {"organet.md": _COMMISSION},
        (
            Wanted(
                "prose",
                ("Nora Shpati", "Ilir Dema", "Arta Zeka"),
                under="Komisioni zgjedhor",
            ),
        ),
    ),
    Shape(
        "towns in a sentence",
        {"gde-radimo.md": _TOWNS},
        (Wanted("prose", ("Nišu", "Pirotu", "Vranju", "Leskovcu"), under="Gde radimo"),),
    ),
    Shape(
        "people and the towns they are from",
        {"rreth-nesh.md": _FROM},
        (
            Wanted(
                "prose",
                ("Arta Gashi", "Besa Hoxha", "Dren Krasniqi", "Era Nika"),
                under="Rreth nesh",
                intro="Në bord janë",
            ),
        ),
    ),
    Shape(
        "names with their towns between semicolons",
        {"mreza.md": _WITH_TOWNS},
        (
            Wanted(
                "prose",
                ("Плава обала", "Зелени кеј", "Стари млин"),
                under="Мрежа",
                intro="Чланице:",
                fields={"Зелени кеј": {"": "Котор"}},
            ),
        ),
    ),
    Shape("sentences with commas that list nothing", {"thoughts.md": _NOTHING}),
)
