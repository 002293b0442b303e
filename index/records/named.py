"""Names in a row within a sentence: where the first begins and where the last ends."""

import re
from collections.abc import Sequence

from index.language import fold, is_function_word
from index.records.pieces import Place, pieces, words_in
from index.records.source import Source

_AFTER_COMMA = re.compile(r",\s+([(“„\"«'‘’]*\w)")
_FEWEST = 3
_FEWEST_WITHOUT_AND = 5
_NAME_WORDS = 8
_LOOSE_WORDS = 6  # of a name that goes on in small letters: "Centre for the rights of children"
_CONNECTOR = 3  # letters of a small word inside a name
_TAIL_WORDS = 4  # in small letters, with which the first and the last name may end
_QUOTES = "(“„\"«'‘’"


def named_runs(source: Source, start: int, end: int) -> list[Place]:
    """The first three names or more in ``text[start:end]`` that commas and a conjunction join."""
    if not any(_is_large(match[1]) for match in _AFTER_COMMA.finditer(source.text, start, end)):
        return []  # the usual case, told before the sentence is taken apart
    parts = pieces(source.text, start, end, ",")
    at = 0
    while at < len(parts) - 1:
        first = _tail(source, parts[at], opens=at == 0)
        run, joined = ([], False) if first is None else _from(source, parts, at, first)
        fewest = _FEWEST if joined else _FEWEST_WITHOUT_AND
        if len(run) >= fewest and not _are_figures(source, run):
            return _without_place(source, run, start)
        at += max(1, len(run) - 1)
    return []


def _are_figures(source: Source, run: Sequence[Place]) -> bool:
    """Whether most end with a figure: "Oslo 205, Paris 118 and Berlin 57" counts something else."""
    ends = [source.text[slice(*place)].rstrip(".")[-1:].isdigit() for place in run]
    return sum(ends) * 2 > len(ends)


def is_name(source: Source, place: Place) -> bool:
    """Whether a stretch may be a name as a whole: it begins large and says nothing of anything."""
    words = [source.text[slice(*word)] for word in words_in(source.text, *place)]
    if not words or not _is_large(words[0]) or len(words) > _NAME_WORDS:
        return False
    small = sum(word[0].islower() and len(word) > _CONNECTOR for word in words)
    if small and len(words) > _LOOSE_WORDS:
        return False
    if fold(words[0]) in source.words.numbers:  # "two members, Blue Bank and Green Weir"
        return False
    return not any(fold(word) in source.words.copulas for word in words)


def without_origin(source: Source, place: Place) -> int:
    """Where a name ends before the words that say where it is from: "Ann Lee from Oslo"."""
    words = words_in(source.text, *place)
    texts = [source.text[slice(*word)] for word in words]
    for at in range(1, len(texts) - 1):
        folded = fold(texts[at])
        small = is_function_word(folded, source.words.language)
        if small and folded not in source.words.name_links and _is_large(texts[at + 1]):
            return words[at - 1][1]
    return place[1]


def _from(
    source: Source, parts: Sequence[Place], at: int, first: Place
) -> tuple[list[Place], bool]:
    """The names from ``first`` on, and whether a conjunction joins the last."""
    run = [first]
    for number in range(at + 1, len(parts)):
        closing = _closing(source, parts[number], run, last=number == len(parts) - 1)
        if closing:
            return [*run, *closing], True
        if not is_name(source, parts[number]):
            break
        run.append(parts[number])
    return run, False


def _closing(source: Source, place: Place, run: Sequence[Place], *, last: bool) -> list[Place]:
    """The last two names, or the last behind "and", if that is what a piece is."""
    words = words_in(source.text, *place)
    found: list[tuple[int, list[Place]]] = []
    for at in range(len(words) - 1):
        if fold(source.text[slice(*words[at])]) not in source.words.conjunctions:
            continue
        right = _head(source, (words[at + 1][0], place[1]), run, last=last)
        left = (place[0], words[at - 1][1]) if at else None
        if right is None or (left is not None and not is_name(source, left)):
            continue
        length = len(words_in(source.text, *right))
        found.append((abs(at - length) if at else 0, [left, right] if left else [right]))
    return min(found, key=lambda one: one[0], default=(0, []))[1]


