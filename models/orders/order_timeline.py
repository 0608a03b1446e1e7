"""An order's timeline: moves, attempts at its jobs, stock, money, mail and webhooks in one chronological list."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from core.redaction import redact
from models.database import Transaction, fetch_all
from models.orders.event_types import EventType, in_words
from models.shared.money_text import money

MOST_OF_EACH = 500


class TimelineEntry(NamedTuple):
    """One entry. `tone` is good, bad, info or plain; `href` links to the page of its subject, if there is one."""

    at: int
    source: str  # move | job | stock | payment | mail | webhook
    title: str
    detail: str
    tone: str
    href: str = ""


class Dated(Protocol):
    """A row of one of the sources."""

    @property
    def at(self) -> int:
        """When it happened, in epoch milliseconds."""
        ...

    def entry(self) -> TimelineEntry:
        """What the timeline says of it."""
        ...


async def timeline(tx: Transaction, order_id: int) -> list[TimelineEntry]:
    """All entries of the order with this row id, oldest first."""
    found: list[tuple[int, int, int, TimelineEntry]] = []
    for rank, (shape, sql) in enumerate(SOURCES.items()):
        rows: list[Dated] = await fetch_all(tx, shape, f"{sql} LIMIT {MOST_OF_EACH}", *[order_id] * sql.count("?"))
        found += [(row.at, rank, place, row.entry()) for place, row in enumerate(rows)]
    return [entry for *_, entry in sorted(found, key=lambda each: each[:3])]


@dataclass(frozen=True, slots=True)
class OrderMove:
    """An event of the order's history."""

    at: int
    type: str
    detail: str
    actor: str

    def entry(self) -> TimelineEntry:
        """Good news are those of the order itself, except its end."""
        tone = "good" if self.type.startswith("order.") else "plain"
        if self.type == EventType.ORDER_CANCELLED:
            tone = "bad"
        detail = " ".join(filter(None, [f"by {self.actor}" if self.actor else "", self.detail]))
        return TimelineEntry(self.at, "move", in_words(self.type), detail, tone)


@dataclass(frozen=True, slots=True)
class OrderJob:
    """A job about the order, when it was enqueued."""

    at: int
    kind: str
    queue: str
    public_id: str

    def entry(self) -> TimelineEntry:
        """It links to the job."""
        return TimelineEntry(
            self.at, "job", f"{self.kind} enqueued", self.queue, "plain", f"/admin/jobs/{self.public_id}"
        )


@dataclass(frozen=True, slots=True)
class JobMove:
    """An event of such a job."""

    at: int
    type: str
    attempt: int
    fence: int
    worker: str
    error_type: str
    error_message: str
    kind: str
    public_id: str

    def entry(self) -> TimelineEntry:
        """It links to the job."""
        words = {"claimed": "taken up", "lost": "lost its worker", "deferred": "put off", "released": "handed back"}
        title = f"{self.kind} {words.get(self.type, self.type)}"
        if self.fence:
            title += f", attempt {self.attempt}"
        error = f"{self.error_type}: {self.error_message}" if self.error_type else self.error_message
        detail = " · ".join(filter(None, [self.worker, redact(error)]))
        tone = {"succeeded": "good", "failed": "bad", "lost": "bad"}.get(self.type, "plain")
        return TimelineEntry(self.at, "job", title, detail, tone, f"/admin/jobs/{self.public_id}")


@dataclass(frozen=True, slots=True)
class StockMove:
    """An entry of the stock ledger."""

    at: int
    kind: str
    d_on_hand: int
    d_reserved: int
    on_hand: int
    reserved: int
    sku: str

    def entry(self) -> TimelineEntry:
        """What changed, and what there is since."""
        changes = ((self.d_on_hand, "on hand"), (self.d_reserved, "reserved"))
        changed = ", ".join(f"{change:+d} {words}" for change, words in changes if change)
        detail = f"{changed}; then {self.on_hand} on hand, {self.reserved} reserved"
        return TimelineEntry(self.at, "stock", f"Stock {self.kind}: {self.sku}", detail, "info")


@dataclass(frozen=True, slots=True)
class MoneyMove:
    """A payment or refund as it is now."""

    at: int
    purpose: str
    state: str
    amount_cents: int

    def entry(self) -> TimelineEntry:
        """Its state and amount."""
        title = f"{self.purpose.capitalize()} {self.state.replace('_', ' ')}"
        tone = {"captured": "good", "refunded": "good", "declined": "bad"}.get(self.state, "info")
        return TimelineEntry(self.at, "payment", title, money(self.amount_cents), tone)


@dataclass(frozen=True, slots=True)
class OrderMail:
    """A mail about the order."""

    at: int
    state: str
    subject: str
    last_error: str
    public_id: str

    def entry(self) -> TimelineEntry:
        """It links to the mail."""
        tone = {"sent": "good", "recorded": "good", "undeliverable": "bad", "dead": "bad"}.get(self.state, "info")
        link = f"/admin/emails/{self.public_id}"
        return TimelineEntry(self.at, "mail", f"Mail {self.state}: {self.subject}", redact(self.last_error), tone, link)


@dataclass(frozen=True, slots=True)
class WebhookMove:
    """An attempt to tell a receiver. `status` is its answer, None without one."""

    at: int
    number: int
    status: int | None
    duration_ms: int
    type: str

    def entry(self) -> TimelineEntry:
        """The receiver's answer."""
        answer = f"answered {self.status}" if self.status else "no answer"
        tone = "good" if self.status and 200 <= self.status < 300 else "bad"
        detail = f"attempt {self.number}, {self.duration_ms} ms"
        return TimelineEntry(self.at, "webhook", f"{self.type}: {answer}", detail, tone)


# A source is a query by the order's row id, whose rows come as what they are.
SOURCES: dict[type[Dated], str] = {
    OrderMove: "SELECT at, type, detail, actor FROM order_event WHERE order_id = ? ORDER BY sequence",
    OrderJob: "SELECT created_at AS at, kind, queue, public_id FROM job WHERE subject_type = 'order' AND subject_id = ?"
    " ORDER BY id",
    JobMove: "SELECT e.at, e.type, e.attempt, e.fence, e.worker, e.error_type, e.error_message, j.kind, j.public_id"
    " FROM job j JOIN job_event e ON e.job_id = j.id WHERE j.subject_type = 'order' AND j.subject_id = ?"
    " ORDER BY e.id",
    StockMove: "SELECT l.at, l.kind, l.d_on_hand, l.d_reserved, l.on_hand, l.reserved, p.sku FROM stock_ledger l"
    " JOIN product p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.id",
    MoneyMove: "SELECT at, purpose, state, amount_cents FROM (SELECT updated_at AS at, purpose, state, amount_cents"
    " FROM payment WHERE order_id = ? AND state <> 'intent' UNION ALL SELECT updated_at, 'refund', state,"
    " amount_cents FROM refund WHERE order_id = ?) AS money ORDER BY at",
    OrderMail: "SELECT coalesce(sent_at, updated_at) AS at, state, subject, last_error, public_id FROM email_message"
    " WHERE order_id = ? ORDER BY id",
    WebhookMove: "SELECT a.at, a.number, a.status, a.duration_ms, d.type FROM webhook_delivery d"
    " JOIN webhook_attempt a ON a.delivery_id = d.id WHERE d.order_id = ? ORDER BY a.id",
}
