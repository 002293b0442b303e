"""The parts of a language pack: the words of ``lexicon.yaml``, named by what they are.

What each field is used for stands in ``prompts/README.md``. Words are folded (lower case, without
diacritics) except where texts are searched for them as they are written. Stems are beginnings of
words; among whole words a ``*`` marks them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, with_config


def _split(value: object) -> object:
    """Words may be written as one text with spaces between them; phrases are always a list."""
    return value.split() if isinstance(value, str) else value


Words = Annotated[frozenset[str], BeforeValidator(_split)]
Phrases = Annotated[tuple[str, ...], BeforeValidator(_split)]

NONE: frozenset[str] = frozenset()
# A field that there is none of is a slip of the pen, and named when the file is read.
checked = with_config(ConfigDict(extra="forbid"))


@checked
@dataclass(frozen=True, slots=True)
class Spellings:
    """Spellings that tell a language, each worth ``weight`` of a function word.

    ``letters`` are the language's own; ``endings`` of words and ``pieces`` (patterns) are more
    frequent in it than elsewhere.
    """

    weight: float
    letters: str = ""
    endings: Phrases = ()
    pieces: Phrases = ()


@checked
@dataclass(frozen=True, slots=True)
class QuestionWords:
    """What questions are made of.

    ``asking_phrases`` stand below the kind of answer that they ask for.
    """

    stop_words: Words = NONE
    asking_phrases: Mapping[str, Phrases] = field(default_factory=dict)
    anaphora: Words = NONE
    follow_up_openings: Words = NONE
    question_openings: Words = NONE
    alternatives: Phrases = ()
    asking_verbs: Words = NONE


@checked
@dataclass(frozen=True, slots=True)
class ListWords:
    """What lists of members are introduced with and made of, in documents.

    ``column_titles`` stand below what a column with such a title holds.
    """

    member_nouns: Phrases = ()
    organisation_nouns: Phrases = ()
    counted_nouns: Phrases = ()
    coalition_nouns: Phrases = ()
    introduction_words: Words = NONE
    having_verbs: Words = NONE
    uniting_verbs: Phrases = ()
    copulas: Phrases = ()
    owning_links: Words = NONE
    purpose_links: Words = NONE
    name_links: Words = NONE
    long_name_links: Phrases = ()
    run_links: Phrases = ()
    inner_list_openings: Phrases = ()
    country_links: Words = NONE
    articles: Phrases = ()
    conjunctions: Phrases = ()
    conjunction_phrases: Phrases = ()
    open_endings: Phrases = ()
    open_leads: Phrases = ()
    list_nouns: Phrases = ()
    incomplete_phrases: Phrases = ()
    founding_stems: Phrases = ()
    demonstratives: Phrases = ()
    titles_without_name: Phrases = ()
    acronyms_without_name: Words = NONE
    other_language_phrases: Phrases = ()
    yes_words: Words = NONE
    member_files: Words = NONE
    everything: Phrases = ()
    column_titles: Mapping[str, Phrases] = field(default_factory=dict)


@checked
@dataclass(frozen=True, slots=True)
class RecordWords:
    """What lists of anything need besides: ``index/records/`` reads little by words."""

    numbers: dict[str, int] = field(default_factory=dict)
    number_joints: Words = NONE
    conjunctions: Words = NONE
    copulas: Words = NONE
    abbreviations: Words = NONE


@checked
@dataclass(frozen=True, slots=True)
class SingleOpening:
    """How a question opens that asks for one thing: by one of ``opens``.

    The next word is one of ``followed_by`` and none of ``not_followed_by``; the question has one
    of ``holds`` and none of ``lacks``. A field without words asks for nothing.
    """

    opens: Phrases
    followed_by: Words = NONE
    not_followed_by: Words = NONE
    holds: Words = NONE
    lacks: Words = NONE


@checked
@dataclass(frozen=True, slots=True)
class RequestWords:
    """What questions about members and lists are made of; stems have a ``*``."""

    members: Phrases = ()
    organisations: Phrases = ()
    coalitions: Phrases = ()
    membership_verbs: Phrases = ()
    both: Phrases = ()
    either: Phrases = ()
    negations: Phrases = ()
    work: Phrases = ()
    naming: Phrases = ()
    counting: Phrases = ()
    counting_phrases: Phrases = ()
    completeness: Phrases = ()
    places: Phrases = ()
    other_questions: Phrases = ()
    quantities: Phrases = ()
    meanings: Phrases = ()
    being: Phrases = ()
    being_many: Phrases = ()
    yes_no_openings: Phrases = ()
    existence: Phrases = ()
    list_openings: Phrases = ()
    what: Phrases = ()
    pointing: Phrases = ()
    filler: Phrases = ()
    single_openings: tuple[SingleOpening, ...] = ()


@checked
@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What a language model's sentences are checked by.

    ``qualifiers`` and ``units`` stand below what they mean, the same in every language.
    """

    negations: Words = NONE
    clause_openings: Phrases = ()
    qualifiers: Mapping[str, Phrases] = field(default_factory=dict)
    unqualifying: Words = NONE
    units: Mapping[str, Phrases] = field(default_factory=dict)
    year_links: Phrases = ()
    month_links: Phrases = ()
    ordinal_endings: Phrases = ()


@checked
@dataclass(frozen=True, slots=True)
class FileWords:
    """What files hold beside their text."""

    page_words: Phrases = ()
    page_count_words: Phrases = ()
    empty_titles: Words = NONE


@checked
@dataclass(frozen=True, slots=True)
class Examples:
    """What the service itself asks to be ready, and measures itself with."""

    first_question: str = ""
    questions: Phrases = ()
    farewells: Words = NONE
