"""The language of a short text: Albanian, English or Serbian, by function words and spelling.

A question of five words holds two or three function words and a handful of telling spellings;
dictionaries of whole vocabularies say no more of it and take 100 MB.
"""

import re
from collections.abc import Mapping

from index.language.script import WORD, cyrillic_share, fold, latin

LANGUAGES = ("sq", "en", "sr")

_FUNCTION_WORDS: Mapping[str, frozenset[str]] = {
    "sq": frozenset(
        """e i te të se së një nje në ne nga me për per si çfarë cfare cfarë çfare cili cila cilat
        cilët cilet cilin cilën kush kujt kë kur ku sa pse është eshte janë jane ishte ishin mund
        duhet do ka kanë kane kishte apo ose dhe që qe tij saj tyre ky kjo këtë kete këto keto mbi
        tek te po nëse nese nuk më ai ajo ata ato ti t u duke pas para gjatë gjate midis ndaj sipas
        prej ndër nder deri pa kundër kunder disa çdo cdo shumë shume vetëm vetem bën ben bëhet
        behet bëj bej kam jam jemi mua cilave cilit shqip rreth lidhje ndodh duhen quhet
        a""".split()
    ),
    "en": frozenset(
        """the of and to in is are was were be a an on for with at by from what which who whom whose
        when where why how many much do does did can could may might must should will would been
        has have had it its this that these those there their they he she his her you your i my we
        our or not no as if than about into after before during between according following any
        some get one two""".split()
    ),
    "sr": frozenset(
        """šta sta što sto ko koji koja koje kojim kojima kojoj kog kom koga kome čije cije kada kad
        gde gdje kako koliko kolika koliki zašto zasto je su se u na za od do i ili da li sa s o po
        iz bi može moze mogu treba mora moraju biti nad pod to ta taj ovo ova ovaj ne nije nisu jesu
        jeste bio bila bilo ima imaju između izmedju posle nakon pre protiv zbog kod ako ali kao
        svoje svoj njegov njihov dok već vec kroz prema uz""".split()
    ),
}
_SPELLINGS: tuple[tuple[str, float, re.Pattern[str]], ...] = (
    ("sq", 1.5, re.compile(r"[ëç]")),
    ("sr", 1.5, re.compile(r"[šžćđč]")),
    (
        "sq",
        0.25,
        re.compile(
            r"xh|q(?!u)|(?:ve|se|ës|es|it|in|ja|ët|eve|ave|uar|imi|imit|shme|ur|ojë|oje|ohet)\b"
            r"|gj|sh|zh|nj[eë]|dh|ll|rr"
        ),
    ),
    (
        "en",
        0.25,
        re.compile(
            r"(?:tion|ing|ed|ly|ness|ment|ence|ance|ity|ous|'s|ies|es|er|ll)\b"
            r"|th|wh|ee|oo|ou|w|y|x(?!h)|ck|qu"
        ),
    ),
    (
        "sr",
        0.2,
        re.compile(
            r"(?:anje|enje|anja|enja|ost|osti|nog|nom|nih|nim|ima|ama|ova|ovi|ski|ska|sko|skog|ti"
            r"|ju|cije|cija|ciju|nik|stvo)\b|lj|nj|st[rv]|dj|k[av]|pr|v[aeiou]"
        ),
    ),
)


def detect(text: str) -> str:
    """The likeliest language of ``text`` (BCP 47); Albanian when nothing speaks for any."""
    if cyrillic_share(text) > 0.5:
        return "sr"
    lowered = latin(text).lower()
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for word in WORD.findall(lowered):
        hits = [language for language in LANGUAGES if word in _FUNCTION_WORDS[language]]
        for language in hits:
            scores[language] += 1.0 / len(hits)
    for language, weight, pattern in _SPELLINGS:
        scores[language] += weight * len(pattern.findall(lowered))
    return max(LANGUAGES, key=lambda language: scores[language])


def is_function_word(word: str, language: str) -> bool:
    """Whether a folded word only holds sentences of ``language`` together.

    Each language has its own list and no other's touches it: ``me`` means "with" in Albanian.
    """
    return word in _FOLDED.get(language, _NO_WORDS)


_FOLDED = {language: frozenset(map(fold, words)) for language, words in _FUNCTION_WORDS.items()}
_NO_WORDS: frozenset[str] = frozenset()
