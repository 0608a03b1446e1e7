"""The program's own log: one line an event, JSON in production and words in development, with the ids it is about.

`about` names the request, the job or the order that everything logged inside of it belongs to.
"""

import contextlib
import json
import logging
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from datetime import UTC, datetime

from telemetry.redaction import redact

Fact = str | int | float
_about: ContextVar[Mapping[str, Fact]] = ContextVar("about", default={})  # noqa: B039  never changed in place
_encode = json.JSONEncoder(ensure_ascii=False).encode
_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}
NUMBERS = (int, float)  # once: a union made on each call costs more than the look
NOISY = ("huey", "dramatiq", "tortoise", "aerich", "asyncio", "uvicorn")
TOLD_BY_US = ("pika",)  # what fails there, the engine says in one line


@contextlib.contextmanager
def about(**ids: Fact) -> Iterator[None]:
    """What is logged inside belongs to these; empty ones are left out."""
    token = _about.set({**_about.get(), **{name: value for name, value in ids.items() if value != ""}})
    try:
        yield
    finally:
        _about.reset(token)


def set_up(*, as_json: bool) -> None:
    """Write the log of this process to standard error."""
    # no line says which function or thread wrote it, and finding out is a third of a line's cost ("Optimization" in
    # the manual of `logging`)
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLine() if as_json else Words())
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    for name in NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in TOLD_BY_US:
        logging.getLogger(name).setLevel(logging.CRITICAL)


def words_of(record: logging.LogRecord) -> str:
    """The message, on one line and without secrets."""
    return _one_line(record.getMessage())


def facts_of(record: logging.LogRecord) -> dict[str, Fact]:
    """The ids it is about and what was given as `extra`."""
    given = {name: value for name, value in vars(record).items() if name not in _OWN}
    return {name: _plain(value) for name, value in {**_about.get(), **given}.items()}


def _plain(value: object) -> Fact:
    return value if isinstance(value, NUMBERS) else _one_line(str(value))


def _one_line(text: str) -> str:
    text = redact(text)
    return text if text.isprintable() else text.replace("\r", "\\r").replace("\n", "\\n")


class JsonLine(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Fact] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": words_of(record),
            **facts_of(record),
        }
        if record.exc_info:
            line["exception"] = redact(self.formatException(record.exc_info))
        return _encode(line)


class Words(logging.Formatter):
    """For people: the time, the message, then what it is about."""

    def format(self, record: logging.LogRecord) -> str:
        at = f"{time.strftime('%H:%M:%S', time.localtime(record.created))}.{record.msecs:03.0f}"
        facts = " ".join(f"{name}={value}" for name, value in facts_of(record).items())
        line = f"{at} {record.levelname:7} {record.name}: {words_of(record)} {facts}".rstrip()
        return f"{line}\n{redact(self.formatException(record.exc_info))}" if record.exc_info else line
