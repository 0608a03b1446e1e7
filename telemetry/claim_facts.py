"""What a claim says of a job, for telemetry to tell; known without OpenTelemetry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """One job that a worker is about to work on.

    `order` is the number people quote, empty if the job is about none. `is_prompt`: it was due when it was sent, and
    nobody worked on it before.
    """

    id: int
    kind: str
    lane: str
    order: str
    is_prompt: bool
    waited_seconds: float
    traceparent: str
