"""Pages with lists of members, written in the shapes that organisations write them in."""

from pathlib import Path

from index.catalog import StoredDocument
from index.collect import collect
from index.register import Register, build_register
from index.scan import scan


def documents_of(folder: Path, **files: str) -> tuple[StoredDocument, ...]:
    """The documents of ``folder`` after writing ``files``: ``name_md`` becomes ``name.md``."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(text, encoding="utf-8")
    return collect(folder, scan(folder), None, lambda _done, _total: None).documents


def register_of(folder: Path, **files: str) -> Register:
    """The register of ``files``."""
    return build_register(documents_of(folder, **files))


def names(register: Register, coalition: str) -> list[str]:
    """The members of ``coalition`` as they are written, in order."""
    return [one.span.text for one in register.memberships if one.coalition == coalition]


ENGLISH_TABLE = """# Members of the Balkan Child Network

The network (BCN) works in five countries.

| Organisation | City | Works on | Member since |
|---|---|---|---|
| Save the Children Kosovo | Prishtina | education, child protection | 2009 |
| Centre for Women, Youth and Children – CWYC | Skopje | domestic violence | 2011 |
| Open Gate – La Strada | Skopje | trafficking in human beings | 2010 |
| Tomorrow's Children | Podgorica | rights of Roma children | 2010 |
| ATINA | Belgrade | trafficking and exploitation | 2012 |
| Arsis Albania | Tirana | street children | 2013 |
| Association for Help and Support (AHS) | Niš | disability | 2014 |
"""
ENGLISH_TABLE_NAMES = [
    "Save the Children Kosovo",
    "Centre for Women, Youth and Children – CWYC",
    "Open Gate – La Strada",
    "Tomorrow's Children",
    "ATINA",
    "Arsis Albania",
    "Association for Help and Support (AHS)",
]

SERBIAN_BULLETS = """# MODS

Mreža organizacija za decu Srbije (MODS) osnovana je 2010. godine.

## Članice

MODS čini 9 organizacija članica:

* Centar za prava deteta
* Užički centar za prava deteta – UCPD
* Prijatelji dece Srbije
* Udruženje „Roditelj“
* Inicijativa za prava osoba sa mentalnim invaliditetom MDRI-S
* Centar za integraciju mladih, Beograd
* Pedagoško društvo Srbije i Vojvodine
* SOS Dečija sela Srbija
* Beogradski centar za ljudska prava

## Kako postati član

Da bi postala članica, organizacija mora da:

* Podnese zahtev za prijem
* Prihvati statut mreže
"""
SERBIAN_BULLETS_NAMES = [
    "Centar za prava deteta",
    "Užički centar za prava deteta – UCPD",
    "Prijatelji dece Srbije",
    "Udruženje „Roditelj“",
    "Inicijativa za prava osoba sa mentalnim invaliditetom MDRI-S",
    "Centar za integraciju mladih, Beograd",
    "Pedagoško društvo Srbije i Vojvodine",
    "SOS Dečija sela Srbija",
    "Beogradski centar za ljudska prava",
]

ALBANIAN_PROSE_NAMES = [
    "Qendra për Gra, Fëmijë dhe Familje – QGFF",
    "Shoqata e Grave Fermere “Krusha”",
    "Fondacioni Kosovar për Shoqëri Civile – KCSF",
    "Save the Children",
    "Instituti për Drejtësi, Barazi dhe Hulumtime",
    "Iniciativa për Progres – INPO",
    "Qendra Burimore e të Rinjve, Ferizaj",
    "Partnerë për Fëmijët",
    "Terre des hommes",
    "Organizata për Fëmijë pa Kujdes Prindëror – OFAP",
    "Shtëpia e Sigurt",
    "Lëvizja FOL",
    "Rrjeti i Grupeve të Grave të Kosovës",
    "Handikos",
    "Down Syndrome Kosova",
    "Autizmi",
    "Shoqata e të Verbërve dhe me Shikim të Dobët",
    "Dora Dorës",
    "Balkan Sunflowers Kosova",
    "Nisma e të Rinjve për të Drejtat e Njeriut – YIHR",
    "Qendra për Trajnim, Këshillim dhe Zhvillim",
    "Ndihmë e Shpresë",
    "The Ideas Partnership",
    "Bethany Christian Services",
    "Caritas Kosova",
    "Syri i Vizionit",
    "Zana",
    "Liria",
    "Ruka Ruci",
    "Fëmijët e Parë",
]
ALBANIAN_PROSE = f"""# Aleanca për Fëmijë

Aleanca për Fëmijë (APF) u themelua në vitin 2015 në Prishtinë.

