"""What admins do to stock: count it, add to it, set when to warn. Each change is a ledger row and an audit entry."""

from dataclasses import dataclass

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, fetch_all, fetch_count, fetch_first
from models.inventory import inventory
from models.shared.errors import BelowReserved, FieldError, Invalid, ProductNotFound, VersionConflict
from models.shared.paging import Page

DEFAULT_THRESHOLD = 5
HIGHEST_THRESHOLD = 100_000
LARGEST_RESTOCK = 100_000
MOST_ON_HAND = 1_000_000_000
FIND = """
SELECT p.id, p.public_id AS product_id, p.sku, p.name, p.status, p.picture, i.on_hand, i.reserved,
    i.low_stock_threshold, i.version, i.updated_at FROM inventory i JOIN product p ON p.id = i.product_id
"""
CHANGE = """
UPDATE inventory SET on_hand = ?, low_stock_threshold = ?, version = version + 1, updated_at = ?,
    is_low = is_low AND CAST(? AS INTEGER) - reserved <= CAST(? AS INTEGER),
    is_depleted = is_depleted AND CAST(? AS INTEGER) - reserved <= 0
WHERE product_id = ? RETURNING version
"""


@dataclass(frozen=True, slots=True)
class StockLevel:
    """The numbers of one product."""

    product_id: str
    sku: str
    name: str
    status: str
    picture: str  # empty when it has none
    on_hand: int
    reserved: int
    low_stock_threshold: int
    version: int
    updated_at: int

    @property
    def available(self) -> int:
        return self.on_hand - self.reserved

    @property
    def is_low(self) -> bool:
        return self.available <= self.low_stock_threshold


@dataclass(frozen=True, slots=True)
class _StockRow(StockLevel):
    id: int


@dataclass(frozen=True, slots=True)
class StockMovementView:
    """One row of the ledger: what came or went, and the balances after it."""

    sequence: int
    at: int
    kind: str
    on_hand_change: int
    reserved_change: int
    on_hand: int
    reserved: int
    actor: str
    note: str
    order_id: str | None  # the order's public id
    actor_name: str | None  # of an account that is or was the actor's
    actor_id: str | None  # its public id


async def open_stock(tx: Transaction, actor: Actor, product_id: int, *, on_hand: int, threshold: int) -> None:
    """The first stock of a new product. Raises Invalid."""
    refuse(on_hand=on_hand, threshold=threshold)
    await tx.execute(
        "INSERT INTO inventory (product_id, on_hand, low_stock_threshold, updated_at) VALUES (?, ?, ?, ?)",
        *(product_id, on_hand, threshold, tx.now),
    )
    values = (product_id, None, None, "initial", on_hand, 0, on_hand, 0, actor.name, "", tx.now)
    await tx.execute(inventory.LEDGER, *values)


async def find(tx: Transaction, public_id: str) -> StockLevel:
    """The stock of a product, retired ones included. Raises ProductNotFound."""
    return await _row(tx, public_id)


async def restock(tx: Transaction, actor: Actor, public_id: str, quantity: int, *, note: str = "") -> StockLevel:
    """Units have come in.

    Raises:
        ProductNotFound, Invalid: nothing was changed.
    """
    if not 1 <= quantity <= LARGEST_RESTOCK:
        raise _invalid("quantity", f"Restock 1 to {LARGEST_RESTOCK:,} units at once.")
    row = await _row(tx, public_id, lock=True)
    on_hand = row.on_hand + quantity
    if on_hand > MOST_ON_HAND:
        raise _invalid("quantity", f"At most {MOST_ON_HAND:,} units can be on hand.")
    return await _change(tx, actor, row, "restock", on_hand, row.low_stock_threshold, note)


