"""Groups a job's events into attempts: which worker, how long, and the outcome."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.database import Row
from models.jobs.ledger.job_states import JobEventType


@dataclass(slots=True)
class JobAttempt:
    """From a claim to its outcome, `running` until it has one. An admin's action is an attempt without a worker."""

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


def attempts_of(events: Sequence[Row]) -> list[JobAttempt]:
    """The attempts in a job's events, and the admins' actions between them."""
    attempts: list[JobAttempt] = []
    for event in events:
        if event["type"] == JobEventType.CLAIMED:
            waited_ms = event["lasted_ms"] if "lasted_ms" in set(event.keys()) else None
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
