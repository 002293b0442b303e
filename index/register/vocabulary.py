"""The words that lists of members are introduced with, folded, in Albanian, English and Serbian.

Stems match beginnings of folded words. Few are needed: what decides is that an introduction has
no other words of its own (see ``introduction``).
"""

import re

MEMBER = ("anetar", "member", "clan")
ORGANISATION = (
    "organiz organis ojq ojf oshc shoqat shoqer ngo association nvo udruzenj qendr center centre "
    "centar fondacion foundation fondacij institut rrjet iniciativ initiativ inicijativ program "
    "komitet koalicion group grup klub club drustv savez".split()
)
COALITION = (
    "koalicion coalition koalicij rrjet network mrez aleanc alliance alijans forum platform "
    "federat konfederat unioni union unija savez".split()
)
# What may stand in an introduction beside the coalition's name without changing what it says.
FILLER = frozenset(
    "e i te se ne ka kane jane eshte nga me dhe ose si vijon vijim vijojne meposhtme poshtem "
    "poshte mposht keto ketyre ai ajo tij saj tona tone aktual aktuale aktualisht tanishem "
    "tanishme gjithe gjitha lista liste plote numeron perfshin perfshijne perbehet perbere "
    "bashkon bashkojne kemi joqeveritare jo qeveritare gjithsej kombetare nderkombetare vendore "
    "lokale aktive aktiv the of a an our its are is was were has have includes include "
    "including comprises consists unites brings together following these this list full current "
    "currently all total in and non governmental nongovernmental national international local "
    "active as follows below up made su je ima imaju sledeci sledece sledecih ove ovi nase nasi "
    "nasih sve svi svih spisak ukupno cine cini broji okuplja ujedinjuje obuhvata trenutno "
    "trenutne aktivne nevladine nevladinih domace medjunarodne u od iz po kao koje koji s sa it "
    "ve ja".split()
)
# Names are held together by these; alone they do not make one.
LINKS = frozenset(
    "per e i te se dhe me ne kunder of for and the in on against za i u na sa protiv od a de des "
    "dei la le und fur s".split()
)
HAS = frozenset(
    "ka kane numeron perfshin bashkon perbehet has have includes comprises unites brings consists "
    "ima imaju broji okuplja ujedinjuje obuhvata cine".split()
)
IS = ("janë", "jane", "are", "is", "su", "су", "include", "includes", "përfshijnë", "čine", "чине")
NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "dy two dva dve",
            "tri tre three tri",
            "kater four cetiri",
            "pese five pet",
            "gjashte six sest",
            "shtate seven sedam",
            "tete eight osam",
            "nente nine devet",
            "dhjete ten deset",
            "njembedhjete eleven jedanaest",
            "dymbedhjete twelve dvanaest",
        ),
        start=2,
    )
    for word in words.split()
}
# Countries at the end of a name, where they tell one branch from another.
COUNTRIES = {
    **dict.fromkeys(("kosova", "kosove", "kosovo", "kosovu"), "Kosovo"),
    **dict.fromkeys(("albania", "shqiperi", "shqiperia", "albanija", "albaniji"), "Albania"),
    **dict.fromkeys(("serbia", "serbi", "srbija", "srbiji"), "Serbia"),
    **dict.fromkeys(("montenegro", "malizi", "crnagora"), "Montenegro"),
    **dict.fromkeys(("macedonia", "maqedoni", "maqedonia", "makedonija"), "Macedonia"),
    **dict.fromkeys(("bosnia", "bosnja", "bosna"), "Bosnia"),
    **dict.fromkeys(("croatia", "kroaci", "hrvatska"), "Croatia"),
    **dict.fromkeys(("greece", "greqi", "grcka"), "Greece"),
    **dict.fromkeys(("italy", "itali", "italija"), "Italy"),
    **dict.fromkeys(("germany", "gjermani", "nemacka"), "Germany"),
}
# Towns, which stand behind a name with a comma between them.
PLACES = frozenset(
    "prishtine prishtina prizren peje peja gjakove gjakova mitrovice mitrovica ferizaj gjilan "
    "podujeve vushtrri suhareke rahovec drenas skenderaj lipjan kamenice istog kline decan "
    "dragash viti obiliq shtime kacanik tirane tirana durres vlore shkoder elbasan fier korce "
    "berat lushnje pogradec sarande kukes lezhe gjirokaster beograd nis kragujevac subotica "
    "pristina zajecar vranje uzice cacak pancevo zrenjanin sombor kraljevo skopje shkup tetove "
    "kumanove podgorica ulqin sarajevo belgrade".split()
)
CONJUNCTION = r"(?:si\s+dhe|as\s+well\s+as|kao\s+i|dhe|and|i|и|као\s+и)"
OPEN_END = re.compile(
    r"[,;]?\s*\b(?:etj|etc|itd|итд|and others|dhe t[ëe] tjer[ëa]|i drug[ei])\b\.?\s*$",
    re.IGNORECASE,
)
OPEN_LEAD = re.compile(
    r"nd[ëe]r t[ëe] tjera|nd[ëe]r t[ëe] cil[ëa]t|among (?:others?|them|other \w+)|such as"
    r"|izme[đd]u ostal\w+|\binclude\b|\bincluding\b|\bnd[ëe]r \w+",
    re.IGNORECASE,
)
NOT_COMPLETE = re.compile(
    r"list\w*[^.]{0,60}(?:nuk [ëe]sht[ëe] e plot[ëe]|(?:is )?not complete)|spisak nije potpun",
    re.IGNORECASE,
)


def begins(word: str, stems: tuple[str, ...] | list[str]) -> bool:
    """Whether a folded word begins with one of ``stems``."""
    return word.startswith(tuple(stems))
