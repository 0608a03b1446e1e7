"""The catalogue as shoppers see it: categories and products, each with what is truly available of it now."""

import re
from dataclasses import dataclass
from enum import StrEnum

from models.catalog.demo import CATALOG
from models.catalog.family_views import FAMILY, Family, Member, family_columns, family_of, stock_state
from models.database import Row, Transaction, from_row
from models.database.transaction import Dialect
from models.shared.errors import NotFound, ProductNotFound
from models.shared.letters import sort_key
from models.shared.public_ids import is_public_id

TILES = {category.slug: f"categories/{category.slug}.svg" for category in CATALOG}
UNPICTURED = "products/unpictured.svg"
SLUG = re.compile(r"[0-9a-z-]{1,80}")
BY_SKU = "sku:"
MOST_PICTURES = 8
CATEGORIES = """
SELECT c.public_id AS id, c.slug, c.name, c.description, c.position,
    (SELECT count(*) FROM product p WHERE p.category_id = c.id AND p.status = 'active')
        - coalesce(families.more_members, 0) AS product_count
FROM category c LEFT JOIN (SELECT category_id, count(*) - count(DISTINCT family_id) AS more_members FROM product
    WHERE family_id IS NOT NULL AND status = 'active' GROUP BY category_id) AS families ON families.category_id = c.id
"""
PLAIN_COLUMNS = """
p.public_id AS id, p.sku, p.slug, p.name, p.description, p.price_cents, p.picture, p.status, p.version, p.created_at,
p.updated_at, c.public_id AS category_id, c.slug AS category_slug, c.name AS category_name,
i.on_hand, i.reserved, i.low_stock_threshold, i.version AS stock_version
"""
PRODUCT_TABLES = f"""
FROM product p JOIN category c ON c.id = p.category_id JOIN inventory i ON i.product_id = p.id {FAMILY}
"""


class ProductStatus(StrEnum):
    """Whether a product is on sale."""

    ACTIVE = "active"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A shelf of the shop, with the number of its products on sale; a family counts once."""

    id: str
    slug: str
    name: str
    description: str
    product_count: int
    picture: str  # empty when it has none


@dataclass(frozen=True, slots=True)
class CategoryLabel:
    """The category a product stands in."""

    id: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product and its stock; ids are public."""

    id: str
    sku: str
    slug: str
    name: str
    description: str
    price_cents: int
    picture: str
    category: CategoryLabel
    status: ProductStatus
    on_hand: int
    reserved: int
    low_stock_threshold: int
    version: int
    stock_version: int
    created_at: int
    updated_at: int
    family: Family | None = None

    @property
    def available(self) -> int:
        """How many could be ordered now."""
        return self.on_hand - self.reserved

    @property
    def stock_state(self) -> str:
        """in_stock, low (at or under the threshold) or out."""
        return stock_state(self.available, self.low_stock_threshold)

    @property
    def listed_name(self) -> str:
        """What it is called where its family is shown once."""
        return self.family.name if self.family else self.name

    @property
    def is_family_card(self) -> bool:
        """Whether it stands for several products on sale."""
        return self.family is not None and len(self.family.members) > 1

    @property
    def offered(self) -> "ProductView | Member":
        """What a card leads to: it or, where it is sold out, the cheapest of its family that is not."""
        others = self.family.members if self.family is not None and self.available <= 0 else ()
        in_stock = [each for each in others if each.available > 0]
        return min(in_stock, key=lambda each: each.price_cents) if in_stock else self

    @property
    def shown_ids(self) -> list[str]:
        """The products whose stock a card or a page of this one depends on: itself, and its family on sale."""
        return [self.id, *(each.id for each in self.family.members if each.id != self.id)] if self.family else [self.id]


async def categories(tx: Transaction) -> list[CategoryView]:
    """All of them, in the order of the shelves."""
    rows = await tx.fetch(CATEGORIES + " ORDER BY c.position, c.id")
    return [_category(row) for row in sorted(rows, key=place_of)]


def place_of(row: Row) -> tuple[int, str]:
    """Where a category stands: two of one position by their names."""
    return row["position"], sort_key(row["name"])


async def find_category(tx: Transaction, name: str) -> CategoryView:
    """The one with this id or slug.

    Raises:
        NotFound: there is none.
    """
    found = await category_if_any(tx, name)
    if found is None:
        raise NotFound("There is no such category.")
    return found


async def category_if_any(tx: Transaction, name: str) -> CategoryView | None:
    """The one with this id or slug, or None."""
    if not SLUG.fullmatch(name):
        return None
    row = await tx.fetch_one(CATEGORIES + " WHERE c.slug = ? OR c.public_id = ?", name, name)
    return None if row is None else _category(row)


async def find_product(tx: Transaction, name: str, *, include_retired: bool = False) -> ProductView:
    """The one with this id, or with the SKU after `sku:`, in any case.

    Raises:
        ProductNotFound: there is none, or it is not sold any more.
    """
    condition, value = _named(name)
    if not include_retired:
        condition += " AND p.status = 'active'"
    sql = f"SELECT {product_columns(tx.dialect)} {PRODUCT_TABLES} WHERE {condition}"
    row = await tx.fetch_one(sql, value)
    if row is None:
        raise ProductNotFound("There is no such product.")
    return product_of(row)


@dataclass(frozen=True, slots=True)
class Picture:
    """One of a product's pictures, with the words for those who do not see it."""

    path: str
    alt: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A product as its page shows it."""

    product: ProductView
    details: str  # HTML of a safe few elements; empty when there is no more to say
    pictures: list[Picture]  # 1 to 8


async def find_shown(tx: Transaction, name: str) -> Shown:
    """The product with this id or `sku:` and all its page shows, in one statement. Raises ProductNotFound."""
    condition, value = _named(name)
    rows = await tx.fetch(
        f"SELECT {product_columns(tx.dialect)}, p.details, m.path, m.alt {PRODUCT_TABLES}"
        f" LEFT JOIN product_image m ON m.product_id = p.id WHERE {condition} AND p.status = 'active'"
        " ORDER BY m.position, m.id LIMIT ?",
        *(value, MOST_PICTURES),
    )
    if not rows:
        raise ProductNotFound("There is no such product.")
    product = product_of(rows[0])
    pictures = [Picture(row["path"], row["alt"] or product.name) for row in rows if row["path"] is not None]
    return Shown(product, rows[0]["details"], pictures or [Picture(product.picture, product.name)])


def _named(name: str) -> tuple[str, str]:
    """What cannot be an id or a SKU, for some databases not even a value, names no product."""
    if name.startswith(BY_SKU) and name.isprintable():
        return "lower(p.sku) = lower(?)", name.removeprefix(BY_SKU)
    if is_public_id(name):
        return "p.public_id = ?", name
    raise ProductNotFound("There is no such product.")


def product_columns(dialect: Dialect) -> str:
    """What `product_of` reads, from `PRODUCT_TABLES`."""
    return f"{PLAIN_COLUMNS}, {family_columns(dialect)}"


def product_of(row: Row) -> ProductView:
    """The product in a row of `product_columns`."""
    category = CategoryLabel(row["category_id"], row["category_slug"], row["category_name"])
    return from_row(ProductView, row, picture=row["picture"] or UNPICTURED, category=category, family=family_of(row))


def _category(row: Row) -> CategoryView:
    return from_row(CategoryView, row, picture=TILES.get(row["slug"], ""))
