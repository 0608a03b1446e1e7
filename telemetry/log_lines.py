"""The program's log: one line per event, JSON in production and text in development, with the ids it concerns.

`about` sets the request, job or order that everything logged inside it belongs to.
"""

import contextlib
import json
import logging
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from datetime import UTC, datetime

from core.redaction import redact_within
from telemetry.repeated_lines import RepeatLimit

Fact = str | int | float
_about: ContextVar[Mapping[str, Fact]] = ContextVar("about", default={})  # noqa: B039  never changed in place
_encode = json.JSONEncoder(ensure_ascii=False).encode
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}
LONGEST_MESSAGE, LONGEST_FACT, LONGEST_EXCEPTION = 4_000, 1_000, 20_000  # characters
NUMBERS = (int, float)  # a constant: building the union at each call costs more than the check
NOISY = ("huey", "dramatiq", "tortoise", "aerich", "asyncio", "uvicorn")
LOGGED_BY_US = ("pika",)  # the engine logs their failures in one line


@contextlib.contextmanager
def about(**ids: Fact) -> Iterator[None]:
    """Add these ids to everything logged inside; empty ones are left out."""
    token = _about.set({**_about.get(), **{name: value for name, value in ids.items() if value != ""}})
    try:
        yield
    finally:
        _about.reset(token)


def set_up(*, as_json: bool) -> None:
    """Write the log of this process to standard error."""
    # no format shows the function or thread, and finding them is a third of a line's cost ("Optimization" in the
    # manual of `logging`)
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = logging.StreamHandler()
    handler.addFilter(RepeatLimit())
    handler.setFormatter(JsonLine() if as_json else TextFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in LOGGED_BY_US:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def format_fields(record: logging.LogRecord) -> str:
    """The message, on one line and without secrets."""
    return _one_line(record.getMessage(), LONGEST_MESSAGE)


def facts_of(record: logging.LogRecord) -> dict[str, Fact]:
    """The ids set by `about`, and the fields given as `extra`."""
    given = {name: value for name, value in vars(record).items() if name not in _OWN}
    return {name: _plain(name, value) for name, value in {**_about.get(), **given}.items()}


def _plain(name: str, value: object) -> Fact:
    if isinstance(value, NUMBERS):
        return value
    # we generate request ids, and their digits could be mistaken for a card number
    return str(value) if name == "request_id" else _one_line(str(value), LONGEST_FACT)


def _one_line(text: str, longest: int) -> str:
    text = redact_within(text, longest)
    return text if text.isprintable() else text.replace("\r", "\\r").replace("\n", "\\n")


class JsonLine(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Fact] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": format_fields(record),
            **facts_of(record),
        }
        if record.exc_info:
            line["exception"] = redact_within(self.formatException(record.exc_info), LONGEST_EXCEPTION)
        return _encode(line)


class TextFormatter(logging.Formatter):
    """For development: the time, the message, then the ids and fields."""

    def format(self, record: logging.LogRecord) -> str:
        at = f"{time.strftime('%H:%M:%S', time.localtime(record.created))}.{record.msecs:03.0f}"
        facts = " ".join(f"{name}={value}" for name, value in facts_of(record).items())
        line = f"{at} {record.levelname:7} {record.name}: {format_fields(record)} {facts}".rstrip()
        if record.exc_info:
            line += "\n" + redact_within(self.formatException(record.exc_info), LONGEST_EXCEPTION)
        return line
