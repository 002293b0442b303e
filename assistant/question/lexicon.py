"""The words that questions are made of, as the language packs have them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from index.language import Pack, pack_of, packs
from index.language.parts import Phrases


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of one language's question words; every phrase is folded.

    ``stop`` are words without content; ``types`` pairs each asking phrase with the kind of
    answer that it asks for, longest phrase first. ``interrogatives`` open questions that ask for
    no date, ``frames`` are the verbs of "could you tell me". ``percent_sign`` is how "%" is read.
    """

    language: str
    stop: frozenset[str]
    types: tuple[tuple[str, str], ...]
    anaphora: frozenset[str]
    follow_up: frozenset[str]
    interrogatives: frozenset[str]
    frames: frozenset[str]
    percent_sign: str

    def openings(self) -> frozenset[str]:
        """Every word or phrase that a question may begin with."""
        kinds = ("yes_no", "person", "date", "place")
        return self.interrogatives | {phrase for phrase, kind in self.types if kind in kinds}

    def asking(self) -> frozenset[str]:
        """Every single word that tells the language of a question."""
        return self.stop | {phrase for phrase, _ in self.types if " " not in phrase}


def lexicon(language: str) -> Lexicon:
    """The lexicon of ``language``; of the language that speaks for it where it has none."""
    return _lexicon(pack_of(language).tag)


@lru_cache
def _lexicon(language: str) -> Lexicon:
    return _of(packs()[language])


def _of(pack: Pack) -> Lexicon:
    words = pack.questions
    types = sorted(_pairs(words.asking_phrases), key=lambda pair: -len(pair[0].split()))
    return Lexicon(
        language=pack.tag,
        stop=words.stop_words | words.asking_verbs,
        types=tuple(types),
        anaphora=words.anaphora,
        follow_up=words.follow_up_openings,
        interrogatives=words.question_openings,
        frames=words.asking_verbs,
        percent_sign=pack.percent_word,
    )


def _pairs(kinds: Mapping[str, Phrases]) -> list[tuple[str, str]]:
    return [(phrase, kind) for kind, phrases in kinds.items() for phrase in phrases]


def has_phrase(folded: str, phrase: str) -> bool:
    """Whether ``phrase`` stands in ``folded``, which is folded words with single spaces."""
    if "+" not in phrase:
        return f" {phrase} " in f" {folded} "
    # "which +s" stands for "which" before any word that ends in s.
    return re.search(rf"\b{phrase.replace('+', chr(92) + 'w+')}\b", folded) is not None


_MARKUP = re.compile(r"<(script|style)\b[^<>]{0,200}>.{0,500}?</\1>|<[^<>]{0,200}>", re.DOTALL)


def without_markup(text: str) -> str:
    """``text`` with tags taken for the text that they are not."""
    return " ".join(_MARKUP.sub(" ", text).split())
