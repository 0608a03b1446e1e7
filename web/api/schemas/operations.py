"""Jobs, queues, workers, mail, webhooks, figures and the audit log: what admins look at."""

from typing import Any, Literal

from pydantic import Field

from web.api.schemas.common import Document, Id, Moment, Money

JobState = Literal["queued", "scheduled", "running", "succeeded", "dead", "cancelled"]


class JobError(Document):
    """Why the last attempt failed."""

    type: str
    message: str


class Subject(Document):
    """What a job is about."""

    type: str
    id: str


class Attempt(Document):
    """One line of a job's history."""

    type: str
    attempt: int
    fence: int
    worker: str
    at: Moment
    error: JobError | None


class Job(Document):
    """One job of the ledger. Its arguments are masked: what it is about says enough."""

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
    subject: Subject | None
    waiting_because: str | None = Field(description="in words; in lists, only what the job itself tells")


class Cause(Document):
    """One reason why a job is not done."""

    code: str
    detail: str
    at: Moment | None


class JobInFull(Job):
    """A job with its history and everything it waits for."""

    causes: list[Cause]
    attempts: list[Attempt]


class Retried(Document):
    """How many jobs are run again, by which background batch."""

    jobs: int
    batch_id: Id | None


class Queue(Document):
    """One lane of jobs. Rates are jobs a minute over five minutes, latencies milliseconds from due to claimed."""

    name: str
    depth: int
    oldest_age_seconds: float | None
    rate_in_per_minute: float
    rate_out_per_minute: float
    latency_ms: dict[Literal["p50", "p95"], float | None]
    workers: int
    paused: bool


class Worker(Document):
    """One worker process, by its heartbeat."""

    id: str
    host: str
    pid: int
    queues: list[str]
    concurrency: int
    running: int
    started_at: Moment
    last_seen_at: Moment
    state: Literal["alive", "draining", "lost"]
    rss_bytes: int
    version: str


class Email(Document):
    """One message the shop owes or has sent."""

    id: Id
    message_id: str
    kind: str
    recipient: str
    subject: str
    state: Literal["queued", "sending", "sent", "recorded", "undeliverable", "dead"]
    attempts: int
    maybe_duplicate: int
    last_error: str
    created_at: Moment
    sent_at: Moment | None


class Webhook(Document):
    """A receiver of events."""

    id: Id
    url: str
    events: list[str]
    note: str
    state: Literal["active", "failing", "disabled"]
    disabled_reason: str
    failing_since: Moment | None
    previous_secret_until: Moment | None
    created_at: Moment
    updated_at: Moment
    secret: str | None = Field(default=None, description="once, when it is made")


class DeliveryAttempt(Document):
    """One attempt at a message."""

    number: int
    at: Moment
    status: int | None
    duration_ms: int
    answer: str = Field(description="the first KiB of it")
    error: str


class Delivery(Document):
    """One message to one receiver; `id` is its `webhook-id`."""

    id: str
    type: str
    state: Literal["queued", "failed", "delivered", "dead"]
    order_id: Id | None
    body: dict[str, Any]
    created_at: Moment
    updated_at: Moment
    attempts: list[DeliveryAttempt]


class TestSent(Document):
    """A test message is on its way."""

    __test__ = False

    delivery_id: str


class Redelivered(Document):
    """How many messages are sent again."""

    deliveries: int


class AuditEntry(Document):
    """Who changed what, when, from where and why."""

    at: Moment
    actor: str
    action: str
    object: Subject
    before: Any
    after: Any
    reason: str
    request_id: str
    address: str


class Bucket(Document):
    """The orders of one hour or day."""

    at: Moment
    orders: int
    confirmed: int
    cancelled: int
    revenue: Money
    new_customers: int


class TopProduct(Document):
    """What sold well."""

    product_id: Id
    sku: str
    name: str
    units: int
    revenue: Money


class Statistics(Document):
    """The shop over a span of time. Conversion is confirmed orders by placed ones, from 0 to 1."""

    since: Moment
    until: Moment
    bucket: Literal["hour", "day"]
    orders: int
    confirmed: int
    cancelled: int
    revenue: Money
    refunded: Money
    conversion: float | None
    new_customers: int
    returning_customers: int
    cancellations: dict[str, int]
    buckets: list[Bucket]
    top_products: list[TopProduct]


class WebhookEvent(Document):
    """What is posted to receivers. `data.sequence` lets them put events in order and skip what they know."""

    type: str = Field(examples=["order.confirmed"])
    timestamp: Moment
    data: dict[str, Any]


class Probe(Document):
    """It is so."""

    status: Literal["ok"]


class Health(Document):
    """How the shop is."""

    status: Literal["ok"]
    queue: dict[str, int]
    workers: int = Field(description="alive")
    oldest_job_age_seconds: float
