"""Settings from the environment."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.settings import Settings, load_settings, variable
from index.errors import SettingError


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        monkeypatch.delenv(variable(field), raising=False)


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert (settings.documents, settings.store) == (Path("documents"), Path(".kuvend"))
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.embedding_model == "bundled"
    assert settings.allowed_origins == ()
    assert settings.contact is None


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUVEND_PORT", "")
    monkeypatch.setenv("KUVEND_CONTACT", "")
    assert load_settings() == Settings()


def test_origins_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUVEND_ALLOWED_ORIGINS", "https://a.example, http://b.example:8080,")
    assert load_settings().allowed_origins == ("https://a.example", "http://b.example:8080")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KUVEND_PORT", "eighty"),
        ("KUVEND_PORT", "65536"),
        ("KUVEND_PORT", "-1"),
        ("KUVEND_ALLOWED_ORIGINS", "ngo.example"),
        ("KUVEND_ALLOWED_ORIGINS", "https://ngo.example/page"),
        ("KUVEND_ALLOWED_ORIGINS", "null"),
        ("KUVEND_LLM_BASE_URL", "127.0.0.1:11434"),
        ("KUVEND_LLM_BASE_URL", "file:///etc/passwd"),
        ("KUVEND_LLM_BASE_URL", "http://key@host/v1"),
    ],
)
def test_a_bad_value_is_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError) as caught:
        load_settings()
    assert str(caught.value).startswith(f"{name} cannot be used: ")
    assert "\n" not in str(caught.value)


def test_a_key_is_never_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KUVEND_LLM_API_KEY", "zxqvkey")
    assert "zxqvkey" not in repr(load_settings())


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        setattr(load_settings(), "port", 1)  # noqa: B010 - a type checker refuses it as well
