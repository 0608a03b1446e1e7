"""Sales analytics: revenue by day, best-selling products, customers, and reasons for cancellations.

Revenue is the total of orders that were not cancelled, on the day they were placed (UTC).
"""

from dataclasses import dataclass
from typing import Any

from models.database import Row, Transaction
from models.orders.order_states import CancelReason
from models.shared.errors import Invalid
from models.shared.times import DAY_MS

MOST_DAYS = 731
TOP = 10
DAYS = """
SELECT o.created_at / 86400000 AS day, count(*) AS placed,
    sum(CASE WHEN o.status = 'cancelled' THEN 1 ELSE 0 END) AS cancelled,
    CAST(sum(CASE WHEN o.status = 'cancelled' THEN 0 ELSE o.total_cents END) AS BIGINT) AS cents,
    count(DISTINCT CASE WHEN o.status = 'cancelled' THEN NULL ELSE o.email END) AS buyers
FROM orders o WHERE o.id >= ? AND o.created_at >= ? AND o.created_at < ? GROUP BY 1 ORDER BY 1
"""
# Grouped by expressions instead of bare columns, because the planner would scan a whole index on the columns.
PRODUCTS = """
SELECT p.public_id AS id, p.sku, p.name, sold.units, sold.cents FROM (
    SELECT l.product_id + 0 AS product_id, sum(l.quantity) AS units, CAST(sum(l.line_total_cents) AS BIGINT) AS cents
    FROM orders o JOIN order_line l ON l.order_id = o.id
    WHERE o.id >= ? AND o.created_at >= ? AND o.created_at < ? AND o.status <> 'cancelled'
    GROUP BY l.product_id + 0 ORDER BY 3 DESC, 1 LIMIT ?) AS sold
JOIN product p ON p.id = sold.product_id ORDER BY sold.cents DESC, p.sku
"""
BUYERS = """
SELECT here.day, count(*) AS buyers, sum(CASE WHEN EXISTS (SELECT 1 FROM orders f WHERE f.email = here.email
    AND f.id < here.id AND f.status <> 'cancelled') THEN 0 ELSE 1 END) AS first_time
FROM (SELECT min(o.created_at) / 86400000 AS day, min(o.id) AS id, o.email || '' AS email FROM orders o
    WHERE o.id >= ? AND o.created_at >= ? AND o.created_at < ? AND o.status <> 'cancelled'
    GROUP BY o.email || '') AS here GROUP BY here.day
"""
REASONS = """
SELECT o.cancel_reason AS reason, count(*) AS orders, CAST(sum(o.total_cents) AS BIGINT) AS cents FROM orders o
WHERE o.id >= ? AND o.created_at >= ? AND o.created_at < ? AND o.status = 'cancelled'
GROUP BY o.cancel_reason ORDER BY orders DESC
"""
WORDS: dict[CancelReason, str] = {
    CancelReason.OUT_OF_STOCK: "Sold out in the meantime",
    CancelReason.PAYMENT_DECLINED: "Payment declined",
    CancelReason.PAYMENT_EXPIRED: "Not paid in time",
    CancelReason.CUSTOMER: "Cancelled by the customer",
    CancelReason.ADMIN: "Cancelled by the shop",
}
TREND_DAYS = 7


@dataclass(slots=True)
class Day:
    """One day; `at` is its start in epoch milliseconds. A customer counts once a day."""

    at: int
    placed: int = 0
    cancelled: int = 0
    cents: int = 0
    customers: int = 0
    new_customers: int = 0

    @property
    def returning_customers(self) -> int:
        return self.customers - self.new_customers


@dataclass(frozen=True, slots=True)
class Report:
    """Everything on the page, for the days from `since` (inclusive) to `until` (exclusive)."""

    since: int
    until: int
    days: list[Day]
    products: list[Row]
    new_customers: int
    returning_customers: int
    reasons: list[dict[str, Any]]

    @property
    def trend(self) -> list[float]:
        """The moving average of revenue over seven days, or over fewer at the start of the span."""
        cents = [day.cents for day in self.days]
        weeks = [cents[max(0, at - TREND_DAYS + 1) : at + 1] for at in range(len(cents))]
        return [sum(week) / len(week) for week in weeks]

    @property
    def cents(self) -> int:
        return sum(day.cents for day in self.days)

    @property
    def placed(self) -> int:
        return sum(day.placed for day in self.days)

    @property
    def cancelled(self) -> int:
        return sum(day.cancelled for day in self.days)


async def report(tx: Transaction, since: int, until: int) -> Report:
    """The figures of whole days. Raises Invalid for an empty span or one of more than two years."""
    if not 0 < until - since <= MOST_DAYS * DAY_MS:
        words = "Choose from one day up to two years."
        raise Invalid.field("since", "out_of_range", words)
    span = (await _first_order(tx, since), since, until)
    days = {day.at: day for day in await _days(tx, *span)}
    buyers = await tx.fetch(BUYERS, *span)
    for row in buyers:
        days[int(row["day"]) * DAY_MS].new_customers = int(row["first_time"])
    new_customers = sum(day.new_customers for day in days.values())
    reasons = await tx.fetch(REASONS, *span)
    return Report(
        since=since,
        until=until,
        days=list(days.values()),
        products=[dict(row) for row in await tx.fetch(PRODUCTS, *span, TOP)],
        new_customers=new_customers,
        returning_customers=sum(int(row["buyers"]) for row in buyers) - new_customers,
        reasons=[{**dict(row), "words": WORDS[CancelReason(row["reason"])]} for row in reasons],
    )


async def by_day(tx: Transaction, since: int, until: int) -> list[Day]:
    """Orders and revenue by day, including days without orders."""
    return await _days(tx, await _first_order(tx, since), since, until)


async def _days(tx: Transaction, first: int, since: int, until: int) -> list[Day]:
    rows = await tx.fetch(DAYS, first, since, until)
    known = {int(row["day"]) * DAY_MS: row for row in rows}
    return [_day(at, known.get(at)) for at in range(since, until, DAY_MS)]


def _day(at: int, row: Row | None) -> Day:
    if row is None:
        return Day(at)
    return Day(at, row["placed"], row["cancelled"], int(row["cents"]), row["buyers"])


async def _first_order(tx: Transaction, at: int) -> int:
    """The first order since a time, by binary search: ids rise with time, so older orders need not be read."""
    last = await tx.fetch_one("SELECT id FROM orders WHERE id > 0 ORDER BY id DESC LIMIT 1")
    low, high = 0, (last["id"] if last else 0) + 1
    while low < high:
        middle = (low + high) // 2
        row = await tx.fetch_one("SELECT created_at FROM orders WHERE id >= ? ORDER BY id LIMIT 1", middle)
        if row is None or row["created_at"] >= at:
            high = middle
        else:
            low = middle + 1
    return max(0, low - SLACK)


SLACK = 100  # concurrent orders may get ids out of time order
