"""Questions spelt as the indexed documents spell: diacritics put back, typing errors mended.

Many type Albanian without ë and ç, and a model reads a word without them as another one. The
documents know better: each word gets the most frequent form in them that folds to it.
"""

from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.language.script import WORD, fold

_SHORTEST_MENDED = 5  # a shorter word has too many neighbours to guess between
_SHORTEST_STEM = 4
_LONGEST_ENDING = 2  # letters in which a word may differ from a known one and be no error
_COMMON = 0.01  # an ending that fewer words have may be a typing error


@dataclass(frozen=True, slots=True)
class Spelling:
    """The words of the documents in one language.

    ``counts`` says how often each lower-case word stands there; ``forms`` gives for each folded
    word its most frequent spelling; ``folded`` are the folded words in order,
    ``endings`` the last letters that many of them share.
    """

    counts: Mapping[str, int]
    forms: Mapping[str, str]
    folded: tuple[str, ...]
    endings: frozenset[str]

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> "Spelling":
        """The spelling of documents whose words are counted in ``counts``."""
        forms: dict[str, str] = {}
        for word in sorted(counts, key=lambda word: (counts[word], word)):
            forms[fold(word)] = word
        found = Counter(word[-_LONGEST_ENDING:] for word in forms)
        common = (ending for ending, often in found.items() if often >= _COMMON * len(forms))
        return cls(counts, forms, tuple(sorted(forms)), frozenset(common))

    def respelt(self, text: str, *, mend: bool = True) -> "Respelt":
        """``text`` with the diacritics that its writer left out, and typing errors mended.

        A word that has diacritics is kept. In a text that has some, a plain word that the
        documents know was meant plain and is kept too. An unknown word that differs from a known
        one in its ending alone is another form of it: its stem is spelt as theirs. ``mend`` also
        replaces any other unknown word of five letters or more by the most frequent known one
        that is one error off: a letter too many, too few, wrong, or swapped with its neighbour.
        """
        careful = text.lower() != fold(text)
        parts: list[str] = []
        origins: list[int] = []
        done = 0
        for match in WORD.finditer(text):
            word = match.group()
            spelling = self._spelling(word, careful, mend)
            parts += [text[done : match.start()], spelling]
            origins += range(done, match.start())
            origins += (match.start() + min(at, len(word) - 1) for at in range(len(spelling)))
            done = match.end()
        parts.append(text[done:])
        origins += range(done, len(text))
        return Respelt("".join(parts), tuple(origins))

    def _spelling(self, word: str, careful: bool, mend: bool) -> str:
        lowered, folded = word.lower(), fold(word)
        if lowered != folded or (careful and lowered in self.counts):
            return word
        if folded in self.forms:
            return _in_case_of(word, self.forms[folded])
        if word.isupper():
            return word
        return self._inflected(word, folded) or (self._mended(word, folded) if mend else word)

    def _inflected(self, word: str, folded: str) -> str | None:
        """``word`` with the spelling of its stem, where but its ending is unknown."""
        at = bisect(self.folded, folded)
        near = self.folded[max(at - 1, 0) : at + 1]
        stem, known = max(((_alike(folded, one), one) for one in near), default=(0, ""))
        if stem < max(len(folded) - _LONGEST_ENDING, _SHORTEST_STEM):
            return None
        if folded[-_LONGEST_ENDING:] not in self.endings:
            return None
        return _in_case_of(word, self.forms[known][:stem] + folded[stem:])

    def _mended(self, word: str, folded: str) -> str:
        if len(folded) < _SHORTEST_MENDED or not folded.isalpha():
            return word
        near = process.extract(folded, self.folded, scorer=OSA.distance, score_cutoff=1, limit=8)
        # People seldom err in a word's first letter, and the neighbours there are other words.
        known = [form for form, _errors, _place in near if form[0] == folded[0]]
        if not known:
            return word
        best = max(known, key=lambda form: (self.counts[self.forms[form]], form))
        return _in_case_of(word, self.forms[best])


@dataclass(frozen=True, slots=True)
class Respelt:
    """A text in another spelling; ``origins`` says where each of its code points came from."""

    text: str
    origins: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the text as it was written.

        A tokenizer that spells ``¼`` out gives some of its pieces no room, at the very end too:
        such an empty stretch is taken for the code point at its side.
        """
        first = min(start, len(self.origins) - 1)
        last = min(max(end - 1, first), len(self.origins) - 1)
        return self.origins[first], self.origins[last] + 1


def count_words(texts: Iterable[str]) -> Counter[str]:
    """How often each lower-case word stands in ``texts``."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(WORD.findall(text.lower()))
    return counts


def _alike(word: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(word, other, strict=False))
    return next((at for at, (one, two) in pairs if one != two), min(len(word), len(other)))


def _in_case_of(word: str, spelling: str) -> str:
    if len(word) > 1 and word.isupper():
        return spelling.upper()
    return spelling.capitalize() if word[0].isupper() else spelling
