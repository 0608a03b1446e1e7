"""Stock: on hand, and reserved of it. The invariant stands in the statement, in a CHECK and in the ledger row.

A change that would break it is refused, never trimmed to fit.
"""

from collections.abc import Sequence

from models.database import Transaction
from models.job_kinds import STOCK_ALERT
from models.jobs import enqueue
from models.orders import Line
from models.refusals import InsufficientStock
from models.webhook_events import stock_event

HOLD_MS = 15 * 60 * 1000
AVAILABLE = """
SELECT i.product_id, i.on_hand - i.reserved AS available FROM inventory i
WHERE i.product_id IN ({marks}) ORDER BY i.product_id {lock}
"""
HOLD = """
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
INSERT INTO stock_ledger (product_id, order_id, kind, d_on_hand, d_reserved, on_hand, reserved, actor, note, at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
RESERVE = """
INSERT INTO reservation (order_id, product_id, quantity, state, expires_at, created_at, updated_at)
VALUES (?, ?, ?, 'held', ?, ?, ?)
"""


async def hold(tx: Transaction, order_id: int, lines: Sequence[Line]) -> None:
    """Hold all lines of an order, or none. Products are locked in the order of their ids.

    Raises:
        InsufficientStock: naming the products that are short; nothing was changed.
    """
    if len(lines) > 1:
        await _check_all(tx, lines)
    for line in sorted(lines, key=lambda line: line.product_id):
        row = await tx.fetch_one(HOLD, line.quantity, tx.now, line.product_id, line.quantity)
        if row is None:
            raise short([(line, None)])
        await tx.execute(RESERVE, order_id, line.product_id, line.quantity, tx.now + HOLD_MS, tx.now, tx.now)
        await tx.execute(
            LEDGER, line.product_id, order_id, "hold", 0, line.quantity, row["on_hand"], row["reserved"], "", "", tx.now
        )


async def _check_all(tx: Transaction, lines: Sequence[Line]) -> None:
    """Look at all products before one of them is touched: a refusal leaves nothing half done."""
    ids = sorted(line.product_id for line in lines)
    lock = "FOR UPDATE" if tx.dialect == "postgres" else ""
    rows = await tx.fetch(AVAILABLE.format(marks=", ".join("?" * len(ids)), lock=lock), *ids)
    available = {row["product_id"]: row["available"] for row in rows}
    missing = [(line, available.get(line.product_id, 0)) for line in lines]
    if missing := [(line, left) for line, left in missing if left < line.quantity]:
        raise short(missing)


def short(missing: Sequence[tuple[Line, int | None]]) -> InsufficientStock:
    """The refusal that names each product with what was asked and what there is."""
    names = ", ".join(line.name for line, _ in missing)
    items = [
        {"product_name": line.name, "sku": line.sku, "requested": line.quantity, "available": left}
        for line, left in missing
    ]
    return InsufficientStock(f"Not enough in stock: {names}.", items=items)


async def commit_holds(tx: Transaction, order_id: int) -> None:
    """The order is paid: its holds have no end any more."""
    await tx.execute(
        "UPDATE reservation SET state = 'committed', updated_at = ? WHERE order_id = ? AND state = 'held'",
        tx.now,
        order_id,
    )


async def release(tx: Transaction, order_id: int, *, actor: str) -> None:
    """Give back what an order holds, once: the reservation's state is the guard."""
    rows = await tx.fetch(
        "UPDATE reservation SET state = 'released', updated_at = ? WHERE order_id = ?"
        " AND state IN ('held', 'committed') RETURNING product_id, quantity",
        tx.now,
        order_id,
    )
    for row in sorted(rows, key=lambda row: row["product_id"]):
        product, quantity = row["product_id"], row["quantity"]
        after = await tx.fetch_one(FREE, quantity, tx.now, quantity, quantity, product)
        assert after is not None, "a reservation without its inventory row"
        await tx.execute(
            LEDGER, product, order_id, "release", 0, -quantity, after["on_hand"], after["reserved"], actor, "", tx.now
        )


async def ship(tx: Transaction, order_id: int, *, actor: str) -> None:
    """The units leave the house: on hand and reserved fall together."""
    rows = await tx.fetch(
        "UPDATE reservation SET state = 'consumed', updated_at = ? WHERE order_id = ? AND state = 'committed'"
        " RETURNING product_id, quantity",
        tx.now,
        order_id,
    )
    for row in sorted(rows, key=lambda row: row["product_id"]):
        product, quantity = row["product_id"], row["quantity"]
        after = await tx.fetch_one(SHIP, quantity, quantity, tx.now, product)
        assert after is not None, "a reservation without its inventory row"
        values = (
            product,
            order_id,
            "ship",
            -quantity,
            -quantity,
            after["on_hand"],
            after["reserved"],
            actor,
            "",
            tx.now,
        )
        await tx.execute(LEDGER, *values)


async def watch(tx: Transaction, product_ids: Sequence[int]) -> None:
    """One alert for each product that fell to its threshold, one more when it is gone; again only after it rose."""
    marks = ", ".join("?" * len(product_ids))
    rows = await tx.fetch(
        "SELECT product_id, on_hand - reserved AS available, is_low, low_stock_threshold, low_crossing FROM inventory"  # noqa: S608
        f" WHERE product_id IN ({marks}) AND ((on_hand - reserved <= low_stock_threshold AND NOT is_low)"
        " OR (on_hand - reserved <= 0 AND NOT is_depleted))",
        *product_ids,
    )
    for row in rows:
        product, crossing, gone = row["product_id"], row["low_crossing"], row["available"] <= 0
        if not row["is_low"]:
            crossing += 1
            await _alert(tx, product, "low", crossing)
        if gone:
            await _alert(tx, product, "depleted", crossing)
        await tx.execute(
            "UPDATE inventory SET is_low = ?, is_depleted = ?, low_crossing = ? WHERE product_id = ?",
            *(True, gone, crossing, product),
        )


async def _alert(tx: Transaction, product_id: int, level: str, crossing: int) -> None:
    key = f"{product_id}:{level}:{crossing}"
    await enqueue(tx, STOCK_ALERT, key, subject=("product", product_id), payload={"level": level})
    await stock_event(tx, product_id, level, crossing)
