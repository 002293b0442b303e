"""OpenAI's chat completions, as far as clients need them, with our citations beside."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator

from assistant.api.shapes.answers import CitationShape
from assistant.api.shapes.questions import AskShape, TurnShape
from assistant.limits import (
    HISTORY_BYTES,
    HISTORY_TURNS,
    clean_question,
    clean_turn,
)

MODEL = "kuvend"


class PartShape(BaseModel):
    """One part of a message; only text can be asked."""

    type: Literal["text"]
    text: str


class MessageShape(BaseModel):
    """One message; instructions (`system`, `developer`) are accepted and not followed."""

    role: Literal["system", "developer", "user", "assistant"]
    content: str | list[PartShape]

    @property
    def text(self) -> str:
        """The message's text, whichever way it is given."""
        if isinstance(self.content, str):
            return self.content
        return "\n".join(part.text for part in self.content)


class StreamOptionsShape(BaseModel):
    """What a stream brings besides its text."""

    include_usage: bool = False


class CompletionsShape(BaseModel):
    """A conversation whose last message is the question.

    Other fields of OpenAI's are accepted and change nothing: there is one answer, the documents'.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "model": "kuvend",
                    "messages": [{"role": "user", "content": "When was the network founded?"}],
                }
            ]
        }
    )

    model: Annotated[str, Field(max_length=100, description="Always `kuvend`.")] = MODEL
    messages: Annotated[list[MessageShape], Field(min_length=1)]
    stream: bool = False
    stream_options: StreamOptionsShape | None = None
    n: Literal[1, None] = None

    @field_validator("messages")
    @classmethod
    def _ends_with_a_question(cls, value: list[MessageShape]) -> list[MessageShape]:
        if value[-1].role != "user":
            raise ValueError("the last message must be the user's")
        clean_question(value[-1].text)
        for message in value[:-1]:
            clean_turn(message.text)
        return value

    def asked(self) -> AskShape:
        """The question with the latest earlier messages, as many as a history may have.

        Chat clients send a conversation whole; one that grew long must still be answered.
        """
        earlier = [one for one in self.messages[:-1] if one.role in ("user", "assistant")]
        kept: list[TurnShape] = []
        size = 0
        for message in reversed(earlier[-HISTORY_TURNS:]):
            size += len(clean_turn(message.text).encode())
            if size > HISTORY_BYTES:
                break
            role: Literal["user", "assistant"] = "user" if message.role == "user" else "assistant"
            kept.append(TurnShape(role=role, content=message.text))
        return AskShape(question=self.messages[-1].text, history=kept[::-1])


class UsageShape(BaseModel):
    """Counted in words and signs as our own documents are read, not in a model's tokens."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class ReplyShape(BaseModel):
    """The answer as a message."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None


class ChoiceShape(BaseModel):
    """The one answer."""

    index: Literal[0] = 0
    message: ReplyShape
    finish_reason: Literal["stop"] = "stop"
    logprobs: None = None


class CompletionShape(BaseModel):
    """OpenAI's shape with the citations of the markers in the text."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL
    choices: list[ChoiceShape]
    usage: UsageShape
    citations: list[CitationShape]
    generator: str


class ModelShape(BaseModel):
    """A model that can be asked."""

    id: str = MODEL
    object: Literal["model"] = "model"
    created: int = 0
    owned_by: str = "kuvend"


class ModelsShape(BaseModel):
    """All models: ours."""

    object: Literal["list"] = "list"
    data: list[ModelShape]


Fields = dict[str, Any]


def chunk(
    identity: str, created: int, delta: Fields, finish: str | None = None, **more: object
) -> Fields:
    """One event of a streamed completion."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}
    return {
        "id": identity,
        "object": "chat.completion.chunk",
        "created": created,
        "model": MODEL,
        "choices": [choice],
        **more,
    }
