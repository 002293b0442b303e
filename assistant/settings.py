"""All settings, read from the environment: each is ``KUVEND_`` and the field's name."""

import re
from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from assistant.api.rate_limit import Limited
from index.errors import SettingError

_PREFIX = "KUVEND_"
_ORIGIN = re.compile(
    r"https?://[A-Za-z0-9.\-]+(:\d{1,5})?|https?://\[[0-9A-Fa-f:]+\](:\d{1,5})?|\*"
)
_ADDRESS = re.compile(r"https?://[^\s/@?#]+(/[^\s@?#]*)?")


class Settings(BaseSettings):
    """What an operator may set; a field without a value keeps its default."""

    model_config = SettingsConfigDict(env_prefix=_PREFIX, frozen=True, env_ignore_empty=True)

    documents: Path = Field(
        default=Path("documents"), description="The folder of documents to index."
    )
    store: Path = Field(
        default=Path(".kuvend"), description="The folder that the index is kept in."
    )
    host: str = Field(default="127.0.0.1", description="The address to listen on.")
    port: int = Field(
        default=8000, ge=0, le=65_535, description="The port to listen on; 0 takes any."
    )
    embedding_model: str = Field(
        default="bundled",
        description="`bundled`, or the name or folder of a sentence-transformers model.",
    )
    reader: Path | None = Field(
        default=None, description="A file that `kuvend fit --output` wrote, for the shipped one."
    )
    allowed_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Web sites whose pages may ask, such as `https://ngo.example`, with commas "
        "between them; `*` for all.",
    )
    llm_base_url: str | None = Field(
        default=None,
        description="Where an OpenAI-compatible language model is, such as "
        "`http://127.0.0.1:11434/v1`; without it answers are quotes.",
    )
    llm_model: str = Field(
        default="default", description="The name of the language model at that address."
    )
    llm_api_key: SecretStr | None = Field(
        default=None, description="The key for that address, where it wants one."
    )
    contact: str | None = Field(
        default=None, description="Whom to ask when the documents do not say; shown with a refusal."
    )
    helpline: str | None = Field(
        default=None,
        description="Whom to call for a child in danger, such as `ALO 116 111`; on every page.",
    )
    question_log: bool = Field(
        default=False,
        description="`on` keeps unanswered questions for 30 days in the store, without addresses.",
    )
    rate_limit: Limited = Field(
        default=Limited.VISITORS,
        description="Who may ask 20 questions and search 60 times a minute: `visitors` (all but "
        "this machine), `all`, or `off` for no limit.",
    )

    @property
    def service(self) -> str:
        """The web address of the service, without a path."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @field_validator("llm_base_url")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None and not _ADDRESS.fullmatch(value):
            raise ValueError("must be like http://127.0.0.1:11434/v1")
        return value

    @field_validator("allowed_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(re.split(r"[,\s]+", value.strip(" ,"))) if isinstance(value, str) else value

    @field_validator("allowed_origins")
    @classmethod
    def _are_origins(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(_ORIGIN.fullmatch(origin) for origin in value):
            raise ValueError("each must be like https://ngo.example, without a path, or *")
        return value


def load_settings() -> Settings:
    """The settings of this process.

    Raises ``SettingError`` that names the variable which has a bad value, and what would do.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = _PREFIX + str(first["loc"][0]).upper() if first["loc"] else "A setting"
        reason = first["msg"].removeprefix("Value error, ")
        raise SettingError(f"{name} cannot be used: {reason}.") from None


def variable(field: str) -> str:
    """The environment variable of a field of ``Settings``."""
    return _PREFIX + field.upper()
