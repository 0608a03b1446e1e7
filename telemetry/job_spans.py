"""An attempt at a job as a consumer span: the child of its sender when it is worked at once, linked to it otherwise."""

import time
from dataclasses import dataclass

from opentelemetry.context import Context
from opentelemetry.trace import Link, Span, SpanKind, Status, StatusCode, Tracer, get_current_span, set_span_in_context

from telemetry.claim_facts import ClaimFacts
from telemetry.instruments import Instruments

OUTCOMES = {"succeeded": "ok", "queued": "retry"}  # the rest as they are: dead, deferred, released, late, busy


@dataclass(slots=True)
class AttemptSpan:
    """An attempt that has begun."""

    claimed: ClaimFacts
    span: Span
    context: Context
    attributes: dict[str, str]
    began: float
    outcome: str = ""
    error_type: str = ""


def begin(tracer: Tracer, claimed: ClaimFacts, messages: dict[str, str], sender: Context) -> AttemptSpan:
    """Start the span; a retry starts a trace of its own and links to its sender, so that no trace lasts for hours."""
    sent_by = get_current_span(sender).get_span_context()
    span = tracer.start_span(
        f"process {claimed.lane}",
        sender if claimed.is_prompt else Context(),
        SpanKind.CONSUMER,
        attributes={
            **messages,
            "messaging.message.id": str(claimed.id),
            "cartwright.job.name": claimed.kind,
            **({"messaging.message.conversation_id": claimed.order} if claimed.order else {}),
        },
        links=[Link(sent_by)] if sent_by.is_valid else [],
    )
    return AttemptSpan(claimed, span, set_span_in_context(span, Context()), messages, time.perf_counter())


def end(attempt: AttemptSpan, instruments: Instruments) -> None:
    """Record how it came out."""
    name = {"cartwright.job.name": attempt.claimed.kind}
    outcome = OUTCOMES.get(attempt.outcome, attempt.outcome)
    error = {"error.type": attempt.error_type} if attempt.error_type else {}
    attempt.span.set_attributes({"cartwright.job.outcome": outcome, **error})
    if outcome in ("retry", "dead"):
        attempt.span.set_status(Status(StatusCode.ERROR))
    attempt.span.end()
    measured = {**attempt.attributes, **name, **error}
    instruments.processing.record(time.perf_counter() - attempt.began, measured)
    instruments.attempts.add(1, {**name, "outcome": outcome})
    instruments.waits.record(
        attempt.claimed.waited_seconds,
        {"messaging.destination.name": attempt.claimed.lane, **name},
    )
    instruments.active.add(-1)
