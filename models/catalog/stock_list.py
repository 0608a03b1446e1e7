"""The stock of all products as the people of the shop look for it: by SKU, by words, and what is low."""

from typing import Any

from models.catalog.search.product_search import holding
from models.database import Transaction, fetch_all, fetch_count
from models.inventory.stock_adjustments import FIND, StockLevel
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
    total = await fetch_count(tx, f"SELECT count(*) {joined} {where}", *values)
    sql = f"{FIND} {where} ORDER BY p.sort_sku, p.id LIMIT ? OFFSET ?"
    rows = await fetch_all(tx, StockLevel, sql, *values, per_page, (page - 1) * per_page)
    return Page(rows, page, per_page, total)
