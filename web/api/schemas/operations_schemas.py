"""Mail, webhooks, statistics and the audit log, for admins; and health."""

from typing import Any, Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Id, Moment, Money
from web.api.schemas.jobs_schemas import Subject


class Email(Document):
    """One mail, pending or sent."""

    id: Id
    message_id: str
    kind: str
    recipient: str
    subject: str
    state: Literal["queued", "sending", "sent", "recorded", "undeliverable", "dead", "withdrawn", "held"]
    attempts: int
    maybe_duplicate: int
    last_error: str
    created_at: Moment
    sent_at: Moment | None


class Webhook(Document):
    """A webhook endpoint."""

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
    """One attempt at a delivery."""

    number: int
    at: Moment
    status: int | None
    duration_ms: int
    answer: str = Field(description="the first KiB of it")
    error: str


class DeliveryDocument(Document):
    """One delivery to one endpoint; `id` is its `webhook-id`."""

    id: str
    type: str
    state: Literal["queued", "failed", "delivered", "dead"]
    order_id: Id | None
    body: dict[str, Any]
    created_at: Moment
    updated_at: Moment
    attempts: list[DeliveryAttempt]


class TestSent(Document):
    """A test message was scheduled."""

    __test__ = False

    delivery_id: str


class Redelivered(Document):
    """The number of messages to be sent again."""

    deliveries: int


class AuditEntryDocument(Document):
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


class FiguresDocument(Document):
    """Figures of a time. Revenue is gross less what was refunded in it; a customer is an e-mail address."""

    orders: int = Field(description="placed in it, whatever became of them")
    confirmed: int = Field(description="of those, confirmed and not cancelled since")
    cancelled: int
    new_customers: int = Field(description="whose first order, those cancelled aside, was placed in it")
    returning_customers: int = Field(description="who ordered in it, and had ordered before")
    gross: Money = Field(description="charged for the orders placed in it")
    refunded: Money = Field(description="given back in it, of whatever order")
    revenue: Money


class BucketDocument(FiguresDocument):
    """The statistics of one hour, day, week or month of the shop; `at` is its start."""

    at: Moment


class BeforeDocument(FiguresDocument):
    """The statistics of as many days before."""

    since: Moment
    until: Moment


class TopProduct(Document):
    """A best-selling product. Its revenue is what was sold of it; refunds are of whole orders, and not deducted."""

    product_id: Id
    sku: str
    name: str
    units: int
    revenue: Money


class StatisticsDocument(FiguresDocument):
    """The statistics of a span of time. Conversion is confirmed orders divided by placed ones, from 0 to 1."""

    since: Moment
    until: Moment
    time_zone: str = Field(description="the shop's, whose days these are", examples=["Europe/Berlin"])
    bucket: Literal["hour", "day", "week", "month"]
    average_order: Money = Field(description="gross by orders that were paid for")
    conversion: float | None
    before: BeforeDocument
    cancellations: dict[str, int]
    buckets: list[BucketDocument]
    top_products: list[TopProduct]


class Probe(Document):
    """A successful probe."""

    status: Literal["ok"]


class Health(Document):
    """The health of the shop. Admins, and operators who send their token, are told more than the status."""

    status: Literal["ok"]
    database: Literal["ok"] = "ok"
    queue: dict[str, int] = Field(default={}, description="how many jobs are queued and running")
    workers: int = Field(default=0, description="alive")
    oldest_job_age_seconds: float = 0
