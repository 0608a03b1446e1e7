"""The facts about a claimed job that telemetry reports; importable without OpenTelemetry."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """One claimed job.

    `order` is the public order number, empty if the job concerns no order. `is_prompt`: it was due when it was
    enqueued, and this is its first claim.
    """

    id: int
    kind: str
    queue: str
    order: str
    is_prompt: bool
    waited_seconds: float
    traceparent: str
