"""Exports traces, metrics and logs over OTLP when an endpoint is configured.

Requests, jobs, transactions and external calls are wrapped in the functions below. Without an endpoint each of them
costs one comparison, and OpenTelemetry is not imported.

    stop = telemetry.configure("worker", settings)   # once a process, after any fork
    ...
    stop()                                           # last of all, within 1.5 s
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from core.settings import Settings
from telemetry.endpoint import signals_wanted
from telemetry.no_operation import NOTHING, Call

if TYPE_CHECKING:
    from telemetry.job_spans import AttemptSpan
    from telemetry.recorder import Recorder

__all__ = [
    "Call",
    "accepted",
    "active",
    "attempt",
    "configure",
    "exposed",
    "inside",
    "outside",
    "sending",
    "unit_of_work",
]

_recorder: "Recorder | None" = None


def configure(component: str, settings: Settings) -> Callable[[], None]:
    """Start exporting if OTEL_* variables name an endpoint; the returned function stops it within 1.5 s."""
    global _recorder
    signals = signals_wanted()
    if not signals:
        return _do_nothing
    from telemetry.otlp import start

    _recorder, stop = start(component, settings, signals)

    def end() -> None:
        global _recorder  # noqa: PLW0603
        _recorder = None
        stop()

    return end


def active() -> "Recorder | None":
    """The recorder, or None without an endpoint."""
    return _recorder


def outside(name: str, **attributes: str | int) -> AbstractContextManager[Call]:
    """Around an external call: a client span with its duration and outcome."""
    return NOTHING if _recorder is None else _recorder.outside(name, attributes)


def unit_of_work(kind: str) -> AbstractContextManager[Call]:
    """Around a transaction (`write`) or a read (`read`)."""
    return NOTHING if _recorder is None else _recorder.unit_of_work(kind)


def attempt(of: "AttemptSpan | None") -> AbstractContextManager[Call]:
    """Around an attempt at a job; `of` is what `Recorder.begin_attempt` returned when the job was claimed."""
    return NOTHING if of is None or _recorder is None else _recorder.attempt(of)


def inside(of: "AttemptSpan | None") -> AbstractContextManager[Call]:
    """Around work that belongs to a job before its attempt begins."""
    return NOTHING if of is None or _recorder is None else _recorder.inside(of)


def accepted(kind: str, seconds: float) -> None:
    """The mail server accepted the message about an order placed `seconds` ago."""
    if _recorder is not None:
        _recorder.accepted(kind, seconds)


def exposed() -> str | None:
    """The metrics of this process in Prometheus's text format, or None if scraping is off."""
    return _recorder.expose() if _recorder is not None and _recorder.expose is not None else None


def sending(queue: str, kind: str) -> tuple[str, Callable[[], None]]:
    """The `traceparent` for a job's row, and the function to call when the row is committed."""
    return ("", _do_nothing) if _recorder is None else _recorder.sending(queue, kind)


def _do_nothing() -> None:
    return
