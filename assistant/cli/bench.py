"""``kuvend bench``: speed and size on this machine, each figure beside what it compares with."""

from typing import TYPE_CHECKING, Annotated

import typer

from assistant.cli.options import AsJson
from assistant.cli.output import show, show_json

if TYPE_CHECKING:
    from assistant.bench.report import BenchShape


def bench(
    passages: Annotated[
        int, typer.Option(min=50, help="How many passages the large store has.")
    ] = 10_000,
    as_json: AsJson = False,
) -> None:
    """Measure embedding, building, asking and memory, all in one run of some minutes.

    Example: kuvend bench --passages 2000
    """
    from assistant.bench.report import run
    from assistant.cli.progress import build_bars
    from assistant.settings import load_settings

    with build_bars() as bars:
        shape = run(load_settings(), passages, bars)
    if as_json:
        show_json(shape)
    else:
        show("\n".join(_lines(shape)))


def _lines(shape: "BenchShape") -> list[str]:
    ours = next(found for found in shape.runtimes if found.name.startswith("kuvend"))
    engine = shape.runtimes[0]
    lines = ["Embedding, the same texts in one run:"]
    lines += [
        f"  {found.name:38} {found.passages_per_second:7.1f} passages/s "
        f"{found.question_ms:6.1f} ms a question, "
        f"cosine to the C engine >= {found.lowest_cosine:.5f}"
        for found in shape.runtimes
    ]
    speed = ours.passages_per_second / engine.passages_per_second
    lines += [
        f"  ours: {speed:.1f} times the C engine's passages/s, "
        f"{ours.question_ms / engine.question_ms:.2f} times its question time",
        "",
        f"A store of {shape.building.passages} passages:",
        f"  first build           {shape.building.first_seconds:6.1f} s",
        f"  build without change  {shape.building.again_seconds:6.1f} s, "
        f"{shape.building.again_embedded} embedded",
        f"  one changed document  {shape.building.changed_embedded} embedded "
        f"of its {shape.building.changed_passages} passages",
        f"  service ready after   {shape.serving.ready_seconds:6.1f} s",
        f"  ask                   {shape.serving.ask_p50_ms:6.1f} ms median, "
        f"{shape.serving.ask_p95_ms:.1f} ms 95th percentile",
        f"  resident memory       {shape.serving.resident_mb:6.0f} MB",
        f"  generation on disk    {shape.disk_mb:6.0f} MB",
    ]
    return lines
