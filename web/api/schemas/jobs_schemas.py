"""The job ledger, its queues and its workers."""

from typing import Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Id, Moment

JobState = Literal["queued", "scheduled", "retrying", "running", "succeeded", "dead", "cancelled"]


class JobError(Document):
    """Why the last attempt failed."""

    type: str
    message: str


class Subject(Document):
    """The subject of a job."""

    type: str
    id: str


class JobSubjectDocument(Subject):
    """The subject of a job, in words and by the ids of what it belongs to."""

    label: str = Field(examples=["Order CW-10023 to receiver.example"])
    order_id: Id | None
    endpoint_id: Id | None = Field(description="the webhook, of a delivery")


class AttemptDocument(Document):
    """One event of a job's history."""

    type: str
    attempt: int
    fence: int
    worker: str
    at: Moment
    error: JobError | None


class JobDocument(Document):
    """One job of the ledger, without its arguments."""

    id: Id
    kind: str
    queue: str
    state: JobState
    priority: int
    attempt: int
    max_attempts: int
    run_at: Moment
    enqueued_at: Moment
    started_at: Moment | None
    finished_at: Moment | None
    duration_ms: int | None
    worker: str | None
    error: JobError | None
    subject: JobSubjectDocument | None
    waiting_because: str | None = Field(
        description="in words; in lists without its place in its queue and the earlier steps of its order"
    )
    attempts: list[AttemptDocument] = Field(description="its history; in lists, the last twenty lines")


class CauseDocument(Document):
    """One reason why a job waits."""

    code: str
    detail: str
    at: Moment | None


class JobInFull(JobDocument):
    """A job with all its wait reasons."""

    causes: list[CauseDocument]


class Batched(Document):
    """The number of jobs in a background batch, which runs in slices of a thousand; no batch without jobs."""

    jobs: int = Field(description="as many as were counted, at most a few thousand")
    more: bool = Field(description="there are more of them than were counted, and the batch works on these too")
    batch_id: Id | None


class QueueDocument(Document):
    """One queue. Rates are jobs a minute over five minutes, latencies milliseconds from due to claimed."""

    name: str
    depth: int
    oldest_age_seconds: float | None
    rate_in_per_minute: float
    rate_out_per_minute: float
    latency_ms: dict[Literal["p50", "p95"], float | None]
    workers: int
    paused: bool


class AllQueues(Document):
    """All queues."""

    items: list[QueueDocument]


class Requeued(Document):
    """How many dead jobs run again, and how many are left for a person to decide about."""

    queue: str
    jobs: int
    left: int
    batch_id: Id | None


class HeldJob(Document):
    """A job that a worker holds. A lost worker's is queued again when its lease has ended."""

    id: str
    kind: str
    order_number: str | None
    lease_until: Moment | None


class WorkerDocument(Document):
    """One worker process, as of its last heartbeat."""

    id: str
    host: str
    pid: int
    queues: list[str]
    concurrency: int
    running: int
    started_at: Moment
    last_seen_at: Moment
    state: Literal["alive", "draining", "stalled", "lost"]
    loop_lag_seconds: float = Field(description="how long its event loop has been blocked")
    jobs: list[HeldJob] = Field(description="up to 20")
    rss_bytes: int
    version: str


class AllWorkers(Document):
    """All worker processes of the last day."""

    items: list[WorkerDocument]
