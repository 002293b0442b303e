"""QuestionSets -> examples: what reading is learnt on last, in documents like those it is for."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assistant.evaluation.outcomes import shows
from assistant.evaluation.sets import QuestionSet, SetQuestion, Task
from assistant.fit.examples import Example, FitPassage, FitQuestion, Place
from assistant.question.follow_up import stand_alone
from assistant.question.question import understand
from assistant.reader.pages import Page, PageReader
from assistant.reader.sentences import Span
from index.library import Snapshot
from index.search import SearchResult
from index.tokens import StoredTokens, encode

HITS = 15  # as the assistant reads
_FEWEST, _MOST = 6, 12  # candidates of an example: fewer than in service, for speed
_REMOVED = 0.2  # so often the passages that answer are taken away
_SHARED = 0.6  # so much of a sentence's words stand in the evidence that it is of
_TELLING = 12  # characters; a shorter sentence stands in many texts


@dataclass(frozen=True, slots=True)
class SetExample:
    """A question of a set with everything that search found for it."""

    set: str
    asked: SetQuestion
    result: SearchResult
    whole: Example


def set_examples(questions: QuestionSet, snapshot: Snapshot) -> tuple[SetExample, ...]:
    """An example for every question of a set for which search finds anything."""
    reader = PageReader(snapshot.generation)
    known: dict[int, FitPassage] = {}
    found = []
    for asked in questions.questions:
        result = search(asked, snapshot)
        if not result.hits or not len(result.question.tokens):
            continue
        pages = [reader.page(hit) for hit in result.hits]
        for page in pages:
            if page.hit.stored.number not in known:
                known[page.hit.stored.number] = _passage(page, snapshot)
        found.append(
            SetExample(questions.name, asked, result, _example(asked, result, pages, known, reader))
        )
    return tuple(found)


def search(asked: SetQuestion, snapshot: Snapshot) -> SearchResult:
    """What search finds for a question of a set, as the assistant asks it."""
    question = understand(asked.question)
    if asked.before:
        question = stand_alone(question, asked.question, asked.history, None)
    return snapshot.search(question.text, HITS, question.language)


class SetSampler:
    """Draws examples from sets: with fewer candidates, and sometimes without those that answer."""

    def __init__(self, examples: Sequence[SetExample]) -> None:
        # Lists are answered from what is listed, not from single sentences.
        self._pool = [
            one.whole
            for one in examples
            if one.asked.task is not Task.LIST and (one.whole.right or not one.asked.answerable)
        ]
        self._left: list[Example] = []

    def __len__(self) -> int:
        return len(self._pool)

    def sample(self, chance: random.Random) -> Example | None:
        """The next example; each comes once before any comes again."""
        if not self._left:
            self._left = list(self._pool)
            chance.shuffle(self._left)
        one = self._left.pop()
        many = chance.randint(_FEWEST, _MOST)
        if one.right and chance.random() < _REMOVED:
            answering = {passage for passage, _ in one.right}
            rest = [c for place, c in enumerate(one.candidates) if place not in answering][:many]
            return Example(one.question, tuple(rest), frozenset()) if rest else None
        right = frozenset(place for place in one.right if place[0] < many)
        if one.right and not right:
            return None
        answer = one.answer if one.answer and one.answer[0] < many else None
        return Example(one.question, one.candidates[:many], right, answer)


def _passage(page: Page, snapshot: Snapshot) -> FitPassage:
    kept = snapshot.generation.tokens.kept(page.hit.stored.number)
    shift = int(kept.spans[0, 0]) - int(page.token_spans[0, 0]) if len(kept.spans) else 0
    tokens = page.tokens
    return FitPassage(kept, tokens.marks, tokens.sentence_of, tokens.shapes, shift, tokens.document)


def _example(
    asked: SetQuestion,
    result: SearchResult,
    pages: Sequence[Page],
    known: dict[int, FitPassage],
    reader: PageReader,
) -> Example:
    tokens = reader.asked(result)
    kept = StoredTokens(
        encode(tokens.vectors), result.question.token_ids, result.question.spans.astype(np.uint16)
    )
    candidates = tuple((known[page.hit.stored.number], page.hit.score) for page in pages)
    right = frozenset(right_places(asked, pages))
    question = FitQuestion(kept, tokens.marks, tokens.traits)
    return Example(question, candidates, right, _answer(asked, pages, right))


def right_places(asked: SetQuestion, pages: Sequence[Page]) -> list[Place]:
    """The sentences of ``pages`` that answer: those of the gold evidence, or that show a need."""
    return [
        (number, place)
        for number, page in enumerate(pages)
        if asked.answerable and _is_named(asked, page)
        for place, (start, end) in enumerate(page.spans)
        if _is_right(asked, page.text[start:end])
    ]


def _is_named(asked: SetQuestion, page: Page) -> bool:
    named = (page.hit.document.path, page.hit.document.id)
    return not asked.documents or any(one in named for one in asked.documents)


def _is_right(asked: SetQuestion, sentence: str) -> bool:
    needed = any(shows(group, sentence) for group in asked.need)
    if not asked.evidence:
        return needed
    own = _bare(sentence)
    for evidence in map(_bare, asked.evidence):
        if evidence in own or (len(own) > _TELLING and own in evidence):
            return True
        words = own.split()
        if needed and len(set(words) & set(evidence.split())) >= _SHARED * len(words):
            return True
    return False


def _bare(text: str) -> str:
    """``text`` without the signs of tables and emphasis, with single spaces."""
    return " ".join(text.replace("|", " ").replace("*", " ").split())


def _answer(
    asked: SetQuestion, pages: Sequence[Page], right: frozenset[Place]
) -> tuple[int, Span] | None:
    """Where the exact answer stands, for a fact that is one thing."""
    if asked.task is not Task.FACT or len(asked.need) != 1:
        return None
    for number, place in sorted(right):
        start, end = pages[number].spans[place]
        for wanted in asked.need[0]:
            at = pages[number].text.find(wanted, start, end)
            if at >= 0:
                return number, (at, at + len(wanted))
    return None
