"""What the shop sells: revenue by day, the products that sell best, who buys, and why orders are cancelled.

Revenue is what orders that were not cancelled come to, on the day they were placed (UTC).
"""

from dataclasses import dataclass
from typing import Any

from models.database import Row, Transaction
from models.orders.order_states import CancelReason
from models.shared.errors import FieldError, Invalid

DAY_MS = 24 * 3600 * 1000
MOST_DAYS = 731
TOP = 10
DAYS = """
SELECT o.created_at / 86400000 AS day, count(*) AS placed,
    sum(CASE WHEN o.status = 'cancelled' THEN 1 ELSE 0 END) AS cancelled,
    CAST(sum(CASE WHEN o.status = 'cancelled' THEN 0 ELSE o.total_cents END) AS BIGINT) AS cents,
    count(DISTINCT CASE WHEN o.status = 'cancelled' THEN NULL ELSE o.email END) AS buyers
FROM orders o WHERE o.id >= ? AND o.created_at >= ? AND o.created_at < ? GROUP BY 1 ORDER BY 1
"""
# Grouped by sums and joined words, not by the bare columns: an index on them would be walked from end to end.
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
    """One day of the shop; `at` is its beginning in epoch milliseconds. Customers are counted once on each day."""

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
    """Everything on the page, for the days from `since` up to but without `until`."""

    since: int
    until: int
    days: list[Day]
    products: list[Row]
    new_customers: int
    returning_customers: int
    reasons: list[dict[str, Any]]

    @property
    def trend(self) -> list[float]:
        """The mean of each day's revenue and of the days before it, a week in all, as far as the span goes."""
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
    """The figures of whole days. Raises Invalid for none or more than two years of them."""
    if not 0 < until - since <= MOST_DAYS * DAY_MS:
        words = "Choose from one day up to two years."
        raise Invalid(words, errors=[FieldError("since", "out_of_range", words)])
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
    """Orders and revenue of whole days; days on which nothing was ordered are days too."""
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
    """Ids rise with time: the first order of a time is found by halving, so that older ones need not be read."""
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


SLACK = 100  # orders placed together may have got their ids in another order
