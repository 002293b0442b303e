"""Language packs: what is known of each language, from its folder in ``prompts/``.

A folder with a ``lexicon.yaml`` is a language: nothing else names one.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from index.errors import SettingError
from index.language.parts import (
    NONE,
    Examples,
    FileWords,
    ListWords,
    Phrases,
    QuestionWords,
    RecordWords,
    RequestWords,
    SentenceWords,
    Spellings,
    Words,
    checked,
)

PROMPTS = Path(__file__).parents[2] / "prompts"
_LEXICON = "lexicon.yaml"
_LAST = 1_000


@checked
@dataclass(frozen=True, slots=True)
class Pack:
    """What is known of one language.

    ``tag`` is the folder's name (BCP 47), ``locale`` the language's name in babel. Where several
    languages may be meant, the one of the lowest ``rank`` is. The one ``fallback`` speaks for all
    languages without a pack, and ``near_languages`` are those whose readers understand this one.
    ``cyrillic``: it is written in Cyrillic too. ``respelt``: people leave its diacritics out, so
    that questions are spelt as the documents spell. ``described_as`` is what a language model is
    told to write.
    """

    tag: str
    locale: str
    rank: int = _LAST
    fallback: bool = False
    cyrillic: bool = False
    respelt: bool = False
    near_languages: Phrases = ()
    described_as: str = ""
    function_words: Words = NONE
    spellings: tuple[Spellings, ...] = ()
    digraphs: Phrases = ()
    case_endings: Phrases = ()
    towns: Words = NONE
    country_forms: Mapping[str, Phrases] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    further_numbers: dict[str, int] = field(default_factory=dict)
    month_forms: Mapping[str, int] = field(default_factory=dict)
    ambiguous_months: Words = NONE
    periods: Phrases = ()
    percent_word: str = ""
    questions: QuestionWords = field(default_factory=QuestionWords)
    lists: ListWords = field(default_factory=ListWords)
    records: RecordWords = field(default_factory=RecordWords)
    requests: RequestWords = field(default_factory=RequestWords)
    sentences: SentenceWords = field(default_factory=SentenceWords)
    topics: Mapping[str, Phrases] = field(default_factory=dict)
    files: FileWords = field(default_factory=FileWords)
    examples: Examples = field(default_factory=Examples)


_validated = TypeAdapter(Pack).validate_python


@lru_cache(maxsize=1)
def packs() -> Mapping[str, Pack]:
    """All packs by tag, in the order of their ranks.

    Raises ``SettingError`` that names the file and field which cannot be read.
    """
    found = [read_pack(file) for file in PROMPTS.glob(f"*/{_LEXICON}")]
    if not any(pack.fallback for pack in found):
        raise SettingError(f"No language in {PROMPTS} speaks for the others: set fallback in one.")
    return {pack.tag: pack for pack in sorted(found, key=lambda pack: (pack.rank, pack.tag))}


def fallback() -> Pack:
    """The language that speaks for those without a pack."""
    return next(pack for pack in packs().values() if pack.fallback)


def pack_of(language: str) -> Pack:
    """The pack of ``language``, or of the language that speaks for it."""
    return packs().get(language) or fallback()


def every(words: Callable[[Pack], Iterable[str]]) -> tuple[str, ...]:
    """``words`` of all packs in their order, each once."""
    return tuple(dict.fromkeys(chain.from_iterable(map(words, packs().values()))))


def first_questions() -> tuple[str, ...]:
    """A question in each language that any collection of documents may be asked."""
    return tuple(filter(None, (pack.examples.first_question for pack in packs().values())))


def packs_text() -> str:
    """All lexicons as they stand in their files: what is built with them is built anew."""
    return "\n".join((PROMPTS / tag / _LEXICON).read_text("utf-8") for tag in sorted(packs()))


def read_pack(file: Path) -> Pack:
    """The pack in ``file``; raises ``SettingError`` that names what cannot be read."""
    try:
        # Makes texts of everything, "no" included; the record says what is a number.
        raw = yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
        return _validated({"tag": file.parent.name, **raw})
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise SettingError(f"{file}: {place}: {first['msg']}.") from None
    except (yaml.YAMLError, TypeError, UnicodeDecodeError) as error:
        raise SettingError(f"{file} is not a lexicon: {' '.join(str(error).split())}") from None
