"""An order's timeline: moves, attempts at its jobs, stock, money, mail and webhooks in one chronological list."""

from collections.abc import Callable
from typing import NamedTuple

from core.redaction import redact
from models.database import Row, Transaction
from models.orders.event_types import in_words
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


class TimelineSource(NamedTuple):
    """A source of entries: a query by order id, and the function that makes an entry of a row."""

    sql: str
    entry_of: Callable[[Row], TimelineEntry]
    ids: int = 1  # how often the id is a parameter of the query


async def timeline(tx: Transaction, order_id: int) -> list[TimelineEntry]:
    """All entries of the order with this row id, oldest first."""
    found: list[tuple[int, int, int, TimelineEntry]] = []
    for rank, source in enumerate(SOURCES):
        rows = await tx.fetch(f"{source.sql} LIMIT {MOST_OF_EACH}", *(order_id,) * source.ids)
        found += [(row["at"], rank, place, source.entry_of(row)) for place, row in enumerate(rows)]
    return [entry for *_, entry in sorted(found, key=lambda each: each[:3])]


def _move(row: Row) -> TimelineEntry:
    title = in_words(row["type"])
    tone = "bad" if row["type"] == "order.cancelled" else "good" if row["type"].startswith("order.") else "plain"
    detail = " ".join(filter(None, [f"by {row['actor']}" if row["actor"] else "", row["detail"]]))
    return TimelineEntry(row["at"], "move", title, detail, tone)


def _attempt(row: Row) -> TimelineEntry:
    words = {"claimed": "taken up", "lost": "lost its worker", "deferred": "put off", "released": "handed back"}
    title = f"{row['kind']} {words.get(row['type'], row['type'])}"
    if row["fence"]:
        title += f", attempt {row['attempt']}"
    error = f"{row['error_type']}: {row['error_message']}" if row["error_type"] else row["error_message"]
    detail = " · ".join(filter(None, [row["worker"], redact(error)]))
    tone = {"succeeded": "good", "failed": "bad", "lost": "bad"}.get(row["type"], "plain")
    return TimelineEntry(row["at"], "job", title, detail, tone, f"/admin/jobs/{row['public_id']}")


def _enqueued(row: Row) -> TimelineEntry:
    return TimelineEntry(
        row["at"], "job", f"{row['kind']} enqueued", row["queue"], "plain", f"/admin/jobs/{row['public_id']}"
    )


def _stock(row: Row) -> TimelineEntry:
    changes = [f"{row[name]:+d} {words}" for name, words in (("d_on_hand", "on hand"), ("d_reserved", "reserved"))]
    kept = [change for change, name in zip(changes, ("d_on_hand", "d_reserved"), strict=True) if row[name]]
    detail = f"{', '.join(kept)}; then {row['on_hand']} on hand, {row['reserved']} reserved"
    return TimelineEntry(row["at"], "stock", f"Stock {row['kind']}: {row['sku']}", detail, "info")


def _payment(row: Row) -> TimelineEntry:
    amount = money(row["amount_cents"])
    tone = {"captured": "good", "refunded": "good", "declined": "bad"}.get(row["state"], "info")
    return TimelineEntry(
        row["at"], "payment", f"{row['purpose'].capitalize()} {row['state'].replace('_', ' ')}", amount, tone
    )


def _mail(row: Row) -> TimelineEntry:
    tone = {"sent": "good", "recorded": "good", "undeliverable": "bad", "dead": "bad"}.get(row["state"], "info")
    title = f"Mail {row['state']}: {row['subject']}"
    return TimelineEntry(row["at"], "mail", title, redact(row["last_error"]), tone, f"/admin/emails/{row['public_id']}")


def _delivery(row: Row) -> TimelineEntry:
    answer = f"answered {row['status']}" if row["status"] else "no answer"
    tone = "good" if row["status"] and 200 <= row["status"] < 300 else "bad"
    detail = f"attempt {row['number']}, {row['duration_ms']} ms"
    return TimelineEntry(row["at"], "webhook", f"{row['type']}: {answer}", detail, tone)


SOURCES = (
    TimelineSource("SELECT at, type, detail, actor FROM order_event WHERE order_id = ? ORDER BY sequence", _move),
    TimelineSource(
        "SELECT created_at AS at, kind, queue, public_id FROM job WHERE subject_type = 'order' AND subject_id = ?"
        " ORDER BY id",
        _enqueued,
    ),
    TimelineSource(
        "SELECT e.at, e.type, e.attempt, e.fence, e.worker, e.error_type, e.error_message, j.kind, j.public_id"
        " FROM job j JOIN job_event e ON e.job_id = j.id WHERE j.subject_type = 'order' AND j.subject_id = ?"
        " ORDER BY e.id",
        _attempt,
    ),
    TimelineSource(
        "SELECT l.at, l.kind, l.d_on_hand, l.d_reserved, l.on_hand, l.reserved, p.sku FROM stock_ledger l"
        " JOIN product p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.id",
        _stock,
    ),
    TimelineSource(
        "SELECT at, purpose, state, amount_cents FROM (SELECT updated_at AS at, purpose, state, amount_cents"
        " FROM payment WHERE order_id = ? AND state <> 'intent' UNION ALL SELECT updated_at, 'refund', state,"
        " amount_cents FROM refund WHERE order_id = ?) AS money ORDER BY at",
        _payment,
        ids=2,
    ),
    TimelineSource(
        "SELECT coalesce(sent_at, updated_at) AS at, state, subject, last_error, public_id FROM email_message"
        " WHERE order_id = ? ORDER BY id",
        _mail,
    ),
    TimelineSource(
        "SELECT a.at, a.number, a.status, a.duration_ms, d.type FROM webhook_delivery d"
        " JOIN webhook_attempt a ON a.delivery_id = d.id WHERE d.order_id = ? ORDER BY a.id",
        _delivery,
    ),
)
