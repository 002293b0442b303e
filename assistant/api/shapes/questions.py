"""The question that comes in as JSON, held to its limits."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from assistant.answer import Turn
from assistant.limits import (
    HISTORY_TURNS,
    LANGUAGES,
    QUESTION_CHARACTERS,
    check_history,
    clean_question,
    clean_turn,
    known_language,
)
from index.language.pack import first_questions

QuestionText = Annotated[
    str,
    AfterValidator(clean_question),
    Field(
        description="The question, counted in NFC; control characters are refused.",
        examples=list(first_questions()),
        json_schema_extra={"minLength": 1, "maxLength": QUESTION_CHARACTERS},
    ),
]
Language = Annotated[
    str, AfterValidator(known_language), Field(json_schema_extra={"enum": list(LANGUAGES)})
]


class TurnShape(BaseModel):
    """One earlier message of the conversation."""

    role: Literal["user", "assistant"]
    content: Annotated[str, AfterValidator(clean_turn)]


class AskShape(BaseModel):
    """A question with what was said before it.

    Fields that are not described here are ignored, so that newer pages may talk to an older
    service.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "question": "And when was it founded?",
                    "history": [{"role": "user", "content": "What is the network?"}],
                    "language": "en",
                }
            ]
        }
    )

    question: QuestionText
    history: list[TurnShape] = Field(
        default=[],
        description="Earlier turns, oldest first; 8 KB in all.",
        json_schema_extra={"maxItems": HISTORY_TURNS},
    )
    language: Language | None = Field(
        default=None, description="The language to answer in; told from the question when left out."
    )

    explain: bool = Field(
        default=False, description="Whether to say what the answer or the refusal rests on."
    )

    @field_validator("history")
    @classmethod
    def _within_limits(cls, value: list[TurnShape]) -> list[TurnShape]:
        check_history(tuple(turn.content for turn in value))
        return value

    def turns(self) -> tuple[Turn, ...]:
        """The history as the assistant takes it."""
        return tuple(Turn(turn.role, turn.content) for turn in self.history)