Aleanca për Fëmijë ka 30 organizata anëtare: \
{", ".join(ALBANIAN_PROSE_NAMES[:-1])} dhe Fëmijët e Parë. \
Selia e saj është në Prishtinë, Pejë dhe Prizren.
"""

NUMBERED_INLINE = """# Rreth nesh

Anëtarët e RRFK janë: 1) Qendra për Mirëqenie Sociale, Arsim dhe Punësim; \
2) Shpresa dhe Jeta; 3) Fondacioni “Dije, Punë dhe Liri”; 4) ARKA – Art dhe Kulturë; 5) Hendikos.
"""
NUMBERED_INLINE_NAMES = [
    "Qendra për Mirëqenie Sociale, Arsim dhe Punësim",
    "Shpresa dhe Jeta",
    "Fondacioni “Dije, Punë dhe Liri”",
    "ARKA – Art dhe Kulturë",
    "Hendikos",
]

DEFINITIONS = """# Forumi i Grave të Dukagjinit

## Organizatat anëtare

- Jeta në Kastriot – mbështet gratë dhe vajzat që kanë përjetuar dhunë.
- Gruaja Hyjnore – ofron ndihmë juridike pa pagesë.
- Qendra për Edukim e Kosovës – KEC – trajnon mësimdhënës.
- Dera e Hapur: këshillim psikosocial për viktimat e trafikimit.
- Zëri i Prindërve – shoqatë e prindërve të fëmijëve me aftësi të kufizuara.
"""
DEFINITIONS_NAMES = [
    "Jeta në Kastriot",
    "Gruaja Hyjnore",
    "Qendra për Edukim e Kosovës – KEC",
    "Dera e Hapur",
    "Zëri i Prindërve",
]

TWO_COLUMNS = """Organizata,Koalicioni
Save the Children,KOMF; MODS
Fondacioni Tani,KOMF
"Qendra për Gra, Vajza dhe Fëmijë",KOMF
Centar za devojke,MODS
Udruženje Suncokret,MODS
"""

CYRILLIC = """# Мрежа за децу

Чланице Мреже за децу су Центар за права детета, \
Удружење за подршку деци, младима и породици – ДМП, \
Пријатељи деце Србије, „Родитељ“, Астра и \
Београдски центар за људска права.
"""
CYRILLIC_NAMES = [
    "Центар за права детета",
    "Удружење за подршку деци, младима и породици – ДМП",
    "Пријатељи деце Србије",
    "„Родитељ“",
    "Астра",
    "Београдски центар за људска права",
]


RULES = """# Rreth Aleancës

## Anëtarët

Për t’u bërë anëtar, organizata duhet:

- Të jetë e regjistruar në Kosovë
- Të punojë me fëmijë

## Anëtarët themelues të ALFA

- Organizata Një
- Organizata Dy

## Anëtarët e bordit të ALFA

- Arta Krasniqi
- Besa Gashi
"""


NAMES_WITH_AND = """# About us

The Children's Rights Alliance (CRA) is a network. Members of the CRA are Hope and Homes for \
Children, Plan International, UNICEF Kosovo, Mothers, Fathers and Kids Foundation, SOS Children's \
Villages and Save the Children.
"""
NAMES_WITH_AND_NAMES = [
    "Hope and Homes for Children",
    "Plan International",
    "UNICEF Kosovo",
    "Mothers, Fathers and Kids Foundation",
    "SOS Children's Villages",
    "Save the Children",
]

SEMICOLONS = """# Koalicija za dečja prava

Koalicija okuplja 5 organizacija: Centar za prava deteta; Udruženje za pomoć, podršku i razvoj – \
UPPR; Deca na prvom mestu; „Ana i Vlade Divac“ fondacija; i Grupa 484.
"""
SEMICOLONS_NAMES = [
    "Centar za prava deteta",
    "Udruženje za pomoć, podršku i razvoj – UPPR",
    "Deca na prvom mestu",
    "„Ana i Vlade Divac“ fondacija",
    "Grupa 484",
]

BY_COUNTRY = """# KOALA Network

## Members

### Kosovo

- Save the Children Kosovo
- KRCT

### Albania

- Save the Children Albania
- ARSIS
"""
BY_COUNTRY_NAMES = ["Save the Children Kosovo", "KRCT", "Save the Children Albania", "ARSIS"]

BARE_LETTERS = """# Anëtarët e RRAZH

a) Shoqata A
b) Shoqata B
c) Shoqata C
ç) Shoqata Ç
"""
BARE_LETTERS_NAMES = ["Shoqata A", "Shoqata B", "Shoqata C", "Shoqata Ç"]

PRESS = """# KOMF

KOMF is funded by Save the Children, Terre des hommes and the EU. Members of the press: Koha, \
Zëri, Express. Organisations that took part: Lumos, Arka, Hope.

Members of parliament are Arta Krasniqi, Besa Gashi and Dren Hoti.
"""
