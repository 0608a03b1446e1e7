"""Which orders the people of the shop want to see: by payment, by what has to be done, and by age."""

from dataclasses import dataclass

from models.database import Transaction
from models.shared.errors import Invalid

HOUR_MS = 3_600_000
SLACK = 100  # concurrent orders may get ids out of time order
NEXT = "SELECT created_at FROM orders WHERE id >= ? ORDER BY id LIMIT 1"
CHARGES = "SELECT c.order_id FROM payment c WHERE c.purpose = 'charge' AND c.state"
GRANTED = "SELECT g.order_id FROM refund g"
# The time keeps SQLite to the index of refunds alone; it would read through that of all payments.
CANCELLED = "SELECT b.order_id FROM payment b WHERE b.purpose = 'refund' AND b.updated_at > 0"
ALL_BACK = f"""
SELECT g.order_id FROM refund g JOIN orders s ON s.id = g.order_id
GROUP BY g.order_id, s.total_cents HAVING sum(g.amount_cents) >= s.total_cents UNION {CANCELLED}
"""  # noqa: S608  a constant
# Asked of one order after the other, newest first: most orders pass, so that a page and a count are soon full.
WAS_CANCELLED = "EXISTS (SELECT 1 FROM payment b WHERE b.order_id = o.id AND b.purpose = 'refund')"
WAS_GIVEN_BACK = """EXISTS (SELECT 1 FROM refund g WHERE g.order_id = o.id GROUP BY g.order_id
    HAVING sum(g.amount_cents) >= o.total_cents)"""
KEPT = f"""EXISTS (SELECT 1 FROM payment c WHERE c.order_id = o.id AND c.purpose = 'charge' AND c.state = 'captured')
    AND NOT EXISTS (SELECT 1 FROM refund g WHERE g.order_id = o.id) AND NOT {WAS_CANCELLED}"""  # noqa: S608  a constant
PAYMENTS = {
    "pending": f"o.id IN ({CHARGES} IN ('intent', 'submitted'))",
    "unknown": f"o.id IN ({CHARGES} = 'unknown')",
    "declined": f"o.id IN ({CHARGES} = 'declined')",
    "captured": KEPT,
    "partly_refunded": f"o.id IN ({GRANTED}) AND o.id NOT IN ({ALL_BACK})",
    "refunded": f"o.id IN ({ALL_BACK})",
}
TO_SHIP = f"o.status = 'confirmed' AND NOT {WAS_GIVEN_BACK} AND NOT {WAS_CANCELLED}"


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """What to list; the defaults take all. Times are epoch milliseconds, `until` exclusive."""

    payment: str = ""
    is_to_ship: bool = False
    is_under_review: bool = False
    since: int | None = None
    until: int | None = None
    older_than_hours: int | None = None


ALL = OrderFilter()


async def conditions(tx: Transaction, chosen: OrderFilter) -> tuple[list[str], list[object]]:
    """The conditions on `o`, and their values. Raises Invalid for an unknown payment state."""
    if chosen.payment and chosen.payment not in PAYMENTS:
        words = f"Payments are {', '.join(PAYMENTS)}."
        raise Invalid.field("payment", "unknown", words)
    found, values = [PAYMENTS[chosen.payment]] if chosen.payment else [], list[object]()
    if chosen.is_to_ship:
        found.append(TO_SHIP)
    if chosen.is_under_review:
        found.append("o.review_reason IS NOT NULL")
    until = chosen.until
    if chosen.older_than_hours is not None:
        oldest = tx.now - chosen.older_than_hours * HOUR_MS
        until = oldest if until is None else min(until, oldest)
    if chosen.since is not None:
        found += ["o.id >= ?", "o.created_at >= ?"]
        values += [await first_since(tx, chosen.since), chosen.since]
    if until is not None:
        found += ["o.id <= ?", "o.created_at < ?"]
        values += [await last_before(tx, until), until]
    return found, values


async def first_since(tx: Transaction, at: int) -> int:
    """An id that no order placed since this time is below."""
    return max(0, await _search(tx, at) - SLACK)


async def last_before(tx: Transaction, at: int) -> int:
    """An id that no order placed before this time is above."""
    return await _search(tx, at) + SLACK


async def _search(tx: Transaction, at: int) -> int:
    """By halves: ids rise with time, so that few orders are looked at."""
    last = await tx.fetch_one("SELECT id FROM orders WHERE id > 0 ORDER BY id DESC LIMIT 1")
    low, high = 0, (last["id"] if last else 0) + 1
    while low < high:
        middle = (low + high) // 2
        row = await tx.fetch_one(NEXT, middle)
        if row is None or row["created_at"] >= at:
            high = middle
        else:
            low = middle + 1
    return low
