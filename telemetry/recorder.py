"""Records requests, jobs, transactions and external calls as spans and metrics.

Attributes are names, numbers and words from short lists, never addresses, user input or exception messages. Ids are
attributes of spans only, never of metrics.
"""

import time
from collections.abc import Callable, Mapping
from types import TracebackType

from opentelemetry import context as contexts
from opentelemetry.context import Context
from opentelemetry.metrics import Histogram, Meter
from opentelemetry.trace import (
    INVALID_SPAN,
    Span,
    SpanKind,
    Status,
    StatusCode,
    Tracer,
    get_current_span,
    set_span_in_context,
)
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from telemetry.alarm_gauge import AlarmGauge
from telemetry.claim_facts import ClaimFacts
from telemetry.gauges import QueueGauges
from telemetry.instruments import Instruments
from telemetry.job_spans import AttemptSpan, begin, end
from telemetry.no_operation import Call

Attributes = Mapping[str, str | int]
FAILED = Status(StatusCode.ERROR)
_carrier = TraceContextTextMapPropagator()


class Recorder:
    """The recorder of one process."""

    def __init__(
        self,
        tracer: Tracer,
        meter: Meter,
        *,
        messaging_system: str,
        database_system: str,
        expose: Callable[[], str] | None = None,
    ) -> None:
        self.tracer, self.expose = tracer, expose
        self.instruments = Instruments(meter)
        self.gauges = QueueGauges(meter)
        self.alarms = AlarmGauge(meter)
        self.messaging_system = messaging_system
        self._database = {"db.system.name": database_system}

    def request(self, headers: Mapping[str, str]) -> "Recorded":
        """Around a request. A `traceparent` header continues the caller's trace."""
        parent = _carrier.extract(headers) if "traceparent" in headers else Context()
        span = self.tracer.start_span("HTTP", parent, SpanKind.SERVER)
        return Recorded(span, self.instruments.requests, {})

    def outside(self, name: str, attributes: Attributes) -> "Recorded":
        """Around an external call."""
        is_mail = name.startswith("smtp")
        measure = self.instruments.mail if is_mail else self.instruments.calls
        measured = dict(attributes) if is_mail else {"cartwright.call": name, **attributes}
        return Recorded(self.tracer.start_span(name, kind=SpanKind.CLIENT, attributes=measured), measure, measured)

    def unit_of_work(self, kind: str) -> "Recorded":
        """Around a transaction. It gets a span only inside a trace, so that polling starts no traces."""
        measured = {**self._database, "db.operation.name": kind}
        span: Span = INVALID_SPAN
        if kind == "write" and get_current_span().is_recording():
            span = self.tracer.start_span("database write", kind=SpanKind.CLIENT, attributes=measured)
        return Recorded(span, self.instruments.database, measured)

    def sending(self, queue: str, kind: str) -> tuple[str, Callable[[], None]]:
        """A producer span for a job about to be written; recorded only if the returned function is called."""
        attributes = {**self._messages("send", queue), "cartwright.job.name": kind}
        span = self.tracer.start_span(f"send {queue}", kind=SpanKind.PRODUCER, attributes=attributes)
        headers: dict[str, str] = {}
        _carrier.inject(headers, set_span_in_context(span))

        def committed() -> None:
            span.end()
            self.instruments.sent.add(1, self._messages("send", queue))

        return headers.get("traceparent", ""), committed

    def begin_attempt(self, claimed: ClaimFacts) -> AttemptSpan:
        """The consumer span of a claimed job; recorded when the attempt ends."""
        attributes = self._messages("process", claimed.queue)
        parent = _carrier.extract({"traceparent": claimed.traceparent}) if claimed.traceparent else Context()
        return begin(self.tracer, claimed, attributes, parent)

    def accepted(self, kind: str, seconds: float) -> None:
        """The mail server accepted the message about an order placed `seconds` ago."""
        self.instruments.end_to_end.record(seconds, {"cartwright.job.name": kind})

    def attempt(self, of: AttemptSpan) -> "Working":
        """Around an attempt at a job."""
        return Working(of, self.instruments)

    def inside(self, of: AttemptSpan) -> "Inside":
        """Makes the attempt's span the current one."""
        return Inside(of)

    def _messages(self, operation: str, queue: str) -> dict[str, str]:
        return {
            "messaging.system": self.messaging_system,
            "messaging.destination.name": queue,
            "messaging.operation.name": operation,
            "messaging.operation.type": operation,
        }


class Recorded(Call):
    """A span and a duration."""

    __slots__ = ("_began", "_measure", "_measured", "_token", "span")

    def __init__(self, span: Span, measure: Histogram, measured: Attributes) -> None:
        self.span, self._measure, self._measured = span, measure, dict(measured)
        self._began = time.perf_counter()

    def describe(self, attributes: Attributes) -> None:
        self._measured.update(attributes)
        self.span.set_attributes(attributes)

    def fail(self, error_type: str) -> None:
        self._measured["error.type"] = error_type
        self.span.set_attribute("error.type", error_type)
        self.span.set_status(FAILED)

    def __enter__(self) -> "Recorded":
        inside = self.span is not INVALID_SPAN
        self._token = contexts.attach(set_span_in_context(self.span)) if inside else None
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is not None:
            self.fail(kind.__name__)
        self._measure.record(time.perf_counter() - self._began, self._measured)
        if self._token is not None:
            contexts.detach(self._token)
            self.span.end()


class Inside(Call):
    """Work for a job, during which the attempt's span is the current one."""

    __slots__ = ("_attempt", "_token")

    def __init__(self, attempt: AttemptSpan) -> None:
        self._attempt = attempt

    def __enter__(self) -> "Inside":
        self._token = contexts.attach(self._attempt.context)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        contexts.detach(self._token)


class Working(Inside):
    """An attempt at a job, counted and timed."""

    __slots__ = ("_instruments",)

    def __init__(self, attempt: AttemptSpan, instruments: Instruments) -> None:
        super().__init__(attempt)
        self._instruments = instruments

    def fail(self, error_type: str) -> None:
        self._attempt.error_type = error_type

    def end_as(self, outcome: str) -> None:
        self._attempt.outcome = outcome

    def __enter__(self) -> "Working":
        super().__enter__()
        self._instruments.active.add(1)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        super().__exit__(kind, error, at)
        if kind is not None:
            self._attempt.outcome, self._attempt.error_type = "released", kind.__name__
        end(self._attempt, self._instruments)
