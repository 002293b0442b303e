"""Why an answer is what it is, as JSON."""

from pydantic import BaseModel, Field

from assistant.explanation import ExplainedCandidate, ExplainedWord, Explanation


class ExplainedWordShape(BaseModel):
    """A word of the question and what it found."""

    word: str
    name: bool = Field(description="Whether it is written as a name.")
    support: float = Field(description="In the best evidence, 0 to 1.")
    supported: bool


class ExplainedCandidateShape(BaseModel):
    """A sentence that was considered."""

    document: str
    start: int
    end: int
    text: str
    score: float
    features: dict[str, float] = Field(description="What the score is made of.")
    value: str | None = Field(description="The date, number or name in it that would answer.")


class ExplanationShape(BaseModel):
    """What was understood, considered and decided."""

    question: str = Field(description="As it was searched.")
    language: str
    aim: str
    asked: str = Field(description="The kind of value that is asked for.")
    words: list[ExplainedWordShape]
    candidates: list[ExplainedCandidateShape] = Field(description="Best first.")
    probability: float = Field(description="That the best evidence answers.")
    reason: str = Field(description="What decided, in one word.")


def explanation_shape(told: Explanation) -> ExplanationShape:
    """``told`` as it is sent, without the answer, which stands around it."""
    return ExplanationShape(
        question=told.question,
        language=told.language,
        aim=told.aim,
        asked=told.asked,
        words=[_word_shape(one) for one in told.words],
        candidates=[_candidate_shape(one) for one in told.candidates],
        probability=told.probability,
        reason=told.reason,
    )


def _word_shape(one: ExplainedWord) -> ExplainedWordShape:
    return ExplainedWordShape(
        word=one.word, name=one.name, support=one.support, supported=one.supported
    )


def _candidate_shape(one: ExplainedCandidate) -> ExplainedCandidateShape:
    return ExplainedCandidateShape(
        document=one.document,
        start=one.start,
        end=one.end,
        text=one.text,
        score=one.score,
        features=one.features,
        value=one.value,
    )
