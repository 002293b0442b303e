"""All word indexes of a generation: grams, word beginnings, concepts, and the words themselves."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from index.concepts import ConceptIndex
from index.glossary import Glossary, Glosser, glossary_text
from index.language import LANGUAGES, Spelling, count_words, folded_words, latin, packs
from index.terms import TermIndex
from index.units import beginnings, content_words, grams


@dataclass(frozen=True, slots=True)
class WordIndex:
    """What words say of passages; row ``i`` of every part is passage ``i``.

    ``main`` is the language of most passages. ``glosser`` puts questions into it, ``spellings``
    knows the words of the languages that questions are respelt in.
    """

    grams: TermIndex
    beginnings: TermIndex
    concepts: ConceptIndex
    languages: tuple[str, ...]
    main: str
    glossary: Glossary
    glosser: Glosser
    spellings: dict[str, Spelling]

    @staticmethod
    def write(folder: Path, texts: Iterable[str], languages: tuple[str, ...]) -> None:
        """Index ``texts``, each in its language, into a new folder."""
        passages = tuple(texts)
        words = [content_words(*pair) for pair in zip(passages, languages, strict=True)]
        TermIndex.of(map(grams, words)).write(folder / "grams")
        TermIndex.of(map(beginnings, words)).write(folder / "beginnings")
        glossary = Glossary.shipped()
        folded = [list(folded_words(latin(text))) for text in passages]
        ConceptIndex.of(folded, languages, glossary).write(folder / "concepts")
        counts = {
            tag: count_words(t for t, lang in zip(passages, languages, strict=True) if lang == tag)
            for tag in LANGUAGES
        }
        _dump(folder / "counts.json", counts)
        _dump(folder / "languages.json", languages)
        # The concepts are numbered by the glossary's lines: a question must meet the same ones.
        (folder / "glossary.txt").write_text(glossary_text(), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> "WordIndex":
        """The index saved in ``folder``, its numbers mapped into memory."""
        languages = tuple(_load(folder / "languages.json"))
        counts = _load(folder / "counts.json")
        main = max(LANGUAGES, key=lambda tag: languages.count(tag))
        glossary = Glossary.parse((folder / "glossary.txt").read_text("utf-8").splitlines())
        return cls(
            grams=TermIndex.read(folder / "grams"),
            beginnings=TermIndex.read(folder / "beginnings"),
            concepts=ConceptIndex.read(folder / "concepts"),
            languages=languages,
            main=main,
            glossary=glossary,
            glosser=Glosser(glossary, counts.get(main, {}), main),
            spellings={tag: Spelling.of(counts.get(tag, {})) for tag in _respelt()},
        )

    def has(self, word: str) -> bool:
        """Whether a folded ``word``, or another that begins alike, stands in any passage."""
        return all(one in self.beginnings.columns for one in beginnings([word]))

    def __len__(self) -> int:
        return len(self.languages)


def _respelt() -> list[str]:
    return [tag for tag, pack in packs().items() if pack.respelt]


def _dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _load(path: Path) -> dict:  # type: ignore[type-arg]
    loaded: dict = json.loads(path.read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return loaded
