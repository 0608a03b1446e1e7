"""What the shop sold: one report for the page, the API and the files, by the shop's hours, days, weeks or months.

Gross is what was charged for the orders placed in a slot, those cancelled later included. Refunds are what was given
back in it, of whatever order. Revenue is gross less refunds. A customer is an e-mail address, by account or not;
a new one had no earlier order that was not cancelled.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.database import Row, Transaction
from models.orders import order_filters
from models.orders.order_states import CancelReason
from models.reports.report_slots import WIDTHS, Slots, days_in, slots_of, span_before
from models.shared.errors import Invalid

MOST_DAYS, MOST_DAYS_BY_HOUR = 731, 31
TOP = 10
SOLD = "o.status IN ('confirmed', 'shipped', 'delivered')"
CHARGED = f"""({SOLD} OR (o.status = 'cancelled' AND EXISTS (SELECT 1 FROM payment c WHERE c.order_id = o.id
    AND c.purpose = 'charge' AND c.state = 'captured')))"""  # noqa: S608  a constant
SPAN = "o.id >= ? AND o.created_at >= ? AND o.created_at < ?"
ORDERS = f"""
SELECT {{slot}} AS slot, count(*) AS placed, sum(CASE WHEN {SOLD} THEN 1 ELSE 0 END) AS confirmed,
    sum(CASE WHEN o.status = 'cancelled' THEN 1 ELSE 0 END) AS cancelled,
    sum(CASE WHEN {CHARGED} THEN 1 ELSE 0 END) AS charged,
    CAST(sum(CASE WHEN {CHARGED} THEN o.total_cents ELSE 0 END) AS BIGINT) AS gross_cents,
    count(DISTINCT CASE WHEN o.status = 'cancelled' THEN NULL ELSE o.email END) AS customers
FROM orders o WHERE {SPAN} GROUP BY 1
"""  # noqa: S608  constants
REFUNDS = """
SELECT {slot} AS slot, CAST(sum(g.cents) AS BIGINT) AS refunded_cents FROM (
    SELECT updated_at AS at, amount_cents AS cents FROM refund
        WHERE state = 'refunded' AND updated_at >= ? AND updated_at < ?
    UNION ALL SELECT updated_at, amount_cents FROM payment
        WHERE purpose = 'refund' AND state = 'refunded' AND updated_at >= ? AND updated_at < ?) AS g GROUP BY 1
"""
# Grouped by expressions instead of bare columns, because the planner would scan a whole index on the columns.
PRODUCTS = f"""
SELECT p.public_id AS id, p.sku, p.name, p.picture, sold.units, sold.cents FROM (
    SELECT l.product_id + 0 AS product_id, CAST(sum(l.quantity) AS BIGINT) AS units,
        CAST(sum(l.line_total_cents) AS BIGINT) AS cents
    FROM orders o JOIN order_line l ON l.order_id = o.id
    WHERE {SPAN} AND {SOLD} GROUP BY l.product_id + 0 ORDER BY 3 DESC, 1 LIMIT ?) AS sold
JOIN product p ON p.id = sold.product_id ORDER BY sold.cents DESC, p.sku
"""  # noqa: S608  constants
BUYERS = f"""
SELECT {{slot}} AS slot, count(*) AS buyers, CAST(sum(here.is_new) AS BIGINT) AS new_customers FROM (
    SELECT first.at, CASE WHEN EXISTS (SELECT 1 FROM orders f WHERE f.email = first.email AND f.id < first.id
        AND f.status <> 'cancelled') THEN 0 ELSE 1 END AS is_new
    FROM (SELECT min(o.created_at) AS at, min(o.id) AS id, o.email || '' AS email FROM orders o
        WHERE {SPAN} AND o.status <> 'cancelled' GROUP BY o.email || '') AS first) AS here GROUP BY 1
