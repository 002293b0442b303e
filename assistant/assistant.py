"""Question -> Answer, the whole way: understand, search, read, rank, judge, show or refuse."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Turn
from assistant.cite import Citer
from assistant.compose import compose
from assistant.evidence import Candidate, Reader
from assistant.explanation import Explanation, explain
from assistant.finding import find_answer
from assistant.follow_up import stand_alone
from assistant.intent import Aim
from assistant.mending import mended
from assistant.question import Question, understand
from assistant.ranking import rank
from assistant.refusal import decline, refuse
from assistant.roster import Roster, roster_of
from assistant.verdict import judge
from index.library import Library, Snapshot

_HITS = 15
_NAMED = 0.85  # from here on a sentence has a name of the question


class Assistant:
    """Answers questions from a library; safe to use from several threads."""

    def __init__(self, library: Library, contact: str | None = None) -> None:
        """``contact`` is who a refusal names to be asked instead."""
        self._library = library
        self._contact = contact

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
        if asked.aim in (Aim.SMALL_TALK, Aim.COMMAND):
            return explain(decline(asked, self._contact), asked, reason=asked.aim.value)
        whole = stand_alone(asked, question, history, language) if history else asked
        told = self._from(self._library.snapshot(), whole)
        if whole.text == asked.text:
            return told
        return replace(told, answer=replace(told.answer, understood=whole.text))

    def _from(self, snapshot: Snapshot, question: Question) -> Explanation:
        roster = roster_of(snapshot)
        listed = roster.about_members(question.asking, question.language)
        if listed is not None:
            return explain(listed, question, reason="register")
        question = mended(question, snapshot.generation.words.spellings)
        result = snapshot.search(question.text, _HITS, question.language)
        reader = Reader(question, result, snapshot)
        candidates = tuple(
            one for one in reader.candidates() if not _names_others(roster, question, one)
        )
        ranked = rank(question, candidates, reader)
        verdict = judge(question, ranked)
        citer = Citer(snapshot)
        # A list is not what a fact is asked for with, unless the evidence says so too.
        if verdict.answered or question.aim is Aim.LIST:
            listed = roster.any_list(question.asking, question.language)
            if listed is not None:
                return explain(listed, question, ranked, verdict, reason="list")
        if verdict.answered and verdict.best is not None:
            answer = compose(question, find_answer(question, ranked, verdict.best, citer), citer)
            if answer is not None:
                return explain(answer, question, ranked, verdict)
        refusal = refuse(question, verdict, ranked, citer, self._contact)
        reason = "unproven" if verdict.answered else ""
        return explain(refusal, question, ranked, verdict, reason)


def _names_others(roster: Roster, question: Question, one: Candidate) -> bool:
    """Whether a sentence only names members, and none that the question names."""
    sentence = one.sentence
    named = any(
        word.name and support >= _NAMED
        for word, support in zip(question.words, one.own, strict=True)
    )
    return not named and roster.only_names(one.info.id, sentence.start, sentence.end)