async def adjust(
    tx: Transaction,
    actor: Actor,
    public_id: str,
    *,
    on_hand: int | None = None,
    low_stock_threshold: int | None = None,
    reason: str = "",
    version: int | None = None,
) -> StockLevel:
    """Set what was counted, or when to warn, or both. An alert follows when the count falls to the threshold.

    Raises:
        ProductNotFound, Invalid: nothing was changed.
        BelowReserved: more is promised than would be on hand.
        VersionConflict: `version` is given, and the stock changed since.
    """
    refuse(on_hand=on_hand, threshold=low_stock_threshold)
    row = await _row(tx, public_id, lock=True)
    if version is not None and row.version != version:
        raise VersionConflict("This stock has changed since you read it.", version=row.version)
    counted = row.on_hand if on_hand is None else on_hand
    threshold = row.low_stock_threshold if low_stock_threshold is None else low_stock_threshold
    if counted < row.reserved:
        words = f"{row.reserved:,} units are reserved for orders: the count cannot be lower than that."
        raise BelowReserved(words, reserved=row.reserved, errors=[FieldError("on_hand", "below_reserved", words)])
    if (counted, threshold) == (row.on_hand, row.low_stock_threshold):
        return row
    if threshold != row.low_stock_threshold:
        reason = f"{reason} (threshold {row.low_stock_threshold} → {threshold})".strip()
    return await _change(tx, actor, row, "adjust", counted, threshold, reason)


async def ledger(tx: Transaction, public_id: str, *, page: int = 1, per_page: int = 50) -> Page[StockMovementView]:
    """Every movement of a product, newest first. Raises ProductNotFound."""
    product = await _row(tx, public_id)
    total = await fetch_count(tx, "SELECT count(*) FROM stock_ledger WHERE product_id = ?", product.id)
    found: Page[StockMovementView] = Page([], page, per_page, total)
    movements = await fetch_all(
        *(tx, StockMovementView),
        "SELECT l.id AS sequence, l.at, l.kind, l.d_on_hand AS on_hand_change, l.d_reserved AS reserved_change,"
        " l.on_hand, l.reserved, l.actor, l.note,"
        " o.public_id AS order_id, u.name AS actor_name, u.public_id AS actor_id FROM stock_ledger l"
        " LEFT JOIN orders o ON o.id = l.order_id LEFT JOIN users u ON u.email = l.actor"
        " WHERE l.product_id = ? ORDER BY l.id DESC LIMIT ? OFFSET ?",
        *(product.id, per_page, found.offset),
    )
    found.items.extend(movements)
    return found


async def _change(
    tx: Transaction, actor: Actor, row: _StockRow, kind: str, on_hand: int, threshold: int, note: str
) -> StockLevel:
    """Write the new numbers, their ledger row and the audit entry; `row` is locked."""
    await tx.execute(CHANGE, on_hand, threshold, tx.now, on_hand, threshold, on_hand, row.id)
    moved = (on_hand - row.on_hand, 0, on_hand, row.reserved)
    await tx.execute(inventory.LEDGER, row.id, None, None, kind, *moved, actor.name, note[:500], tx.now)
    await inventory.watch(tx, [row.id], is_recount=kind == "adjust")
    after = await find(tx, row.product_id)
    sides = [{"on_hand": side.on_hand, "low_stock_threshold": side.low_stock_threshold} for side in (row, after)]
    action = "stock.restock" if kind == "restock" else "stock.adjust"
    subject = ("product", row.product_id)
    await audit_log.record(tx, actor, action, subject, before=sides[0], after=sides[1], reason=note)
    return after


async def _row(tx: Transaction, public_id: str, *, lock: bool = False) -> _StockRow:
    sql = FIND + " WHERE p.public_id = ?" + (" FOR UPDATE OF i" if lock and tx.dialect == "postgres" else "")
    row = await fetch_first(tx, _StockRow, sql, public_id) if public_id.isalnum() else None
    if row is None:
        raise ProductNotFound("There is no such product.")
    return row


def refuse(*, on_hand: int | None, threshold: int | None) -> None:
    """Raises Invalid for a count or a threshold that cannot be."""
    if on_hand is not None and not 0 <= on_hand <= MOST_ON_HAND:
        raise _invalid("on_hand", f"A count is 0 to {MOST_ON_HAND:,}.")
    if threshold is not None and not 0 <= threshold <= HIGHEST_THRESHOLD:
        raise _invalid("low_stock_threshold", f"A threshold is 0 to {HIGHEST_THRESHOLD:,}.")


def _invalid(field: str, words: str) -> Invalid:
    return Invalid.field(field, "out_of_range", words)
