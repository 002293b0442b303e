"""What words of one language are called in the others, from ``glossary.txt``.

Staff edit the file: its first line names the languages, each other line is a concept with the
beginnings of its words in each. It makes words meet across languages where the model alone would
miss them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources

from index.errors import SettingError
from index.language import fold, folded_words, is_function_word, latin

_WHOLE = "="
# How much longer than its listed beginning a word may be: short beginnings start many words.
_ENDINGS = {2: 3, 3: 3, 4: 4}
_LONGEST_ENDING = 6


@dataclass(frozen=True, slots=True)
class Glossary:
    """For each language, the concepts (numbered by line) that a word's beginning stands for."""

    beginnings: Mapping[str, Mapping[str, frozenset[int]]]
    concepts: int

    @classmethod
    def shipped(cls) -> "Glossary":
        """The glossary that comes with Kuvend."""
        return cls.parse(glossary_text().splitlines())

    @classmethod
    def parse(cls, lines: Iterable[str]) -> "Glossary":
        """The glossary in ``lines``; raises ``SettingError`` for one without all languages."""
        told = (line for line in lines if line.strip() and not line.startswith("#"))
        languages = [tag.strip() for tag in next(told, "").split(";")]
        beginnings: dict[str, dict[str, frozenset[int]]] = {tag: {} for tag in languages}
        number = 0
        for number, line in enumerate(told, start=1):
            columns = line.split(";")
            if len(columns) != len(languages):
                wanted = ", ".join(languages)
                raise SettingError(f"The glossary's line has not {wanted} alone: {line!r}.")
            for tag, column in zip(languages, columns, strict=True):
                for entry in filter(None, map(str.strip, column.split(","))):
                    known = beginnings[tag].get(entry, frozenset())
                    beginnings[tag][entry] = known | {number - 1}
        return cls(beginnings, number)

    def find(self, word: str, language: str) -> frozenset[int]:
        """The concepts of a folded ``word`` of ``language``; none for an unknown one."""
        found = self._find(word, self.beginnings.get(language, {}))
        if not found and "dj" in word:
            # đ is typed as dj or as d; the glossary need not say both.
            found = self._find(word.replace("dj", "d"), self.beginnings.get(language, {}))
        return found

    @staticmethod
    def _find(word: str, beginnings: Mapping[str, frozenset[int]]) -> frozenset[int]:
        whole = beginnings.get(word + _WHOLE)
        if whole is not None:
            return whole
        for length in range(len(word), 1, -1):
            if len(word) - length > _ENDINGS.get(length, _LONGEST_ENDING):
                break
            if word[:length] in beginnings:
                return beginnings[word[:length]]
        return frozenset()


def glossary_text() -> str:
    """The shipped glossary as it stands in its file."""
    return resources.files(__package__).joinpath("glossary.txt").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Gloss:
    """A question put into another language, and the share of its content words understood."""

    text: str
    coverage: float


class Glosser:
    """Puts questions word by word into the language of the indexed documents."""

    def __init__(self, glossary: Glossary, counts: Mapping[str, int], language: str) -> None:
        """``counts`` are the documents' lower-case words in ``language``, with how often."""
        self._glossary = glossary
        self._best: dict[int, tuple[int, str]] = {}
        for word, count in counts.items():
            for concept in glossary.find(fold(word), language):
                self._best[concept] = max(self._best.get(concept, (0, "")), (count, word))

    def gloss(self, question: str, language: str) -> Gloss:
        """``question``, asked in ``language``, each word as the documents most often say it.

        Words that the glossary does not know, names most of all, stay; function words go.
        """
        words: list[str] = []
        understood = content = 0
        for word in folded_words(latin(question)):
            concepts = self._glossary.find(word, language)
            known = [self._best[concept] for concept in concepts if concept in self._best]
            means_something = not is_function_word(word, language)
            if known:
                words.append(max(known)[1])
            elif means_something:
                words.append(word)
            content += means_something
            understood += means_something and bool(known)
        return Gloss(" ".join(words), understood / max(content, 1))
