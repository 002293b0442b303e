"""Why an answer is what it is, as JSON."""

from pydantic import BaseModel, Field

from assistant.explanation import ExplainedCandidate, Explanation


class ExplainedCandidateShape(BaseModel):
    """A stretch of a document that was considered."""

    document: str
    start: int
    end: int
    text: str
    share: float = Field(description="How likely it answers, if anything does, 0 to 1.")


class ExplanationShape(BaseModel):
    """What was understood, considered and decided."""

    question: str = Field(description="As it was searched.")
    language: str
    type: str = Field(description="The kind of answer that is asked for.")
    candidates: list[ExplainedCandidateShape] = Field(description="Best first.")
    features: dict[str, float] = Field(description="What the probability is made of.")
    probability: float = Field(description="That the best candidate answers.")
    headline: str | None = Field(description="The date, number or amount that may answer.")
    certainty: float = Field(description="That the headline is what was asked for.")
    reason: str = Field(description="What decided, in one word.")


def explanation_shape(told: Explanation) -> ExplanationShape:
    """``told`` as it is sent, without the answer, which stands around it."""
    return ExplanationShape(
        question=told.question,
        language=told.language,
        type=told.type,
        candidates=[_candidate_shape(one) for one in told.candidates],
        features=dict(told.features),
        probability=told.probability,
        headline=told.headline,
        certainty=told.certainty,
        reason=told.reason,
    )


def _candidate_shape(one: ExplainedCandidate) -> ExplainedCandidateShape:
    return ExplainedCandidateShape(
        document=one.document, start=one.start, end=one.end, text=one.text, share=one.share
    )
