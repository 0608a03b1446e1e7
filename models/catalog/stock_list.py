"""The stock of all products as the people of the shop look for it: by SKU, by words, and what is low."""

from typing import Any

from models.catalog.product_search import holding
from models.database import Transaction
from models.inventory.stock_adjustments import FIND, StockLevel, stock_of
from models.shared.paging import Page


async def list_stock(
    tx: Transaction, *, q: str = "", is_low: bool = False, page: int = 1, per_page: int = 50
) -> Page[StockLevel]:
    """The stock of all products by SKU; those whose SKU or name holds `q`; only those at their threshold."""
    conditions, values = ["p.status = 'active'"] if is_low else [], list[Any]()
    if q.strip():
        condition, sought = holding(q, tx.dialect)
        conditions.append(condition)
        values += sought
    if is_low:
        conditions.append("i.on_hand - i.reserved <= i.low_stock_threshold")
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    joined = "FROM inventory i JOIN product p ON p.id = i.product_id"
    total = await tx.fetch_one(f"SELECT count(*) AS products {joined} {where}", *values)
    found: Page[StockLevel] = Page([], page, per_page, total["products"] if total else 0)
    rows = await tx.fetch(f"{FIND} {where} ORDER BY p.sort_sku, p.id LIMIT ? OFFSET ?", *values, per_page, found.offset)
    found.items.extend(stock_of(row) for row in rows)
    return found
