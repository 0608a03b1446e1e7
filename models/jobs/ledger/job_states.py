"""The states of jobs, batches and workers, and what can happen to a job."""

from enum import StrEnum


class JobState(StrEnum):
    """The state of a job. Stored as `QUEUED`, a job whose time has not come is shown as `SCHEDULED`, after a failure as
    `RETRYING`."""

    QUEUED = "queued"
    SCHEDULED = "scheduled"
    RETRYING = "retrying"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    DEAD = "dead"
    CANCELLED = "cancelled"


WAITING = (JobState.QUEUED, JobState.SCHEDULED, JobState.RETRYING)
OPEN = (JobState.QUEUED, JobState.RUNNING)


class JobEventType(StrEnum):
    """The `type` of an event in a job's history."""

    CLAIMED = "claimed"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    DEFERRED = "deferred"
    RELEASED = "released"
    LOST = "lost"
    RETRIED = "retried"
    CANCELLED = "cancelled"
    DISCARDED = "discarded"


class BatchState(StrEnum):
    """The state of a batch of an admin."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class WorkerState(StrEnum):
    """The state of a worker. `STALLED`: a call blocks its event loop. `LOST`: dead, or without heartbeats."""

    ALIVE = "alive"
    DRAINING = "draining"
    STALLED = "stalled"
    LOST = "lost"
