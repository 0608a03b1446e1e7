"""Lists of products: searched, filtered, sorted and paged, in one statement; two past the end."""

from dataclasses import dataclass
from typing import Any

from models.catalog import PRODUCT_COLUMNS, PRODUCT_TABLES, Product, product_of
from models.database import Transaction
from models.paging import Page
from models.refusals import FieldError, Invalid
from models.search import LONGEST_TEXT, NoWords, Search, search

PER_PAGE = 24
MOST_PER_PAGE = 100
LAST_PAGE = 1_000_000
HIGHEST_PRICE = 99_999_999  # cents
LATEST_SALES = 5_000  # order lines that say what is popular
SORTS = {
    "name": "lower(p.name), p.id",
    "-name": "lower(p.name) DESC, p.id",
    "price": "p.price_cents, p.id",
    "-price": "p.price_cents DESC, p.id",
    "newest": "p.created_at DESC, p.id DESC",
    "popular": "COALESCE(sold.units, 0) DESC, p.id",
}
RELEVANCE = "relevance"
SOLD = f"""
LEFT JOIN (SELECT product_id, sum(quantity) AS units FROM (SELECT product_id, quantity FROM order_line
    ORDER BY id DESC LIMIT {LATEST_SALES}) AS latest GROUP BY product_id) AS sold ON sold.product_id = p.id
"""  # noqa: S608  a number of this module


@dataclass(frozen=True, slots=True)
class ProductQuery:
    """What to list. Prices are in cents; `category` is an id or a slug; no `sort` is relevance or newest first.

    Raises:
        Invalid: a value is out of its bounds; `errors` names the fields.
    """

    q: str = ""
    category: str = ""
    min_price: int | None = None
    max_price: int | None = None
    in_stock: bool = False
    sort: str = ""
    page: int = 1
    per_page: int = PER_PAGE

    def __post_init__(self) -> None:
        errors = list(_errors(self))
        if errors:
            raise Invalid(errors[0].message, errors=errors)


async def list_products(tx: Transaction, query: ProductQuery) -> Page[Product]:
    """The page of products on sale that the query asks for; empty past the end."""
    try:
        found = search(query.q, tx.dialect) if query.q.strip() else None
    except NoWords:
        return Page([], query.page, query.per_page, 0)
    tables, values = _chosen(query, found)
    order, order_values = _order(query, found)
    counting = f"(SELECT count(*) {tables}) AS total"
    sql = f"SELECT {PRODUCT_COLUMNS}, {counting} {tables} ORDER BY {order} LIMIT ? OFFSET ?"
    rows = await tx.fetch(sql, *values, *values, *order_values, query.per_page, (query.page - 1) * query.per_page)
    if rows or query.page == 1:
        total = rows[0]["total"] if rows else 0
    else:
        counted = await tx.fetch_one(f"SELECT count(*) AS total {tables}", *values)
        total = counted["total"] if counted else 0
    return Page([product_of(row) for row in rows], query.page, query.per_page, total)


async def featured_products(tx: Transaction, most: int) -> list[Product]:
    """The newest that can be bought now, for the front page: nothing is counted."""
    where = "WHERE p.status = 'active' AND i.on_hand > i.reserved"
    sql = f"SELECT {PRODUCT_COLUMNS} {PRODUCT_TABLES} {where} ORDER BY {SORTS['newest']} LIMIT ?"
    return [product_of(row) for row in await tx.fetch(sql, most)]


async def related_products(tx: Transaction, product: Product, most: int) -> list[Product]:
    """Others from the same shelf that can be bought now, the newest first."""
    where = "WHERE p.status = 'active' AND i.on_hand > i.reserved AND p.public_id <> ? AND p.category_id = ("
    where += "SELECT id FROM category WHERE public_id = ?)"
    sql = f"SELECT {PRODUCT_COLUMNS} {PRODUCT_TABLES} {where} ORDER BY {SORTS['newest']} LIMIT ?"
    return [product_of(row) for row in await tx.fetch(sql, product.id, product.category.id, most)]


def _chosen(query: ProductQuery, found: Search | None) -> tuple[str, list[Any]]:
    """FROM and WHERE: every piece of them is a constant of this house, and what people sent are the values."""
    conditions: list[str] = ["p.status = 'active'"]
    values: list[Any] = []
    if found is not None:
        conditions.append(found.condition)
        values += found.values
    if query.category:
        conditions.append("(c.slug = ? OR c.public_id = ?)")
        values += [query.category, query.category]
    for price, condition in ((query.min_price, "p.price_cents >= ?"), (query.max_price, "p.price_cents <= ?")):
        if price is not None:
            conditions.append(condition)
            values.append(price)
    if query.in_stock:
        conditions.append("i.on_hand > i.reserved")
    joined = found.join if found is not None else ""
    sold = SOLD if query.sort == "popular" else ""
    return f"{PRODUCT_TABLES} {joined} {sold} WHERE {' AND '.join(conditions)}", values


def _order(query: ProductQuery, found: Search | None) -> tuple[str, tuple[str, ...]]:
    if query.sort in SORTS:
        return SORTS[query.sort], ()
    if found is not None:
        return found.order, found.order_values
    return SORTS["newest"], ()


def _errors(query: ProductQuery) -> list[FieldError]:
    """What is wrong with the query, field by field."""
    low, high = query.min_price, query.max_price
    wrong = {
        "q": (len(query.q) > LONGEST_TEXT, "too_long", f"Search for at most {LONGEST_TEXT} characters."),
        "category": (not query.category.isprintable(), "unknown", "There is no such category."),
        "sort": (query.sort not in ("", RELEVANCE, *SORTS), "unknown", f"Sort by {', '.join((*SORTS, RELEVANCE))}."),
        "page": (not 1 <= query.page <= LAST_PAGE, "out_of_range", f"Pages count from 1 to {LAST_PAGE}."),
        "per_page": (
            not 1 <= query.per_page <= MOST_PER_PAGE,
            "out_of_range",
            f"A page holds 1 to {MOST_PER_PAGE} products.",
        ),
        "max_price": (_is_no_price(high), "out_of_range", "This is not a price."),
        "min_price": (_is_no_price(low), "out_of_range", "This is not a price."),
    }
    if low is not None and high is not None and low > high:
        wrong["min_price"] = (True, "above_max_price", "The lowest price is above the highest.")
    return [FieldError(name, code, message) for name, (is_wrong, code, message) in wrong.items() if is_wrong]


def _is_no_price(cents: int | None) -> bool:
    return cents is not None and not 0 <= cents <= HIGHEST_PRICE
