"""The words of list questions, of all languages together: a question may mix them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.question.lexicon import lexicon
from index.language import every, packs
from index.language.parts import Phrases, RequestWords


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Whole words and beginnings of words, folded."""

    wholes: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> "WordGroup":
        """The group of ``words``, of which those with a ``*`` are beginnings."""
        listed = tuple(words)
        return cls(
            frozenset(word for word in listed if not word.endswith("*")),
            tuple(word[:-1] for word in listed if word.endswith("*")),
        )

    def __contains__(self, word: str) -> bool:
        return word in self.wholes or word.startswith(self.beginnings)


def _group(words: Callable[[RequestWords], Phrases]) -> WordGroup:
    return WordGroup.of(every(lambda pack: words(pack.requests)))


MEMBERS = _group(lambda words: words.members)
ORGANISATIONS = _group(lambda words: words.organisations)
COALITIONS = _group(lambda words: words.coalitions)
MEMBERSHIP = _group(lambda words: words.membership_verbs)
BOTH = _group(lambda words: words.both)
EITHER = _group(lambda words: words.either)
NEGATIONS = _group(lambda words: words.negations)
WORK = _group(lambda words: words.work)
NAMING = _group(lambda words: words.naming)
COUNTING = _group(lambda words: words.counting)
COMPLETENESS = _group(lambda words: words.completeness)
PLACES = _group(lambda words: words.places)
OTHER_QUESTIONS = _group(lambda words: words.other_questions)
QUANTITIES = _group(lambda words: words.quantities)
MEANINGS = _group(lambda words: words.meanings)
BEING = _group(lambda words: words.being)
BEING_MANY = _group(lambda words: words.being_many)
YES_NO = _group(lambda words: words.yes_no_openings)
EXISTENCE = _group(lambda words: words.existence)
LISTING = _group(lambda words: words.list_openings)
WHAT = _group(lambda words: words.what)
POINTING = _group(lambda words: words.pointing)
FILLER = _group(lambda words: words.filler)
ALTERNATIVES = WordGroup.of(every(lambda pack: pack.questions.alternatives))
COUNTING_PHRASES = every(lambda pack: pack.requests.counting_phrases)
SINGLE_OPENINGS = tuple(
    opening for pack in packs().values() for opening in pack.requests.single_openings
)


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """Words without content in any of the languages."""
    return frozenset[str]().union(*(lexicon(tag).stop for tag in packs()))
