"""Lists of products: searched, filtered, sorted and paged, in one statement; two past the end.

What is listed is looked up along the index of its order and no further than the page; what is counted joins only what
the filters ask about. A family is listed once, by the cheapest of its products that fit, unless each is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from models.catalog.catalog import ProductView, product_columns, product_of
from models.catalog.family_views import FAMILY, FIRST_MEMBER, MORE_MEMBERS
from models.catalog.search.product_search import LONGEST_TEXT, NoWords, Words, corrected, search, words_of
from models.database import Transaction, fetch_count
from models.database.transaction import Dialect
from models.shared.errors import FieldError, Invalid
from models.shared.paging import Page

PER_PAGE = 24
MOST_PER_PAGE = 100
LAST_PAGE = 1_000_000
HIGHEST_PRICE = 99_999_999  # cents
LATEST_SALES = 5_000  # order lines that say what is popular
SORTS = {
    "name": "p.sort_name, p.id",
    "-name": "p.sort_name DESC, p.id DESC",
    "price": "p.price_cents, p.id",
    "-price": "p.price_cents DESC, p.id DESC",
    "newest": "p.created_at DESC, p.id DESC",
    "popular": "COALESCE(sold.units, 0) DESC, p.id",
}
RELEVANCE = "relevance"
BEST = "found.rank, length(p.name), p.id"  # of a search: where the words stand, then how little else the name says
SOLD = f"""
LEFT JOIN (SELECT product_id, sum(quantity) AS units FROM (SELECT product_id, quantity FROM order_line
    ORDER BY id DESC LIMIT {LATEST_SALES}) AS latest GROUP BY product_id) AS sold ON sold.product_id = p.id
"""  # noqa: S608  a number of this module
# SQLite goes through tables joined by CROSS JOIN in the order they are written, so that products come first and in the
# order of their index. PostgreSQL knows the sizes of its tables.
THEN: dict[Dialect, str] = {"sqlite": "CROSS JOIN", "postgres": "JOIN"}
CATEGORY = "category c ON c.id = p.category_id"
STOCK = "inventory i ON i.product_id = p.id"
MEMBER_STOCK = "JOIN inventory j ON j.product_id = q.id"
CATEGORY_ID = "(SELECT id FROM category WHERE slug = ? OR public_id = ?)"
PRODUCTS = "count(*) - count(p.family_id) + count(DISTINCT p.family_id)"  # a family counts once


@dataclass(frozen=True, slots=True)
class ProductQuery:
    """What to list. Prices are in cents; `category` is an id or a slug; no `sort` is relevance or newest first.

    A family of products counts as one, unless `variants` asks for each of them.

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
    variants: bool = False

    def __post_init__(self) -> None:
        errors = list(_errors(self))
        if errors:
            raise Invalid(errors[0].message, errors=errors)

    @property
    def names_its_products(self) -> bool:
        """Whether what is sold of other products leaves the page as it is."""
        return not self.in_stock and self.sort != "popular"


async def list_products(tx: Transaction, query: ProductQuery) -> Page[ProductView]:
    """The page of products on sale that the query asks for; empty past the end."""
    if not query.q.strip():
        return await _list(tx, query, None)
    try:
        words = words_of(query.q)
    except NoWords:
        return Page([], query.page, query.per_page, 0)
    found = await _list(tx, query, words)
    if found.total:
        return found
    meant = await corrected(tx, words)
    return found if meant == words else await _list(tx, query, meant)


async def _list(tx: Transaction, query: ProductQuery, words: Words | None) -> Page[ProductView]:
    first, counted, values = _found(tx, query, words) if words is not None else _filtered(tx, query)
    listed = _tables(tx.dialect, with_stock=True, with_category=True, found=words is not None)
    where, listed_values = ("", ()) if words is not None else _once(query)
    sold = SOLD if query.sort == "popular" else ""
    sql = f"{first} SELECT {product_columns(tx.dialect)}, {counted} AS total {listed} {FAMILY} {sold} {where}"
    order = SORTS.get(query.sort) or (SORTS["newest"] if words is None else BEST)
    page = (query.per_page, (query.page - 1) * query.per_page)
    rows = await tx.fetch(f"{sql} ORDER BY {order} LIMIT ? OFFSET ?", *values, *listed_values, *page)
    if rows or query.page == 1:
        total = rows[0]["total"] if rows else 0
    else:
        total = await fetch_count(tx, f"{first} SELECT {counted} AS total", *values)
    return Page([product_of(row) for row in rows], query.page, query.per_page, total)


def _found(tx: Transaction, query: ProductQuery, words: Words) -> tuple[str, str, tuple[object, ...]]:
    """What goes before a SELECT from `found`, how that is counted, and the values of both."""
    condition, values = _where(query)
    joined = f"{THEN[tx.dialect]} {STOCK}" if query.in_stock else ""
    first, values = search(query.q, words, tx.dialect, condition, values, joined, each_member=query.variants)
    return first, "(SELECT count(*) FROM found)", values


