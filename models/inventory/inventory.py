"""Stock: on hand, and reserved of it. The invariant stands in the statement, in a CHECK and in the ledger row.

A change that would break it is refused, never trimmed to fit.
"""

from collections.abc import Sequence
from typing import NamedTuple

from models.database import Transaction, fetch_all, fetch_column, fetch_first
from models.jobs.ledger.job_kinds import STOCK_ALERT
from models.jobs.ledger.jobs import enqueue
from models.orders.orders import Line
from models.shared import event_log
from models.shared.errors import InsufficientStock, NoLongerSold
from models.shared.sql import marks
from models.webhooks.webhook_events import stock_event

RESERVATION_MS = 15 * 60 * 1000
AVAILABLE = """
SELECT i.product_id, i.on_hand - i.reserved AS available FROM inventory i
WHERE i.product_id IN ({marks}) ORDER BY i.product_id {lock}
"""
RESERVE_STOCK = """
UPDATE inventory SET reserved = reserved + ?, version = version + 1, updated_at = ?
WHERE product_id = ? AND on_hand - reserved >= ? RETURNING on_hand, reserved
"""
FREE = """
UPDATE inventory SET reserved = reserved - ?, version = version + 1, updated_at = ?,
    is_low = is_low AND on_hand - reserved + ? <= low_stock_threshold,
    is_depleted = is_depleted AND on_hand - reserved + ? <= 0
WHERE product_id = ? RETURNING on_hand, reserved
"""
SHIP = """
UPDATE inventory SET reserved = reserved - ?, on_hand = on_hand - ?, version = version + 1, updated_at = ?
WHERE product_id = ? RETURNING on_hand, reserved
"""
LEDGER = """
INSERT INTO stock_ledger (product_id, order_id, attempt, kind, d_on_hand, d_reserved, on_hand, reserved, actor, note,
    at)
VALUES (?, ?, coalesce((SELECT attempt FROM orders WHERE id = ?), 1), ?, ?, ?, ?, ?, ?, ?, ?)
"""
RESERVE = """
INSERT INTO reservation (order_id, product_id, quantity, state, expires_at, created_at, updated_at)
VALUES (?, ?, ?, 'held', ?, ?, ?)
"""
STILL = "SELECT is_low, is_depleted FROM inventory WHERE product_id = ? AND low_crossing = ?"
RECOUNT_WAIT_MS = 60_000


# its payment was put off at least once and will be tried again
WAITS_FOR_PROVIDER = """EXISTS (SELECT 1 FROM job j WHERE j.subject_type = 'order' AND j.subject_id = o.id
    AND j.kind = 'order.process' AND j.state IN ('queued', 'running') AND j.deferrals > 0)"""


class Balance(NamedTuple):
    """What stands on the shelf after a movement, and how much of it is reserved."""

    on_hand: int
    reserved: int


class _Available(NamedTuple):
    product_id: int
    available: int


class _Reserved(NamedTuple):
    product_id: int
    quantity: int


class _Crossing(NamedTuple):
    product_id: int
    available: int
    is_low: bool
    low_crossing: int
    public_id: str


async def reserve(tx: Transaction, order_id: int, lines: Sequence[Line]) -> None:
    """Hold all lines of an order, or none. Products are locked in the order of their ids.

    Raises:
        InsufficientStock: naming the products that are short; nothing was changed.
    """
    if len(lines) > 1:
        await check_available(tx, lines)
    for line in sorted(lines, key=lambda line: line.product_id):
        after = await fetch_first(tx, Balance, RESERVE_STOCK, line.quantity, tx.now, line.product_id, line.quantity)
        if after is None:
            raise short([(line, 0)])
        await tx.send(RESERVE, order_id, line.product_id, line.quantity, tx.now + RESERVATION_MS, tx.now, tx.now)
        await tx.send(
            LEDGER,
            *(line.product_id, order_id, order_id, "hold", 0, line.quantity),
            *(after.on_hand, after.reserved, "", "", tx.now),
        )


async def check_available(tx: Transaction, lines: Sequence[Line]) -> None:
    """Look at all products before one of them is touched: a refusal leaves nothing half done.

    Raises:
        InsufficientStock: naming the products that are short.
    """
    ids = sorted(line.product_id for line in lines)
    lock = "FOR UPDATE" if tx.dialect == "postgres" else ""
    rows = await fetch_all(tx, _Available, AVAILABLE.format(marks=marks(ids), lock=lock), *ids)
    available = {row.product_id: row.available for row in rows}
    missing = [(line, available.get(line.product_id, 0)) for line in lines]
    if missing := [(line, left) for line, left in missing if left < line.quantity]:
        raise short(missing)


def short(missing: Sequence[tuple[Line, int | None]]) -> InsufficientStock:
    """The refusal that names each product with what was asked and what is left; None: it is no longer sold."""
    gone = [line.name for line, left in missing if left is None]
    few = [line.name for line, left in missing if left is not None]
    words = [f"No longer sold: {', '.join(gone)}."] if gone else []
    words += [f"Not enough in stock: {', '.join(few)}."] if few else []
    items = [
        {
            "product_name": line.name,
            "sku": line.sku,
            "requested": line.quantity,
            "available": max(0, left or 0),
            "reason": "no_longer_sold" if left is None else "not_enough",
        }
        for line, left in missing
    ]
    return (NoLongerSold if gone else InsufficientStock)(" ".join(words), items=items)


