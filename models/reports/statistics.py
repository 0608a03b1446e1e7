"""Statistics over a span of time: orders, revenue, products sold, customers; one statement per figure."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from models.database import Row, Transaction
from models.orders.order_states import Status
from models.shared.errors import Invalid
from models.shared.times import DAY_MS

HOUR_MS = 3_600_000
WIDTHS_MS = {"hour": HOUR_MS, "day": DAY_MS}
LONGEST_MS = {"hour": 31 * DAY_MS, "day": 731 * DAY_MS}
TOP = 10
SOLD = (Status.CONFIRMED, Status.SHIPPED, Status.DELIVERED)
ORDERS = """
SELECT created_at / CAST(? AS BIGINT) AS slot, status, count(*) AS orders,
    CAST(sum(total_cents) AS BIGINT) AS cents FROM orders WHERE created_at >= ? AND created_at < ? GROUP BY 1, 2
"""
CUSTOMERS = """
SELECT created_at / CAST(? AS BIGINT) AS slot, count(*) AS customers FROM users
WHERE role = 'customer' AND created_at >= ? AND created_at < ? GROUP BY 1
"""
CANCELLATIONS = """
SELECT cancel_reason AS reason, count(*) AS orders FROM orders
WHERE status = 'cancelled' AND created_at >= ? AND created_at < ? GROUP BY 1 ORDER BY 2 DESC
"""
REFUNDED = """
SELECT CAST(coalesce(sum(cents), 0) AS BIGINT) AS cents FROM (
    SELECT amount_cents AS cents FROM refund WHERE state = 'refunded' AND updated_at >= ? AND updated_at < ?
    UNION ALL SELECT amount_cents FROM payment WHERE purpose = 'refund' AND state = 'refunded'
    AND updated_at >= ? AND updated_at < ?) AS given
"""
RETURNING = """
SELECT count(DISTINCT o.user_id) AS customers FROM orders o WHERE o.created_at >= ? AND o.created_at < ?
AND EXISTS (SELECT 1 FROM orders b WHERE b.user_id = o.user_id AND b.id < o.id AND b.status <> 'cancelled')
"""
TOP_PRODUCTS = """
SELECT p.public_id AS product_id, p.sku, p.name, CAST(sum(l.quantity) AS BIGINT) AS units,
    CAST(sum(l.line_total_cents) AS BIGINT) AS cents
FROM orders o JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
WHERE o.created_at >= ? AND o.created_at < ? AND o.status IN ('confirmed', 'shipped', 'delivered')
GROUP BY p.id, p.public_id, p.sku, p.name ORDER BY 4 DESC, p.sku LIMIT ?
"""


@dataclass(slots=True)
class StatisticsBucket:
    """One hour or day."""

    at: int
    orders: int = 0
    confirmed: int = 0
    cancelled: int = 0
    revenue_cents: int = 0
    new_customers: int = 0


@dataclass(slots=True)
class ShopStatistics:
    """The whole span. `confirmed` counts orders confirmed and not cancelled since; the revenue is theirs."""

    since: int
    until: int
    bucket: str
    buckets: list[StatisticsBucket]
    refunded_cents: int = 0
    returning_customers: int = 0
    cancellations: dict[str, int] = field(default_factory=dict)
    top_products: list[Row] = field(default_factory=list)

    def total(self, name: str) -> int:
        """The sum of a figure over all buckets."""
        return sum(getattr(bucket, name) for bucket in self.buckets)


async def figures(tx: Transaction, since: int, until: int, bucket: str) -> ShopStatistics:
    """The figures of a span (epoch milliseconds, `until` exclusive) by hour or day in UTC.

    Raises:
        Invalid: the span is empty, or has too many buckets.
    """
    if not 0 <= since < until:
        raise _invalid("The span ends before it begins.")
    if until - since > LONGEST_MS[bucket]:
        raise _invalid(f"At most {LONGEST_MS[bucket] // DAY_MS} days at a time by the {bucket}.")
    refunded = await tx.fetch_one(REFUNDED, since, until, since, until)
    returning = await tx.fetch_one(RETURNING, since, until)
    cancelled = await tx.fetch(CANCELLATIONS, since, until)
    return ShopStatistics(
        since,
        until,
        bucket,
        await _buckets(tx, since, until, WIDTHS_MS[bucket]),
        refunded["cents"] if refunded else 0,
        returning["customers"] if returning else 0,
        {row["reason"]: row["orders"] for row in cancelled},
        await tx.fetch(TOP_PRODUCTS, since, until, TOP),
    )


async def _buckets(tx: Transaction, since: int, until: int, width: int) -> list[StatisticsBucket]:
    """All buckets of the span, including empty ones."""
    counts: defaultdict[int, dict[str, Any]] = defaultdict(lambda: defaultdict(int))
    for row in await tx.fetch(ORDERS, width, since, until):
        counted = counts[row["slot"]]
        counted["orders"] += row["orders"]
        if row["status"] in SOLD:
            counted["confirmed"] += row["orders"]
            counted["revenue_cents"] += row["cents"]
        elif row["status"] == Status.CANCELLED:
            counted["cancelled"] += row["orders"]
    for row in await tx.fetch(CUSTOMERS, width, since, until):
        counts[row["slot"]]["new_customers"] += row["customers"]
    return [StatisticsBucket(slot * width, **counts[slot]) for slot in range(since // width, -(-until // width))]


def _invalid(words: str) -> Invalid:
    return Invalid.field("from", "out_of_range", words)