"""  # noqa: S608  constants
REASONS = f"""
SELECT o.cancel_reason AS reason, count(*) AS orders, CAST(sum(o.total_cents) AS BIGINT) AS cents FROM orders o
WHERE {SPAN} AND o.status = 'cancelled' GROUP BY o.cancel_reason ORDER BY orders DESC, 1
"""  # noqa: S608  constants
WORDS: dict[CancelReason, str] = {
    CancelReason.OUT_OF_STOCK: "Sold out in the meantime",
    CancelReason.PAYMENT_DECLINED: "Payment declined",
    CancelReason.PAYMENT_EXPIRED: "Not paid in time",
    CancelReason.CUSTOMER: "Cancelled by the customer",
    CancelReason.ADMIN: "Cancelled by the shop",
}
TREND_DAYS = 7


@dataclass(slots=True)
class Figures:
    """The figures of one slot, or of all of them. `at` is where it begins; a customer counts once in each."""

    at: int
    placed: int = 0
    confirmed: int = 0  # and not cancelled since
    cancelled: int = 0
    charged: int = 0  # orders that were paid for
    gross_cents: int = 0
    refunded_cents: int = 0
    customers: int = 0
    new_customers: int = 0

    @property
    def revenue_cents(self) -> int:
        return self.gross_cents - self.refunded_cents

    @property
    def returning_customers(self) -> int:
        return self.customers - self.new_customers

    @property
    def average_cents(self) -> int:
        """What an order that was paid for came to; 0 without one."""
        return round(self.gross_cents / self.charged) if self.charged else 0


SUMMED = ("placed", "confirmed", "cancelled", "charged", "gross_cents", "refunded_cents", "new_customers")


@dataclass(frozen=True, slots=True)
class Report:
    """Everything there is to say of the time from `since` (inclusive) to `until` (exclusive)."""

    since: int
    until: int
    width: str
    slots: list[Figures]
    total: Figures
    before: Figures  # the same number of days before
    products: list[Row]
    reasons: list[dict[str, Any]]

    @property
    def trend(self) -> list[float]:
        """The moving average of revenue over seven slots, or over fewer at the start of the span."""
        cents = [slot.revenue_cents for slot in self.slots]
        weeks = [cents[max(0, at - TREND_DAYS + 1) : at + 1] for at in range(len(cents))]
        return [sum(week) / len(week) for week in weeks]


async def report(tx: Transaction, since: int, until: int, width: str = "day") -> Report:
    """The figures of a span by hour, day, week or month. Raises Invalid for an empty span, and for a long one."""
    require_span(since, until, width)
    orders = (await order_filters.first_since(tx, since), since, until)
    slots, total = await _figures(tx, orders, slots_of(since, until, width))
    earlier = span_before(since, until)
    before = (await _figures(tx, (await order_filters.first_since(tx, earlier[0]), *earlier), _one_slot(earlier[0])))[1]
    reasons = await tx.fetch(REASONS, *orders)
    return Report(
        since=since,
        until=until,
        width=width,
        slots=slots,
        total=total,
        before=before,
        products=[dict(row) for row in await tx.fetch(PRODUCTS, *orders, TOP)],
        reasons=[{**dict(row), "words": WORDS[CancelReason(row["reason"])]} for row in reasons],
    )


async def _figures(tx: Transaction, orders: tuple[int, int, int], slots: Slots) -> tuple[list[Figures], Figures]:
    """The figures of each slot, and of all together."""
    _, since, until = orders
    found = [Figures(at) for at in slots.starts]
    placed = await tx.fetch(ORDERS.format(slot=slots.of("o.created_at")), *orders)
    refunds = await tx.fetch(REFUNDS.format(slot=slots.of("g.at")), since, until, since, until)
    buyers = await tx.fetch(BUYERS.format(slot=slots.of("here.at")), *orders)
    _fill(found, placed, ("placed", "confirmed", "cancelled", "charged", "gross_cents", "customers"))
    _fill(found, refunds, ("refunded_cents",))
    _fill(found, buyers, ("new_customers",))
    sums = {name: sum(getattr(each, name) for each in found) for name in SUMMED}
    return found, Figures(since, **sums, customers=sum(int(row["buyers"]) for row in buyers))


def _fill(figures: list[Figures], rows: Iterable[Row], names: tuple[str, ...]) -> None:
    for row in rows:
        for name in names:
            setattr(figures[int(row["slot"])], name, int(row[name]))


def _one_slot(start: int) -> Slots:
    return Slots([start], "? * 0")


def require_span(since: int, until: int, width: str) -> None:
    """Raises Invalid for a span that is empty or too long for slots of this width."""
    if width not in WIDTHS:
        words = f"Choose one of {', '.join(WIDTHS)}."
        raise Invalid.field("bucket", "unknown", words)
    most = MOST_DAYS_BY_HOUR if width == "hour" else MOST_DAYS
    if not since < until:
        raise _invalid("The range ends before it begins.")
    if days_in(since, until) > most:
        raise _invalid(f"Choose at most {most} days by the {width}.")


def _invalid(words: str) -> Invalid:
    return Invalid.field("from", "out_of_range", words)
