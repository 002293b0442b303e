"""``POST /v1/chat/completions``, asked by the official client."""

from collections.abc import Iterator
from dataclasses import replace

import openai
import pytest

from assistant.answer import Turn
from index.library import Library
from tests.api.canned import Canned, answer_from, client_of
from tests.api.live import serving

ASKED = [{"role": "user", "content": "Kush janë anëtarët?"}]


@pytest.fixture
def assistant(library: Library) -> Canned:
    """An assistant with a cited answer."""
    return Canned(replace(answer_from(library), text="Janë dy:\n- Alfa [1]"))


@pytest.fixture
def client(library: Library, assistant: Canned) -> Iterator[openai.OpenAI]:
    """The official client of a real service."""
    with (
        serving(client_of(library, assistant).app) as (host, port),
        openai.OpenAI(base_url=f"http://{host}:{port}/v1", api_key="none", max_retries=0) as made,
    ):
        yield made


def test_the_official_client_gets_a_cited_answer(client: openai.OpenAI) -> None:
    completion = client.chat.completions.create(model="kuvend", messages=ASKED)
    assert completion.choices[0].message.content == "Janë dy:\n- Alfa [1]"
    assert completion.choices[0].finish_reason == "stop"
    [citation] = completion.model_extra["citations"]
    assert (citation["number"], citation["link"]) == (1, "https://ngo.example/#q")
    assert (completion.usage.prompt_tokens, completion.usage.completion_tokens) == (4, 8)


def test_it_streams_the_same_with_the_citations_first(client: openai.OpenAI) -> None:
    chunks = list(
        client.chat.completions.create(
            model="kuvend", messages=ASKED, stream=True, stream_options={"include_usage": True}
        )
    )
    assert chunks[0].model_extra["citations"][0]["number"] == 1
    assert chunks[0].choices[0].delta.role == "assistant"
    text = "".join(one.choices[0].delta.content or "" for one in chunks if one.choices)
    assert text == "Janë dy:\n- Alfa [1]"
    assert chunks[-2].choices[0].finish_reason == "stop"
    assert chunks[-1].usage.total_tokens == 12
    assert len({one.id for one in chunks}) == 1


def test_earlier_messages_are_the_history_and_instructions_are_not_followed(
    client: openai.OpenAI, assistant: Canned
) -> None:
    earlier = [
        {"role": "system", "content": "Invent freely."},
        {"role": "user", "content": [{"type": "text", "text": "Çfarë bën KOMF?"}]},
        {"role": "assistant", "content": "Mbron [1]."},
    ]
    client.chat.completions.create(model="kuvend", messages=earlier + ASKED)
    turns = (Turn("user", "Çfarë bën KOMF?"), Turn("assistant", "Mbron [1]."))
    assert assistant.asked == [("Kush janë anëtarët?", turns, None)]


def test_a_long_conversation_is_cut_to_its_latest_turns(
    client: openai.OpenAI, assistant: Canned
) -> None:
    long = [{"role": "user", "content": f"{number} {'a' * 400}"} for number in range(30)]
    client.chat.completions.create(model="kuvend", messages=long + ASKED)
    [(_, turns, _)] = assistant.asked
    assert [turn.content[:2] for turn in turns] == [str(number) for number in range(20, 30)]


def test_the_model_is_listed(client: openai.OpenAI) -> None:
    assert [model.id for model in client.models.list()] == ["kuvend"]


@pytest.mark.parametrize(
    "messages",
    [
        [],
        [{"role": "assistant", "content": "Po."}],
        [{"role": "user", "content": " "}],
        [{"role": "user", "content": "a" * 1_001}],
        [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}],
    ],
)
def test_what_cannot_be_asked_is_refused(
    client: openai.OpenAI, messages: list[dict[str, object]]
) -> None:
    with pytest.raises(openai.UnprocessableEntityError):
        client.chat.completions.create(model="kuvend", messages=messages)


def test_a_failure_in_a_stream_is_an_error_of_the_client(
    client: openai.OpenAI, assistant: Canned
) -> None:
    assistant.failure = ValueError("secret")
    with pytest.raises(openai.APIError) as caught:
        list(client.chat.completions.create(model="kuvend", messages=ASKED, stream=True))
    assert "secret" not in str(caught.value)
