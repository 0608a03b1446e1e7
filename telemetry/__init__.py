"""Tells whoever watches what the program does: traces, metrics and logs over OTLP, when an endpoint is set.

The borders of the house (requests, jobs, transactions, calls outside) call the functions below. Without an endpoint
each of them is one comparison, and OpenTelemetry is not even imported.

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
    """Start to tell, if the standard OTEL_* variables name an endpoint; what this returns ends it, bounded in time."""
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
    """Who records, or None when nobody watches."""
    return _recorder


def outside(name: str, **attributes: str | int) -> AbstractContextManager[Call]:
    """Around a call that leaves the process: a client span, its duration, and how it ended."""
    return NOTHING if _recorder is None else _recorder.outside(name, attributes)


def unit_of_work(kind: str) -> AbstractContextManager[Call]:
    """Around a transaction (`write`) or a look (`read`)."""
    return NOTHING if _recorder is None else _recorder.unit_of_work(kind)


def attempt(of: "AttemptSpan | None") -> AbstractContextManager[Call]:
    """Around the work on a job; `of` is what `Recorder.begin_attempt` gave when it was claimed."""
    return NOTHING if of is None or _recorder is None else _recorder.attempt(of)


def inside(of: "AttemptSpan | None") -> AbstractContextManager[Call]:
    """Around what is done for a job before its work begins."""
    return NOTHING if of is None or _recorder is None else _recorder.inside(of)


def accepted(kind: str, seconds: float) -> None:
    """A mail server took the message of an order that was placed so long ago."""
    if _recorder is not None:
        _recorder.accepted(kind, seconds)


def exposed() -> str | None:
    """The metrics of this process in Prometheus's format, or None if nobody asked for them to be kept."""
    return _recorder.expose() if _recorder is not None and _recorder.expose is not None else None


def sending(lane: str, kind: str) -> tuple[str, Callable[[], None]]:
    """The `traceparent` to write into a job's row, and what to call when the row is committed."""
    return ("", _do_nothing) if _recorder is None else _recorder.sending(lane, kind)


def _do_nothing() -> None:
    return
