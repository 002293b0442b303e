"""Logs as one JSON object per line, with nothing in them that a visitor wrote."""

import logging
import traceback
from pathlib import Path
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

_INNERMOST_FRAMES = 5


def configure_logs(stream: TextIO) -> None:
    """Send the logs of this process to ``stream``; those of libraries from warnings up."""
    common: tuple[Processor, ...] = (
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    )
    structlog.configure(
        processors=[*common, _without_exception_text, structlog.processors.JSONRenderer()],
        logger_factory=structlog.WriteLoggerFactory(stream),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _without_exception_text,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=common,
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def described(error: BaseException) -> dict[str, object]:
    """What a log may say of ``error``: its type and where it arose, not its text.

    The text of an exception often quotes the value that caused it, which may be a question.
    """
    frames = traceback.extract_tb(error.__traceback__)[-_INNERMOST_FRAMES:]
    return {
        "error": type(error).__name__,
        "where": [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames],
    }


def _without_exception_text(_log: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    information = event.pop("exc_info", None)
    if isinstance(information, tuple) and information[1] is not None:
        event.update(described(information[1]))
    return event
