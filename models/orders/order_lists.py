"""Orders in lists, newest first."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.database import Row, Transaction
from models.orders import order_filters, order_search
from models.orders.guest_access import GOOD_FOR_MS
from models.orders.order_filters import ALL, TO_SHIP, OrderFilter
from models.orders.order_states import Status
from models.orders.order_views import payment_status
from models.shared.errors import Invalid, NotFound
from models.shared.paging import Page
from models.shared.payment_states import ChargeState
from models.shared.public_ids import number_of
from models.shared.sql import marks

LIST = """
SELECT o.id, o.public_id, o.status, o.cancel_reason, o.version, o.total_cents, o.currency, o.email, o.review_reason,
    o.created_at, o.updated_at, c.state AS charge_state, CAST((SELECT coalesce(sum(g.amount_cents), 0) FROM refund g
        WHERE g.order_id = o.id) + CASE WHEN r.id IS NULL THEN 0 ELSE r.amount_cents END AS BIGINT) AS refunded_cents
FROM orders o LEFT JOIN payment c ON c.order_id = o.id AND c.purpose = 'charge'
LEFT JOIN payment r ON r.order_id = o.id AND r.purpose = 'refund' {where} ORDER BY o.id DESC LIMIT ? OFFSET ?
"""
COUNTED = 10_000  # orders that a page of the desk counts and lists, so that it costs the same after years
DESK = f"""
SELECT (SELECT count(*) FROM (SELECT 1 FROM orders o {{where}} LIMIT {COUNTED + 1}) AS listed) AS orders,
    (SELECT count(*) FROM (SELECT 1 FROM orders o WHERE {TO_SHIP} LIMIT {COUNTED + 1}) AS waiting) AS to_ship
"""  # noqa: S608  a constant
ALL_OF_THEM = "SELECT count(*) AS orders FROM orders o {where}"


@dataclass(frozen=True, slots=True)
class Summary:
    """One order in a list."""

    id: str
    number: str
    status: str
    cancel_reason: str | None
    version: int
    lines: list[Row]
    total_cents: int
    currency: str
    email: str
    under_review: bool
    created_at: int
    updated_at: int
    payment: str  # pending, captured, declined, unknown, partly_refunded or refunded; promised is as good as given

    @property
    def is_refunded(self) -> bool:
        """Whether all of it was given back, so that it is shipped on an explicit word alone."""
        return self.payment == "refunded"

    @property
    def units(self) -> int:
        """The total quantity of all lines."""
        return sum(line["quantity"] for line in self.lines)

    @property
    def decided(self) -> bool:
        return Status(self.status).is_decided


async def own_orders(
    tx: Transaction, user_id: int, *, status: str = "", page: int = 1, per_page: int = 20
) -> Page[Summary]:
    """The orders of one buyer. Raises Invalid for an unknown status."""
    return await _list(tx, ["o.user_id = ?"], [user_id], status, page, per_page)


async def guest_orders(
    tx: Transaction, keys: Mapping[str, str], *, status: str = "", page: int = 1, per_page: int = 20
) -> Page[Summary]:
    """A guest's orders, by the hashes of their access tokens. Raises Invalid for an unknown status."""
    where = [f"o.public_id IN ({marks(keys)})", f"o.access_token_hash IN ({marks(keys)})", "o.created_at > ?"]
    return await _list(tx, where, [*keys, *keys.values(), tx.now - GOOD_FOR_MS], status, page, per_page)


async def all_orders(
    tx: Transaction,
    *,
    status: str = "",
    q: str = "",
    page: int = 1,
    per_page: int = 20,
    with_lines: bool = True,
    chosen: OrderFilter = ALL,
) -> Page[Summary]:
    """All orders that `chosen` takes; `q` is what `order_search` finds orders by. Raises Invalid."""
    conditions, values = await _chosen(tx, q, chosen)
    return await _list(tx, conditions, values, status, page, per_page, with_lines=with_lines)


async def desk(
    tx: Transaction, *, status: str, q: str, page: int, chosen: OrderFilter, per_page: int = 20
) -> tuple[Page[Summary], int]:
    """The newest `COUNTED` of the same without lines, and how many orders of all wait to be shipped. Raises Invalid.

    The number that wait is counted up to `COUNTED` + 1.
    """
    conditions, values = await _chosen(tx, q, chosen)
    found, counted = await _find(tx, conditions, values, status, page, per_page, counting=DESK)
    number = counted["orders"]
    items = _summaries(found, {}) if (page - 1) * per_page < COUNTED else []
    return Page(items, page, per_page, min(number, COUNTED), number > COUNTED), counted["to_ship"]


async def _chosen(tx: Transaction, q: str, chosen: OrderFilter) -> tuple[list[str], list[object]]:
    conditions, values = order_search.sought(q)
    more, their_values = await order_filters.conditions(tx, chosen)
    return [*conditions, *more], [*values, *their_values]


async def one_of_all(tx: Transaction, public_id: str) -> Summary:
    """One order as in the list. Raises NotFound."""
    found = await _list(tx, ["o.public_id = ?"], [public_id], "", 1, 1, with_lines=False)
    if not found.items:
        raise NotFound("There is no such order.")
    return found.items[0]


async def _list(
    tx: Transaction,
    conditions: list[str],
    values: list[object],
    status: str,
    page: int,
    per_page: int,
    *,
    with_lines: bool = True,
) -> Page[Summary]:
    rows, counted = await _find(tx, conditions, values, status, page, per_page)
    lines = await _lines(tx, [row["id"] for row in rows] if with_lines else [])
    return Page(_summaries(rows, lines), page, per_page, counted["orders"])


async def _find(
    tx: Transaction,
    conditions: list[str],
    values: list[object],
    status: str,
    page: int,
    per_page: int,
    *,
    counting: str = ALL_OF_THEM,
) -> tuple[list[Row], Row]:
    """The rows of a page, and what `counting` counts."""
    if status:
        conditions, values = [*conditions, "o.status = ?"], [*values, _known(status)]
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    counted = await tx.fetch_one(counting.format(where=where), *values)
    assert counted is not None
    if (page - 1) * per_page >= counted["orders"]:
        return [], counted
    return await tx.fetch(LIST.format(where=where), *values, per_page, (page - 1) * per_page), counted


def _summaries(rows: list[Row], lines: dict[int, list[Row]]) -> list[Summary]:
    return [
        Summary(
            row["public_id"],
            number_of(row["id"]),
            row["status"],
            row["cancel_reason"],
            row["version"],
            lines.get(row["id"], []),
            row["total_cents"],
            row["currency"],
            row["email"],
            row["review_reason"] is not None,
            row["created_at"],
            row["updated_at"],
            _payment(row),
        )
        for row in rows
    ]


def _payment(row: Row) -> str:
    if row["refunded_cents"] and row["charge_state"] == ChargeState.CAPTURED:
        return "refunded" if row["refunded_cents"] >= row["total_cents"] else "partly_refunded"
    return payment_status(row["charge_state"])


async def _lines(tx: Transaction, order_ids: list[int]) -> dict[int, list[Row]]:
    """The lines of these orders, in one statement."""
    if not order_ids:
        return {}
    rows = await tx.fetch(
        f"SELECT order_id, quantity, name FROM order_line WHERE order_id IN ({marks(order_ids)}) ORDER BY id",  # noqa: S608
        *order_ids,
    )
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row["order_id"], []).append(row)
    return found


def _known(status: str) -> str:
    try:
        return Status(status).value
    except ValueError:
        words = f"There is no status {status[:20]!r}; there are {', '.join(each.value for each in Status)}."
        raise Invalid.field("status", "unknown", words) from None