async def forget_released(tx: Transaction, order_id: int) -> None:
    """Before an order is tried again: it holds nothing, and the holds it had are told by the stock ledger."""
    await tx.send("DELETE FROM reservation WHERE order_id = ? AND state = 'released'", order_id)


async def commit_reservations(tx: Transaction, order_id: int) -> None:
    """The order is paid: its holds have no end any more."""
    await tx.send(
        "UPDATE reservation SET state = 'committed', updated_at = ? WHERE order_id = ? AND state = 'held'",
        tx.now,
        order_id,
    )


async def release(tx: Transaction, order_id: int, *, actor: str) -> None:
    """Give back what an order holds, once: the reservation's state is the guard."""
    rows = await fetch_all(
        *(tx, _Reserved),
        "UPDATE reservation SET state = 'released', updated_at = ? WHERE order_id = ?"
        " AND state IN ('held', 'committed') RETURNING product_id, quantity",
        tx.now,
        order_id,
    )
    for product, quantity in sorted(rows):
        after = await fetch_first(tx, Balance, FREE, quantity, tx.now, quantity, quantity, product)
        assert after is not None, "a reservation without its inventory row"
        await tx.send(
            LEDGER,
            *(product, order_id, order_id, "release", 0, -quantity),
            *(after.on_hand, after.reserved, actor, "", tx.now),
        )


async def ship(tx: Transaction, order_id: int, *, actor: str) -> None:
    """The units leave the house: on hand and reserved fall together."""
    rows = await fetch_all(
        *(tx, _Reserved),
        "UPDATE reservation SET state = 'consumed', updated_at = ? WHERE order_id = ? AND state = 'committed'"
        " RETURNING product_id, quantity",
        tx.now,
        order_id,
    )
    for product, quantity in sorted(rows):
        after = await fetch_first(tx, Balance, SHIP, quantity, quantity, tx.now, product)
        assert after is not None, "a reservation without its inventory row"
        await tx.send(
            LEDGER,
            *(product, order_id, order_id, "ship", -quantity, -quantity),
            *(after.on_hand, after.reserved, actor, "", tx.now),
        )


async def watch(tx: Transaction, product_ids: Sequence[int], *, is_recount: bool = False) -> list[tuple[int, str]]:
    """One alert for each product that fell to its threshold or is gone; again only after it rose.

    What is low and gone at once is one alert, that it is gone.

    The products that did just now, each with `low` or `depleted`. What a recount brings about is told when it still
    stands after a minute: a count typed wrong and right again alarms nobody.
    """
    rows = await fetch_all(
        *(tx, _Crossing),
        "SELECT product_id, on_hand - reserved AS available, is_low, low_crossing, p.public_id"  # noqa: S608
        " FROM inventory JOIN product p ON p.id = product_id"
        f" WHERE product_id IN ({marks(product_ids)}) AND ((on_hand - reserved <= low_stock_threshold AND NOT is_low)"
        " OR (on_hand - reserved <= 0 AND NOT is_depleted)) ORDER BY product_id",
        *product_ids,
    )
    crossed: list[tuple[int, str]] = []
    for row in rows:
        product, crossing, gone = row.product_id, row.low_crossing, row.available <= 0
        level = "depleted" if gone else "low"
        crossing += not row.is_low
        await _alert(tx, product, level, crossing, is_recount=is_recount)
        event_log.record(f"stock.{level}", product_id=row.public_id, available=row.available)
        crossed.append((product, level))
        await tx.send(
            "UPDATE inventory SET is_low = ?, is_depleted = ?, low_crossing = ? WHERE product_id = ?",
            *(True, gone, crossing, product),
        )
    return crossed


async def alert_of_recount(tx: Transaction, product_id: int, level: str, crossing: int) -> None:
    """Tell what a recount brought about, if it still stands."""
    row = await tx.fetch_one(STILL, product_id, crossing)
    if row is not None and row["is_low"]:  # a product counted as gone may turn out to be only low
        stands = level if row["is_depleted"] else "low"
        await _alert(tx, product_id, stands, crossing, is_recount=False)


async def _alert(tx: Transaction, product_id: int, level: str, crossing: int, *, is_recount: bool) -> None:
    key, subject = f"{product_id}:{level}:{crossing}", ("product", product_id)
    if is_recount:
        payload = {"level": level, "crossing": crossing}
        await enqueue(tx, STOCK_ALERT, f"{key}:recount", subject=subject, payload=payload, wait_ms=RECOUNT_WAIT_MS)
        return
    await enqueue(tx, STOCK_ALERT, key, subject=subject, payload={"level": level})
    await stock_event(tx, product_id, level, crossing)


async def overdue_orders(tx: Transaction, most: int = 100) -> list[int]:
    """Orders whose reservation has expired and whose payment was never requested.

    An order whose payment waits for the provider keeps its reservation: the buyer did nothing wrong.
    """
    return await fetch_column(
        *(tx, int),
        "SELECT DISTINCT r.order_id FROM reservation r JOIN orders o ON o.id = r.order_id"  # noqa: S608  a constant
        " JOIN payment p ON p.order_id = o.id AND p.purpose = 'charge'"
        " WHERE r.state = 'held' AND r.expires_at < ? AND o.status = 'reserved'"
        " AND p.state NOT IN ('submitted', 'unknown', 'captured')"
        f" AND NOT {WAITS_FOR_PROVIDER} ORDER BY r.order_id LIMIT ?",
        *(tx.now, most),
    )
