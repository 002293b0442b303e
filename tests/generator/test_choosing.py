"""A model that reads: it chooses among our stretches, and can say nothing else."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import anyio
import httpx
import pytest
import structlog

from assistant.answer import Answer, Status, Turn
from assistant.api.app import create_app
from assistant.assistant import Assistant
from assistant.dialogue import Computing, Listener, Unheard, take_turn
from assistant.explanation import Explanation
from assistant.generator.endpoint import Endpoint, Limits
from assistant.generator.generator import Generator
from assistant.generator.nearness import Nearness
from assistant.question.answer_type import AnswerType
from index.library import Library
from tests.api.events import events
from tests.api.live import serving
from tests.assistant.library import document, library
from tests.generator.scripted import Script, is_choosing
from tests.trained import letter_trained

Model = tuple[str, Script]
QUESTION = "themelua KOMF qershor 2011"
LIST = "Cilat janë organizatat anëtare të KOMF?"
PAGES = (
    document("komf", "KOMF u themelua në qershor 2011.", title="Rreth nesh"),
    document("statuti", "Statuti i KOMF u miratua në mars 2012.", title='Një "statut"'),
    document("zyra", "KOMF ka zyrë në Prishtinë."),
    document("deti", "Në det fryn erë e fortë."),
    document("lista", "KOMF ka tri organizata anëtare:", "- ASTRA", "- VoRAE", "- Vatra"),
)
QUICK = Limits(
    connect_seconds=0.3,
    first_token_seconds=0.3,
    gap_seconds=0.3,
    total_seconds=0.8,
    choose_seconds=0.4,
)
# From which probability on the reader is sure, and from which on an answer is near.
SURE, UNSURE, NOT_FOUND = (0.0, 0.0), (2.0, 0.0), (2.0, 2.0)
CHOSEN = ["statuti", "komf"]


@pytest.fixture
def served(tmp_path: Path) -> Library:
    return library(tmp_path, *PAGES)


def _assistant(
    served: Library, thresholds: tuple[float, float], wanted: AnswerType = AnswerType.DATE
) -> Assistant:
    trained = letter_trained(wanted)
    sure, near = thresholds
    calibration = replace(trained.calibration, sure=sure, near=near)
    return Assistant(served, replace(trained, calibration=calibration))


def _generator(model: Model, served: Library) -> Generator:
    return Generator(Endpoint(model[0], "scripted", "key", QUICK), Nearness(served.embedder))


def _turn(
    assistant: Assistant,
    generator: Generator | None,
    question: str = QUESTION,
    listener: Listener | None = None,
    leave_after: float | None = None,
) -> Explanation:
    async def explain(asked: str, history: tuple[object, ...]) -> Explanation:
        return assistant.explain(asked)

    async def choose(told: Explanation, chosen: tuple[int, ...]) -> Explanation:
        return assistant.choose(told, chosen)

    async def run() -> Explanation:
        leave, computing = anyio.Event(), Computing(explain, choose)
        async with anyio.create_task_group() as group:
            if leave_after is not None:
                group.start_soon(_set_after, leave, leave_after)
            return await take_turn(computing, generator, question, (), listener or Unheard(), leave)

    return anyio.run(run)


async def _set_after(event: anyio.Event, seconds: float) -> None:
    await anyio.sleep(seconds)
    event.set()


def _numbers(assistant: Assistant, documents: Sequence[str]) -> str:
    """The numbers of the candidates of ``documents`` as a model gives them."""
    found = [one.document for one in assistant.explain(QUESTION).candidates]
    return ", ".join(str(found.index(one) + 1) for one in documents)


def _cited(answer: Answer) -> list[str]:
    return [one.document.id for one in answer.citations]


def test_what_the_model_chooses_is_quoted_in_its_order(model: Model, served: Library) -> None:
    assistant = _assistant(served, SURE)
    model[1].choice = _numbers(assistant, CHOSEN)
    told = _turn(assistant, _generator(model, served))
    assert _cited(assistant.ask(QUESTION)) == ["komf"]
    assert _cited(told.answer) == CHOSEN
    assert told.answer.text.startswith("“Statuti i KOMF u miratua në mars 2012.” [1]")
    assert (told.answer.status, told.reason) == (Status.ANSWERED, "choice")


def test_at_most_three_are_quoted(model: Model, served: Library) -> None:
    assistant = _assistant(served, SURE)
    model[1].choice = _numbers(assistant, [*CHOSEN, "zyra", "deti"])
    assert _cited(_turn(assistant, _generator(model, served)).answer) == [*CHOSEN, "zyra"]


@pytest.mark.parametrize(
    ("thresholds", "status"), [(UNSURE, Status.ANSWERED), (NOT_FOUND, Status.UNSURE)]
)
def test_what_was_unsure_is_answered_and_what_was_not_found_unsure_with_what_it_chooses(
    model: Model, served: Library, thresholds: tuple[float, float], status: Status
) -> None:
    assistant = _assistant(served, thresholds)
    model[1].choice = _numbers(assistant, CHOSEN)
    answer = _turn(assistant, _generator(model, served)).answer
    assert answer.status is status
    assert (_cited(answer), answer.short, answer.related) == (CHOSEN, None, ())


@pytest.mark.parametrize(
    ("chosen", "short"), [(["komf", "statuti"], "qershor 2011"), (CHOSEN, None)]
)
def test_a_headline_is_shown_only_where_it_stands_in_the_first_chosen_quote(
    model: Model, served: Library, chosen: list[str], short: str | None
) -> None:
    assistant = _assistant(served, SURE)
    assert assistant.ask(QUESTION).short == "qershor 2011"
    model[1].choice = _numbers(assistant, chosen)
    assert _turn(assistant, _generator(model, served)).answer.short == short


def test_when_it_finds_none_what_was_sure_is_unsure(model: Model, served: Library) -> None:
    model[1].choice = "0"
    answer = _turn(_assistant(served, SURE), _generator(model, served)).answer
    assert (answer.status, answer.short) == (Status.UNSURE, None)
    assert _cited(answer)[0] == "komf"
    # Nothing is phrased that may be no answer.
    assert len(model[1].asked) == 1


@pytest.mark.parametrize("thresholds", [UNSURE, NOT_FOUND])
def test_when_it_finds_none_nothing_else_changes(
    model: Model, served: Library, thresholds: tuple[float, float]
) -> None:
    model[1].choice = "0"
    assistant = _assistant(served, thresholds)
    assert _turn(assistant, _generator(model, served)) == assistant.explain(QUESTION)


@pytest.mark.parametrize("thresholds", [SURE, UNSURE, NOT_FOUND])
@pytest.mark.parametrize(
    "reply",
    ["", "none", "Text 2 answers.", "2 and 3", "99", "2, 99", "0, 2", "-2", "1-3", "²", "[2](//x)",
     "2" * 200, "[]", '{"answers": [2]}'],
)  # fmt: skip
def test_a_reply_that_is_no_plain_number_in_range_leaves_the_learnt_answer(
    model: Model, served: Library, reply: str, thresholds: tuple[float, float]
) -> None:
    model[1].choice = reply
    assistant, generator = _assistant(served, thresholds), _generator(model, served)
    assert _turn(assistant, generator) == assistant.explain(QUESTION)
    assert generator.tally.faults == 0


@pytest.mark.parametrize(
    "play",
    ["silent", "keep-alive", "drip", "429", "500", "html", "half-json", "endless", "reset",
     "no-done"],
)  # fmt: skip
def test_a_model_that_fails_or_is_slow_leaves_the_learnt_answer(
    model: Model, served: Library, play: str
) -> None:
    model[1].choice, model[1].choosing = "2", play
    assistant, generator = _assistant(served, UNSURE), _generator(model, served)
    began = time.monotonic()
    assert _turn(assistant, generator) == assistant.explain(QUESTION)
    assert time.monotonic() - began < 2.0
    assert (generator.tally.faults, generator.calls) == (1, 0)


def test_choosing_and_phrasing_share_the_time_that_a_model_has(
    model: Model, served: Library
) -> None:
    generator = _generator(model, served)
    evidence = _assistant(served, SURE).explain(QUESTION).grounds
    assert evidence is not None
    anyio.run(generator.choose, QUESTION, evidence.reading.evidence, None, QUICK.total_seconds)
    assert model[1].asked == []


def test_an_endpoint_that_fails_is_asked_for_no_choice_either(
    model: Model, served: Library
) -> None:
    model[1].play = model[1].choosing = "500"
    assistant, generator = _assistant(served, SURE), _generator(model, served)
    answers = [_turn(assistant, generator).answer for _ in range(4)]
    assert answers == [assistant.ask(QUESTION)] * 4
    assert len(model[1].asked) == 5


def test_the_model_gets_the_stretches_as_data_under_their_documents_titles(
    model: Model, served: Library
) -> None:
    _turn(_assistant(served, SURE), _generator(model, served))
    asked = model[1].asked[0]
    assert is_choosing(asked)
    user = asked["messages"][1]["content"]
    assert '[1] "Rreth nesh": "KOMF u themelua n' in user
    assert r'"Nj\u00eb \"statut\"": "Statuti i KOMF' in user
    assert f'"{QUESTION}"' in user


def test_no_more_than_ten_stretches_are_given_to_choose_from(tmp_path: Path, model: Model) -> None:
    names = [letter * 3 for letter in "abcdefghijklmno"]
    served = library(tmp_path, *(document(name, f"KOMF ka zyrë te {name}.") for name in names))
    _turn(_assistant(served, SURE), _generator(model, served))
    user = model[1].asked[0]["messages"][1]["content"]
    assert "[10]" in user
    assert "[11]" not in user


@pytest.mark.parametrize("said", [AnswerType.SMALL_TALK, AnswerType.INSTRUCTION])
def test_what_asks_nothing_of_the_documents_never_reaches_the_model(
    model: Model, served: Library, said: AnswerType
) -> None:
    assistant = _assistant(served, SURE, said)
    assert _turn(assistant, _generator(model, served)) == assistant.explain(QUESTION)
    assert model[1].asked == []


def test_a_list_never_reaches_the_model(model: Model, served: Library) -> None:
    told = _turn(_assistant(served, SURE), _generator(model, served), LIST)
    assert [item.name for item in told.answer.items] == ["ASTRA", "VoRAE", "Vatra"]
    assert model[1].asked == []


def test_a_choice_is_proven_like_any_quote(served: Library) -> None:
    assistant = _assistant(served, SURE)
    told = assistant.explain(QUESTION)
    assert told.grounds is not None
    for citation in assistant.choose(told, (2, 1)).answer.citations:
        stored = served.snapshot().document(citation.document.id)
        assert stored is not None
        assert stored.content.text[citation.start : citation.end] == citation.quote
    first, second, *rest = told.grounds.reading.evidence
    forged = (first, replace(second, text="Statuti nuk u miratua."), *rest)
    reading = replace(told.grounds.reading, evidence=forged)
    forged_told = replace(told, grounds=replace(told.grounds, reading=reading))
    assert assistant.choose(forged_told, (2,)) == forged_told
    assert _cited(assistant.choose(forged_told, (1, 2)).answer) == ["komf"]


def test_a_choice_still_says_how_a_follow_up_was_understood(served: Library) -> None:
    assistant = _assistant(served, SURE)
    history = (Turn("user", "Çfarë është KOMF?"),)
    told = assistant.explain("Po kur u themelua?", history)
    assert told.answer.understood
    assert assistant.choose(told, (1,)).answer.understood == told.answer.understood


def test_what_it_chose_is_phrased_and_checked_against_that(model: Model, served: Library) -> None:
    assistant = _assistant(served, UNSURE)
    model[1].choice = _numbers(assistant, ["statuti"])
    held = "Statuti i KOMF u miratua në mars 2012 [1]."
    model[1].text = f"{held} KOMF u themelua në qershor 2011 [1]."
    answer = _turn(assistant, _generator(model, served)).answer
    assert (answer.text, answer.generator) == (held, "scripted")


def test_a_service_that_stops_does_not_wait_for_a_choice(model: Model, served: Library) -> None:
    model[1].choosing = model[1].play = "silent"
    assistant, generator = _assistant(served, SURE), _generator(model, served)
    told = _turn(assistant, generator, leave_after=0.05)
    assert told == assistant.explain(QUESTION)
    # It was given up, not found too slow.
    assert (generator.tally.faults, generator.calls) == (0, 0)


def test_a_stream_begins_with_the_citations_that_were_chosen(model: Model, served: Library) -> None:
    assistant = _assistant(served, UNSURE)
    model[1].choice = _numbers(assistant, CHOSEN)
    app = create_app(
        served, assistant, log=structlog.get_logger(), generator=_generator(model, served)
    )
    with serving(app) as (host, port), httpx.Client(base_url=f"http://{host}:{port}") as client:
        body = {"question": QUESTION, "explain": True}
        sent = client.post("/api/ask", json=body, headers={"Accept": "text/event-stream"})
    (name, citations), *pieces, (_, done) = events(sent.text.split("\n"))
    assert name == "citations"
    assert [one["document"]["id"] for one in citations] == CHOSEN
    assert done["citations"] == citations
    assert "".join(piece for _, piece in pieces) == done["answer"]
    assert (done["status"], done["explanation"]["reason"]) == ("answered", "choice")
