"""A job's events told as attempts: who took it up, how long it took, how it ended, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

ENDS = ("succeeded", "failed", "deferred", "released", "lost", "cancelled", "discarded")


@dataclass(slots=True)
class JobAttempt:
    """From a claim to its end; `outcome` is running while it has none. What a person did is one without a worker."""

    number: int
    fence: int
    worker: str
    started_at: int
    waited_ms: int | None
    ended_at: int | None = None
    outcome: str = "running"
    error_type: str = ""
    error_message: str = ""
    trace: str = ""

    @property
    def lasted_ms(self) -> int | None:
        return None if self.ended_at is None else max(0, self.ended_at - self.started_at)


def attempts_of(events: Sequence[dict[str, Any]]) -> list[JobAttempt]:
    """The attempts in a job's events, and what people did between them: retried, cancelled or discarded it."""
    attempts: list[JobAttempt] = []
    for event in events:
        if event["type"] == "claimed":
            waited_ms = event.get("lasted_ms")
            attempts.append(JobAttempt(event["attempt"], event["fence"], event["worker"], event["at"], waited_ms))
            continue
        last = attempts[-1] if attempts else None
        if last is None or last.ended_at is not None:
            last = JobAttempt(event["attempt"], event["fence"], event["worker"], event["at"], None)
            attempts.append(last)
        last.ended_at, last.outcome = event["at"], event["type"]
        last.error_type, last.error_message = event["error_type"], event["error_message"]
        last.trace = event["trace"]
    return attempts
