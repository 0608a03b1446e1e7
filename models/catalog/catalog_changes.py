"""What has changed in the catalogue and in stock since a page was made: what kept pages go by.

Triggers note each change of what catalogue pages show; the stock ledger tells which products' stock moved.
"""

from dataclasses import dataclass

from models.database import Transaction

MOST_MOVES = 500
KEPT = 100  # changes; see retention
VERSION = "SELECT count(*) AS changes, coalesce(max(id), 0) AS newest FROM catalog_change"
VERSION_AND_MOVE = f"SELECT newest.*, (SELECT max(id) FROM stock_ledger) AS last_move FROM ({VERSION}) AS newest"  # noqa: S608
MOVES = f"""
SELECT l.id, p.public_id, l.on_hand - l.reserved AS available, i.low_stock_threshold
FROM stock_ledger l JOIN product p ON p.id = l.product_id JOIN inventory i ON i.product_id = p.id
WHERE l.id > ? ORDER BY l.id LIMIT {MOST_MOVES + 1}
"""  # noqa: S608  a constant
Version = tuple[int, int]
StockLabel = int | None


@dataclass(frozen=True, slots=True)
class CatalogNews:
    """The catalogue's version, the last movement of stock, and the products that moved, or None for too many to name.

    Each product comes with what a badge says of its stock now.
    """

    version: Version
    last_move: int
    moved: dict[str, StockLabel] | None


async def version(tx: Transaction) -> Version:
    """Another one whenever something that catalogue pages show was changed; stock apart."""
    row = await tx.fetch_one(VERSION)
    assert row is not None
    return row["changes"], row["newest"]


async def news(tx: Transaction, last_move: int | None) -> CatalogNews:
    """What catalogue pages have to know; stock since the movement with this id, or (None) nothing of it yet."""
    now = await tx.fetch_one(VERSION_AND_MOVE)
    assert now is not None
    latest, newest = (now["changes"], now["newest"]), now["last_move"] or 0
    if newest == last_move:
        return CatalogNews(latest, newest, {})
    rows = [] if last_move is None else await tx.fetch(MOVES, last_move)
    if not rows or len(rows) > MOST_MOVES:
        return CatalogNews(latest, newest, None)
    moved = {row["public_id"]: stock_label(row["available"], row["low_stock_threshold"]) for row in rows}
    return CatalogNews(latest, rows[-1]["id"], moved)


def stock_label(available: int, low_stock_threshold: int) -> StockLabel:
    """What a badge depends on: how many are left where that is few, else nothing."""
    return max(available, 0) if available <= low_stock_threshold else None
