"""All products as the people of the shop look for them: on sale or retired, by words, status and category."""

from typing import Any

from models.catalog.catalog import PRODUCT_TABLES, ProductView, product_columns, product_of
from models.catalog.product_changes import STATUSES
from models.catalog.search.product_search import holding
from models.database import Transaction, fetch_count
from models.database.transaction import Dialect
from models.shared.errors import Invalid
from models.shared.paging import Page

LONGEST_SEARCH = 100


async def list_all(
    tx: Transaction, *, q: str = "", status: str = "", category: str = "", page: int = 1, per_page: int = 20
) -> Page[ProductView]:
    """Products whose SKU or name holds `q`, of a status and of a category (its slug), by SKU. Raises Invalid."""
    conditions, values = _chosen(q.strip(), status, category, tx.dialect)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    total = await fetch_count(tx, f"SELECT count(*) FROM product p {where}", *values)  # noqa: S608  our conditions
    found: Page[ProductView] = Page([], page, per_page, total)
    sql = f"SELECT {product_columns(tx.dialect)} {PRODUCT_TABLES} {where} ORDER BY p.sort_sku, p.id LIMIT ? OFFSET ?"
    found.items.extend(product_of(row) for row in await tx.fetch(sql, *values, per_page, found.offset))
    return found


def _chosen(q: str, status: str, category: str, dialect: Dialect) -> tuple[list[str], list[object]]:
    if len(q) > LONGEST_SEARCH:
        raise _invalid("q", f"Search for at most {LONGEST_SEARCH} characters.")
    if status and status not in STATUSES:
        raise _invalid("status", "A product is active or retired.")
    conditions, values = [], list[Any]()
    if q:
        condition, sought = holding(q, dialect)
        conditions.append(condition)
        values += sought
    of_category = "p.category_id = (SELECT id FROM category WHERE slug = ?)"
    for condition, value in (("p.status = ?", status), (of_category, category)):
        if value:
            conditions.append(condition)
            values.append(value)
    return conditions, values


def _invalid(field: str, words: str) -> Invalid:
    return Invalid.field(field, "unknown", words)