def _tail(source: Source, place: Place, *, opens: bool) -> Place | None:
    """The name that a piece of a sentence ends with; the piece may be what ``opens`` it."""
    words = words_in(source.text, *place)
    texts = [source.text[slice(*word)] for word in words]
    bracket = next((at for at, text in enumerate(texts) if at and text.startswith("(")), len(texts))
    large = [at for at in range(bracket) if _is_large(texts[at])]
    if not large or bracket - 1 - large[-1] > _TAIL_WORDS:
        return None
    if any(fold(text) in source.words.copulas for text in texts[large[-1] : bracket]):
        return None
    at = _begin(source, texts, large[-1])
    if opens and at == 0 < large[-1] and _is_small_word(source, texts[0]):
        at = 1  # large only because the sentence begins with it
    if at and texts[at - 1].strip(".").isdigit():  # a day and its month
        return None
    if fold(texts[at]) in source.words.numbers:
        return None
    return words[at][0], place[1]


def _is_small_word(source: Source, word: str) -> bool:
    folded = fold(word)
    return is_function_word(folded, source.words.language) and folded not in source.words.articles


def _begin(source: Source, texts: Sequence[str], at: int) -> int:
    """Where the name begins whose last large word is the one at ``at``."""
    while at:
        if _is_large(texts[at - 1]) and texts[at - 1][-1] not in ":.":
            at -= 1
        elif at > 1 and _connects(source, texts[at - 1]) and _is_large(texts[at - 2]):
            at -= 2
        else:
            break
    return at


def _head(source: Source, place: Place, run: Sequence[Place], *, last: bool) -> Place | None:
    """The name that a piece of a sentence begins with."""
    words = words_in(source.text, *place)
    texts = [source.text[slice(*word)] for word in words]
    if not texts or not _is_large(texts[0]):
        return None
    end = 1
    while end < len(texts):
        if texts[end].startswith("("):
            break
        if _is_large(texts[end]) or texts[end].isdigit():
            end += 1
        elif end + 1 < len(texts) and _may_join(source, texts, end):
            end += 2
        else:
            break
    rest = texts[end:]
    whole = last and len(rest) <= _TAIL_WORDS and (_are_loose(source, run) or not rest)
    if whole and not any(fold(text) in source.words.copulas for text in rest):
        return place
    return place[0], _with_bracket(source.text, words[end - 1][1], place[1])


def _with_bracket(text: str, end: int, most: int) -> int:
    """Where a name ends with the bracket behind it, if there is one."""
    if not text.startswith(" (", end):
        return end
    shut = text.find(")", end, most)
    return shut + 1 if shut >= 0 else end


def _may_join(source: Source, texts: Sequence[str], at: int) -> bool:
    small = _connects(source, texts[at]) or fold(texts[at]) in source.words.conjunctions
    return small and _is_large(texts[at + 1])


def _are_loose(source: Source, run: Sequence[Place]) -> bool:
    """Whether one of the names goes on in small letters."""
    words = (word for place in run for word in source.text[slice(*place)].split())
    return any(word[0].islower() and len(word) > _CONNECTOR for word in words)


def _connects(source: Source, word: str) -> bool:
    """Whether a small word may stand inside a name, as "of" does."""
    folded = fold(word)
    small = word.islower() and len(word) <= _CONNECTOR
    return small and folded not in source.words.copulas | source.words.conjunctions


def _is_large(word: str) -> bool:
    return word.lstrip(_QUOTES)[:1].isupper()


def _without_place(source: Source, run: list[Place], start: int) -> list[Place]:
    """The names without a first one that only says where: "In Oslo, Ann, Ben and Cid met"."""
    before = source.text[start : run[0][0]].split()
    says_where = len(before) == 1 and is_function_word(fold(before[0]), source.info.language[:2])
    return run[1:] if says_where and len(run) > _FEWEST else run
