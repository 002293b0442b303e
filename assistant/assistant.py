"""Question -> Answer, the whole way: understand, search, read, decide, show or refuse."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer import Answer, Status, Turn
from assistant.cite import Citer
from assistant.compose import compose, compose_chosen
from assistant.explanation import Explanation, Grounds, explain
from assistant.listed import list_answer
from assistant.question.answer_type import ADDRESSED, AnswerType
from assistant.question.follow_up import stand_alone
from assistant.question.question import Question, understand
from assistant.reader.reader import Reader, Reading
from assistant.reader.trained import Trained
from assistant.reader.values import ValueFinder
from assistant.refusal import decline, refuse
from assistant.roster import Roster, roster_of
from index.library import Library, Snapshot

_HITS = 15
_ADDRESSED = 0.6  # from here on a text asks nothing of the documents
# Types of answers that are no lists, whatever list has their words.
_SINGLE = frozenset(
    {
        *(AnswerType.DATE, AnswerType.DURATION, AnswerType.NUMBER, AnswerType.MONEY),
        *(AnswerType.PERCENTAGE, AnswerType.AGE, AnswerType.CONTACT, AnswerType.LINK),
        *(AnswerType.YES_NO, AnswerType.REASON, AnswerType.ROLE),
    }
)


class Assistant:
    """Answers questions from a library; safe to use from several threads."""

    def __init__(self, library: Library, trained: Trained, contact: str | None = None) -> None:
        """``contact`` is who a refusal names to be asked instead."""
        self._library = library
        self._trained = trained
        self._contact = contact
        values = ValueFinder()
        self._reader_of = lru_cache(maxsize=1)(lambda snapshot: Reader(snapshot, trained, values))

    def ask(
        self, question: str, history: Sequence[Turn] = (), language: str | None = None
    ) -> Answer:
        """The answer to ``question``, or a refusal; ``language`` overrides detection."""
        return self.explain(question, history, language).answer

    def explain(
        self, question: str, history: Sequence[Turn] = (), language: str | None = None
    ) -> Explanation:
        """The answer to ``question`` with each step that led to it."""
        asked = understand(question, language)
        whole = stand_alone(asked, question, history, language) if history else asked
        told = self._from(self._library.snapshot(), whole, question)
        if whole.text == asked.text:
            return told
        return replace(told, answer=replace(told.answer, understood=whole.text))

    def choose(self, told: Explanation, chosen: Sequence[int]) -> Explanation:
        """``told`` answered with the ``chosen`` of its candidates, numbered from 1, in that order.

        Without any, what was answered is unsure. All stays as it was where the answer rests on no
        candidates, or the first that was chosen is not proven.
        """
        answer = self._chosen(told.grounds, told.answer, chosen) if told.grounds else None
        if answer is None:
            return told
        answer = replace(answer, understood=told.answer.understood)
        return replace(told, answer=answer, reason="choice")

    def _chosen(self, grounds: Grounds, answer: Answer, chosen: Sequence[int]) -> Answer | None:
        """The answer with the ``chosen`` evidence; ``None`` where they change nothing."""
        question, reading = grounds.question, grounds.reading
        citer, calibration = Citer(grounds.snapshot), self._trained.calibration
        if chosen:
            evidence = [reading.evidence[number - 1] for number in chosen]
            # Where the reader finds nothing near, a model's word alone makes no answer sure.
            refused = answer.status is Status.NOT_FOUND
            status = Status.UNSURE if refused else Status.ANSWERED
            return compose_chosen(question, reading, evidence, status, calibration, citer)
        if answer.status is not Status.ANSWERED:
            return None
        return compose(question, reading, Status.UNSURE, calibration, citer)

    def _from(self, snapshot: Snapshot, question: Question, asked: str) -> Explanation:
        reader: Reader = self._reader_of(snapshot)
        result = snapshot.search(question.text, _HITS, question.language)
        reading = reader.read(result)
        if reading.type in ADDRESSED and reading.type_probability >= _ADDRESSED:
            answer = decline(question, reading.type, self._contact)
            return explain(answer, question, reading, reason=reading.type.value)
        listed = self._listed(roster_of(snapshot), question, reading)
        if listed is not None:
            return explain(listed, question, reading, reason="register")
        if reading.type is AnswerType.LIST and self._status(reading) is not Status.NOT_FOUND:
            records, citer = snapshot.generation.records, Citer(snapshot)
            whole = list_answer(question, reading, records, citer, len(snapshot.documents))
            if whole is not None:
                return explain(whole, question, reading, reason="list")
        grounds = Grounds(asked, question, reading, snapshot) if reading.evidence else None
        status = self._status(reading)
        citer = Citer(snapshot)
        if status is not Status.NOT_FOUND:
            composed = compose(question, reading, status, self._trained.calibration, citer)
            if composed is not None:
                return explain(composed, question, reading, "evidence", grounds)
        unknown = _unknown(question, snapshot)
        answer = refuse(question, reading, unknown, citer, self._contact)
        return explain(answer, question, reading, "nothing", grounds)

    def _listed(self, roster: Roster, question: Question, reading: Reading) -> Answer | None:
        """What the register answers: members, counts, and lists where one is asked for."""
        members = roster.about_members(question.asking, question.language)
        if members is not None or reading.type in _SINGLE:
            return members
        if self._status(reading) is Status.NOT_FOUND:
            return None
        return roster.any_list(question.asking, question.language)

    def _status(self, reading: Reading) -> Status:
        calibration = self._trained.calibration
        if not reading.evidence or reading.probability < calibration.near:
            return Status.NOT_FOUND
        return Status.ANSWERED if reading.probability >= calibration.sure else Status.UNSURE


def _unknown(question: Question, snapshot: Snapshot) -> tuple[str, ...]:
    """The names of ``question`` that stand nowhere in the documents, in any form."""
    words = snapshot.generation.words
    return tuple(word.text for word in question.names if not words.has(word.folded))
