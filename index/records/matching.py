"""Names in lists -> the documents that are about them, by title and file name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from index.language import fold
from index.records.source import Source
from index.records.traits import Traits

_WORD = re.compile(r"[^\W_]+")
_LETTERS = 4  # of a file name or a name that may stand for the other
_BESIDE = 2
_FEWEST_ALIKE = 3
_MOST = 50  # documents with a word, from which on it tells none of them


class Pages:
    """The documents by what they may be called."""

    def __init__(self, sources: Sequence[Source], traits: Mapping[str, Traits]) -> None:
        self._by_title = {_key(source.info.title): source.info.id for source in sources}
        self._joined = {"".join(one.stem): id_ for id_, one in traits.items()}
        self._stems, self._kinds = _told_by(traits)
        self._by_word: dict[str, list[str]] = defaultdict(list)
        for id_, stem in self._stems.items():
            for word in dict.fromkeys(stem):
                self._by_word[word].append(id_)

    def of(self, name: str, listed_in: str) -> str | None:
        """The document that is about what has this name, other than the one that lists it."""
        words = words_of_name(name)
        if not words:
            return None
        titled = self._by_title.get(" ".join(words)) or self._joined.get("".join(words))
        if titled is not None and titled != listed_in:
            return titled
        found = [id_ for id_ in self._near(words) if id_ != listed_in]
        same = [id_ for id_ in found if set(self._stems[id_]) == set(words)]
        best = same or found
        return best[0] if len(best) == 1 else None

    def _near(self, words: Sequence[str]) -> Iterator[str]:
        """Those whose file name has all words of the name, or only words of it."""
        lists = (self._by_word[word] for word in sorted(set(words)) if word in self._by_word)
        for id_ in sorted({id_ for ids in lists if len(ids) <= _MOST for id_ in ids}):
            if self._is_part(id_, words) or self._holds(id_, words):
                yield id_

    def _is_part(self, id_: str, words: Sequence[str]) -> bool:
        """Whether the file name is part of the name; one word alone is too little, as a rule."""
        stem = self._stems[id_]
        enough = id_ in self._kinds or len(stem) > 1 or len(words) <= _BESIDE
        return enough and set(stem) <= set(words) and sum(map(len, stem)) >= _LETTERS

    def _holds(self, id_: str, words: Sequence[str]) -> bool:
        """Whether the file name holds the name; one word alone has to be what it begins with."""
        stem = self._stems[id_]
        opens = stem[0] == words[0] and len(self._by_word[words[0]]) == 1
        enough = opens or len(words) > 1 or len(stem) <= _BESIDE
        return enough and set(words) <= set(stem) and sum(map(len, words)) >= _LETTERS


def _told_by(traits: Mapping[str, Traits]) -> tuple[dict[str, tuple[str, ...]], set[str]]:
    """The words of each file name but a first one that several share, and who had such a one."""
    first = Counter((one.folder, one.stem[0]) for one in traits.values() if one.stem)
    stems, kinds = {}, set()
    for id_, one in traits.items():
        shared = len(one.stem) > 1 and first[one.folder, one.stem[0]] >= _FEWEST_ALIKE
        stems[id_] = one.stem[shared:]
        if shared:
            kinds.add(id_)
    return stems, kinds


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(_WORD.findall(fold(name)))


def _key(title: str) -> str:
    return " ".join(words_of_name(title))
