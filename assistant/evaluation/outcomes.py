"""Answer and gold -> Outcome -> Rates: whether an answer shows what it should, nothing false."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Status
from assistant.evaluation.sets import SetQuestion, Task

_QUOTES = 3  # what a reader sees without scrolling
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+")
_SHORT_VALUE = 5  # words of a gold value that can stand in large type


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one question; ``None`` where a measure does not apply to it.

    ``items`` and ``items_found`` count the entries of a list that are wanted and shown,
    ``wrong_items`` those shown that are forbidden.
    """

    question: SetQuestion
    answer: Answer
    milliseconds: float
    right: bool
    first_right: bool | None
    short_right: bool | None
    items: int = 0
    items_found: int = 0
    wrong_items: int = 0


@dataclass(frozen=True, slots=True)
class Rates:
    """The figures of a group of questions, each 0 to 1, ``None`` where there is nothing to count.

    ``right`` counts facts, overviews and follow-ups right within three quotes, ``first`` those
    right in the first quote; ``wrongly_refused`` answerable questions that were not found;
    ``wrong`` facts and the like that were answered surely without what they should show;
    ``short_right`` short answers that are right, ``short_given`` questions for a date, number or
    amount that got one; ``refused`` unanswerable questions not answered surely; ``unsure`` all
    questions answered unsurely; ``whole`` lists with every item and none that is forbidden.
    """

    questions: int
    right: float | None
    first: float | None
    wrongly_refused: float | None
    wrong: float | None
    short_right: float | None
    short_given: float | None
    refused: float | None
    unsure: float | None
    whole: float | None
    items: float | None
    wrong_items: float | None
    milliseconds: float | None


def judge(question: SetQuestion, answer: Answer, milliseconds: float) -> Outcome:
    """Whether ``answer`` is right; alternatives compare without case, accents and spaces."""
    answered = answer.status is Status.ANSWERED
    if not question.answerable:
        return Outcome(question, answer, milliseconds, not answered, None, None)
    quotes = [citation.quote for citation in answer.citations]
    if question.task is Task.LIST:
        return _judge_list(question, answer, milliseconds, quotes)
    shown = _plain([answer.text, *quotes[:_QUOTES]])
    return Outcome(
        question=question,
        answer=answer,
        milliseconds=milliseconds,
        right=_met(question, shown) >= question.minimum and not _false(question, answer.short),
        first_right=_met(question, _plain(quotes[:1])) >= question.minimum,
        short_right=_short_right(question, answer.short) if answer.short else None,
    )


def _judge_list(
    question: SetQuestion, answer: Answer, milliseconds: float, quotes: Sequence[str]
) -> Outcome:
    items = [part for item in answer.items for part in (item.name, item.detail)]
    shown = _plain([answer.text, *quotes, *items])
    found = _met(question, shown)
    wrong = sum(_any((name,), shown) for name in question.forbid)
    return Outcome(
        question=question,
        answer=answer,
        milliseconds=milliseconds,
        right=found >= question.minimum and not wrong,
        first_right=None,
        short_right=None,
        items=len(question.need),
        items_found=found,
        wrong_items=wrong,
    )


def rates_of(outcomes: Sequence[Outcome]) -> Rates:
    """The figures of ``outcomes``."""
    answerable = [one for one in outcomes if one.question.answerable]
    lists = [one for one in answerable if one.question.task is Task.LIST]
    facts = [one for one in answerable if one.question.task is not Task.LIST]
    none = [one for one in outcomes if not one.question.answerable]
    short = [one.short_right for one in facts if one.short_right is not None]
    valued = [one for one in facts if asks_value(one.question)]
    wanted = sum(one.items for one in lists)
    taken = sorted(one.milliseconds for one in outcomes)
    return Rates(
        questions=len(outcomes),
        right=_rate(one.right for one in facts),
        first=_rate(bool(one.first_right) for one in facts),
        wrongly_refused=_rate(_is(one, Status.NOT_FOUND) for one in answerable),
        wrong=_rate(_is(one, Status.ANSWERED) and not one.right for one in facts),
        short_right=_rate(short),
        short_given=_rate(one.short_right is not None for one in valued),
        refused=_rate(one.right for one in none),
        unsure=_rate(_is(one, Status.UNSURE) for one in outcomes),
        whole=_rate(one.right for one in lists),
        items=sum(one.items_found for one in lists) / wanted if wanted else None,
        wrong_items=sum(one.wrong_items for one in lists) / wanted if wanted else None,
        milliseconds=taken[len(taken) // 2] if taken else None,
    )


def asks_value(question: SetQuestion) -> bool:
    """Whether the gold answer is a date, a number or an amount: short, and with a digit."""
    return question.task is Task.FACT and any(
        all(_DIGIT.search(one) and len(one.split()) <= _SHORT_VALUE for one in group)
        for group in question.need
    )


def shows(alternatives: Iterable[str], text: str) -> bool:
    """Whether ``text`` has any of ``alternatives``, case, accents and spaces aside."""
    return _any(alternatives, _plain([text]))


def _met(question: SetQuestion, shown: str) -> int:
    return sum(_any(group, shown) for group in question.need)


def _any(alternatives: Iterable[str], shown: str) -> bool:
    return any(_plain([one]).strip() in shown for one in alternatives)


def _short_right(question: SetQuestion, short: str) -> bool:
    """Whether the short answer is one of what is needed, more or less of the words around it."""
    wanted = [one for group in question.need for one in group]
    return _is_one_of(short, wanted) and not _false(question, short)


def _false(question: SetQuestion, short: str | None) -> bool:
    """Whether the short answer is a value that stands near the right one and is another's."""
    return short is not None and _is_one_of(short, question.forbid)


def _is_one_of(short: str, values: Iterable[str]) -> bool:
    mine = _words(short)
    return any(mine in one or one in mine for one in map(_words, values))


def _words(text: str) -> str:
    return f" {' '.join(_WORD.findall(_plain([text])))} "


def _plain(texts: Iterable[str]) -> str:
    """``texts`` in small letters without accents, with single spaces."""
    decomposed = unicodedata.normalize("NFKD", "\n".join(texts).casefold())
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return " ".join(letters.replace("đ", "d").split())


def _is(one: Outcome, status: Status) -> bool:
    return one.answer.status is status


def _rate(flags: Iterable[bool]) -> float | None:
    counted = list(flags)
    return sum(counted) / len(counted) if counted else None
