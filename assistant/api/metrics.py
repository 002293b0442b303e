"""Counts and times for Prometheus: by route template and status, never by what was asked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from assistant.api.event_stream import Places
from assistant.api.work_queue import WorkQueue
from index.library import Library

if TYPE_CHECKING:  # it loads the model's client, which most services do without
    from assistant.generator.generator import Generator

_SECONDS = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


_EXTRACTIVE = "extractive"


class _ModelCollector(Collector):
    """What a generator counts itself, read when the measurements are."""

    def __init__(self, generator: "Generator") -> None:
        self._generator = generator

    def collect(self) -> Iterator[Metric]:
        tally, breaker = self._generator.tally, self._generator.breaker
        yield CounterMetricFamily(
            "kuvend_model_sentences_dropped", "Sentences that failed a check.", tally.dropped
        )
        yield CounterMetricFamily(
            "kuvend_model_faults", "Calls that did not end well.", tally.faults
        )
        yield GaugeMetricFamily(
            "kuvend_model_calls_open", "Calls under way.", self._generator.calls
        )
        yield GaugeMetricFamily(
            "kuvend_model_breaker_open", "1 while a failing model is left alone.", int(breaker.open)
        )


class Metrics:
    """The measurements of one app, in a registry of its own."""

    def __init__(
        self,
        library: Library,
        queue: WorkQueue,
        streams: Places,
        generator: "Generator | None" = None,
    ) -> None:
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._requests = Counter(
            "kuvend_requests",
            "Requests by route and status.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "kuvend_request_seconds",
            "Time to the end of the response.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._answers = Counter(
            "kuvend_answers",
            "Answers by who phrased them: extractive, or a model.",
            ("generator",),
            registry=self._registry,
        )
        if generator is not None:
            self._registry.register(_ModelCollector(generator))
        self._gauge("kuvend_questions_in_work", "Questions computed or waiting.").set_function(
            lambda: queue.taken
        )
        self._gauge("kuvend_streams_open", "Answers being streamed.").set_function(
            lambda: streams.taken
        )
        self._gauge("kuvend_documents", "Documents that can be searched.").set_function(
            lambda: library.condition().documents
        )
        self._gauge("kuvend_passages", "Passages that can be searched.").set_function(
            lambda: library.condition().passages
        )
        self._gauge("kuvend_index_problems", "Known problems of the index.").set_function(
            lambda: len(library.condition().problems)
        )

    def record(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one finished request."""
        # Anyone can make up a method, and each would live on as a series of its own.
        known = method if method in _METHODS else "other"
        self._requests.labels(known, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def answered(self, generator: str) -> None:
        """Count one answer that ``generator`` phrased."""
        self._answers.labels(_EXTRACTIVE if generator == _EXTRACTIVE else "model").inc()

    def text(self) -> bytes:
        """All measurements in Prometheus' text format."""
        return generate_latest(self._registry)

    def _gauge(self, name: str, meaning: str) -> Gauge:
        return Gauge(name, meaning, registry=self._registry)