def _filtered(tx: Transaction, query: ProductQuery) -> tuple[str, str, tuple[object, ...]]:
    """The same for a list without words: how many fit the filters, less what families have too many."""
    condition, values = _where(query)
    tables = _tables(tx.dialect, with_stock=query.in_stock)
    counted = f"(SELECT count(*) {tables} WHERE {condition})"
    if query.variants:
        return "", counted, values
    of_members, _ = _where(query, product="q", stock="j")
    more = MORE_MEMBERS.format(stock=MEMBER_STOCK if query.in_stock else "", condition=of_members)
    return "", f"({counted} - {more})", (*values, *values)


def _once(query: ProductQuery) -> tuple[str, tuple[object, ...]]:
    """The condition on what is listed without words, and its values."""
    condition, values = _where(query)
    if query.variants:
        return f"WHERE {condition}", values
    of_members, _ = _where(query, product="q", stock="j")
    first = FIRST_MEMBER.format(stock=MEMBER_STOCK if query.in_stock else "", condition=of_members)
    return f"WHERE {condition} AND {first}", (*values, *values)


async def counts_by_category(tx: Transaction, query: ProductQuery) -> dict[str, int]:
    """How many products the query finds in each category, by the category's public id; its own category is left out.

    A family counts once in each of its categories.
    """
    query = replace(query, category="")
    if not query.q.strip():
        return await _counts(tx, query, None)
    try:
        words = words_of(query.q)
    except NoWords:
        return {}
    return await _counts(tx, query, words) or await _counts(tx, query, await corrected(tx, words))


async def _counts(tx: Transaction, query: ProductQuery, words: Words | None) -> dict[str, int]:
    if words is None:
        where, values = _where(query)
        first, tables = "", _tables(tx.dialect, with_stock=query.in_stock, with_category=True)
        tables += f" WHERE {where}"
    else:
        first, _, values = _found(tx, query, words)
        tables = _tables(tx.dialect, with_stock=False, with_category=True, found=True)
    sql = f"{first} SELECT c.public_id AS id, {PRODUCTS} AS products {tables} GROUP BY c.public_id"
    return {row["id"]: row["products"] for row in await tx.fetch(sql, *values)}


async def featured_products(tx: Transaction, most: int) -> list[ProductView]:
    """The newest that can be bought now, for the front page: nothing is counted."""
    return await _newest(tx, "", (), most)


async def related_products(tx: Transaction, product: ProductView, most: int) -> list[ProductView]:
    """Others from the same shelf that can be bought now, the newest first."""
    others = "AND p.public_id <> ? AND p.category_id = (SELECT id FROM category WHERE public_id = ?)"
    values = [product.id, product.category.id]
    if product.family is not None:
        others += " AND (p.family_id IS NULL OR f.public_id <> ?)"
        values.append(product.family.id)
    return await _newest(tx, others, values, most)


async def _newest(tx: Transaction, which: str, values: Sequence[str], most: int) -> list[ProductView]:
    tables = f"{_tables(tx.dialect, with_stock=True, with_category=True)} {FAMILY}"
    first = FIRST_MEMBER.format(stock=MEMBER_STOCK, condition="q.status = 'active' AND j.on_hand > j.reserved")
    where = f"WHERE p.status = 'active' AND i.on_hand > i.reserved {which} AND {first}"
    sql = f"SELECT {product_columns(tx.dialect)} {tables} {where} ORDER BY {SORTS['newest']} LIMIT ?"
    return [product_of(row) for row in await tx.fetch(sql, *values, most)]


def _tables(dialect: Dialect, *, with_stock: bool, with_category: bool = False, found: bool = False) -> str:
    """FROM, with what a search found before the products and what belongs to each behind."""
    then = THEN[dialect]
    first = f"FROM found {then} product p ON p.id = found.id" if found else "FROM product p"
    joined = [f"{then} {each}" for each, wanted in ((STOCK, with_stock), (CATEGORY, with_category)) if wanted]
    return " ".join([first, *joined])


def _where(query: ProductQuery, product: str = "p", stock: str = "i") -> tuple[str, tuple[object, ...]]:
    """Every piece of it is a constant of this house, and what people sent are the values."""
    p = product
    conditions: list[str] = [f"{p}.status = 'active'"]
    values: list[Any] = []
    if query.category:
        conditions.append(f"{p}.category_id = {CATEGORY_ID}")
        values += [query.category, query.category]
    for price, condition in ((query.min_price, ">= ?"), (query.max_price, "<= ?")):
        if price is not None:
            conditions.append(f"{p}.price_cents {condition}")
            values.append(price)
    if query.in_stock:
        conditions.append(f"{stock}.on_hand > {stock}.reserved")
    return " AND ".join(conditions), tuple(values)


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
        "max_price": (_is_no_price(high), "out_of_range", "Enter a price such as 19.90."),
        "min_price": (_is_no_price(low), "out_of_range", "Enter a price such as 19.90."),
    }
    if low is not None and high is not None and low > high:
        wrong["min_price"] = (True, "above_max_price", "The lowest price is higher than the highest price.")
    return [FieldError(name, code, message) for name, (is_wrong, code, message) in wrong.items() if is_wrong]


def _is_no_price(cents: int | None) -> bool:
    return cents is not None and not 0 <= cents <= HIGHEST_PRICE
