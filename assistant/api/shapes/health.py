"""The state of the service as JSON."""

from typing import Literal

from pydantic import BaseModel, Field


class CheckShape(BaseModel):
    """One thing that was checked, and what was found."""

    name: str
    ok: bool
    detail: str


class HealthShape(BaseModel):
    """Whether the service works, and what that is known from."""

    status: Literal["ok", "degraded"]
    generation: str = Field(description="The build of the index that answers now.")
    model: str = Field(description="The embedding model that the index was built with.")
    documents: int
    passages: int
    unread: int = Field(description="Files that could not be read.")
    checks: list[CheckShape]
