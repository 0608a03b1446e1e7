"""What admins do to products: put one on sale, change it, take it off the shelves and bring it back. All audited."""

import re
from dataclasses import dataclass, replace
from typing import Any

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.catalog.catalog import ProductView, find_product
from models.catalog.search_index import index_products
from models.database import Row, Transaction
from models.inventory import stock_adjustments
from models.shared.errors import FieldError, Invalid, ProductNotFound, SkuTaken, VersionConflict
from models.shared.money_text import money
from models.shared.plain_text import TABS_AND_LINES, has_control, plain
from models.shared.public_ids import new_public_id
from models.shared.slugs import slug_of

SKU = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
HIGHEST_PRICE_CENTS = 99_999_999
LONGEST_NAME = 200
LONGEST_DESCRIPTION = 20_000
STATUSES = ("active", "retired")
COLUMNS = ("sku", "name", "description", "price_cents", "status")  # what a change may name, beside the category
TEXTS = ("name", "description")
SEARCHED = {"sku", "name", "description"}
INSERT = """
INSERT INTO product (public_id, sku, slug, name, description, price_cents, category_id, status, picture, version,
    created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, 'active', '', 1, ?, ?)
ON CONFLICT DO NOTHING RETURNING id
"""
FIND = """
SELECT p.id, p.sku, p.name, p.description, p.price_cents, p.status, p.version, c.public_id AS category_id
FROM product p JOIN category c ON c.id = p.category_id WHERE p.public_id = ?
"""


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A product to be, with its first stock. `category_id` is the category's public id or slug."""

    sku: str
    name: str
    price_cents: int
    category_id: str
    description: str = ""
    on_hand: int = 0
    low_stock_threshold: int = stock_adjustments.DEFAULT_THRESHOLD


async def create(tx: Transaction, actor: Actor, new: NewProduct) -> ProductView:
    """Put a product on sale; it can be bought and restocked at once.

    Raises:
        Invalid: a field is not what it has to be, or there is no such category.
        SkuTaken: another product has this SKU, in whatever case.
    """
    new = replace(new, name=plain(new.name), description=plain(new.description))
    refuse({"sku": new.sku, "name": new.name, "description": new.description, "price_cents": new.price_cents})
    category = await category_row(tx, new.category_id)
    public_id = new_public_id()
    row = await tx.fetch_one(
        INSERT,
        *(
            public_id,
            new.sku,
            slug_of(new.name, otherwise=slug_of(new.sku)),
            new.name,
            new.description,
            new.price_cents,
            category["id"],
        ),
        *(tx.now, tx.now),
    )
    if row is None:
        raise _taken(new.sku)
    await index_products(tx, [(row["id"], new.sku, new.name, new.description)])
    await stock_adjustments.open_stock(tx, actor, row["id"], on_hand=new.on_hand, threshold=new.low_stock_threshold)
    product = await find_product(tx, public_id)
    await audit_log.record(tx, actor, "product.create", ("product", public_id), after=_shown(product))
    return product


async def change(
    tx: Transaction, actor: Actor, public_id: str, changes: dict[str, Any], *, version: int | None = None
) -> ProductView:
    """Change the named columns: any of `COLUMNS`, and `category_id`. Nothing is written when nothing differs.

    Raises:
        ProductNotFound, Invalid, SkuTaken: nothing was changed.
        VersionConflict: `version` is given, and somebody else changed the product since.
    """
    changes = {name: plain(value) if name in TEXTS else value for name, value in changes.items()}
    refuse(changes)
    before = await _row(tx, public_id)
    if version is not None and before["version"] != version:
        raise VersionConflict("Somebody else has changed this product since you read it.", version=before["version"])
    category = await category_row(tx, changes["category_id"]) if "category_id" in changes else None
    if category is not None:
        changes = {**changes, "category_id": category["public_id"]}
    news = {name: value for name, value in changes.items() if before[name] != value}
    if news:
        await _update(tx, before, news, category["id"] if category and "category_id" in news else None)
        olds = {name: before[name] for name in news}
        await audit_log.record(tx, actor, _action(news), ("product", public_id), before=olds, after=news)
    return await find_product(tx, public_id, include_retired=True)


async def retire(tx: Transaction, actor: Actor, public_id: str) -> ProductView:
    """Take it off the shelves; orders keep their lines. Raises ProductNotFound."""
    return await change(tx, actor, public_id, {"status": "retired"})


async def restore(tx: Transaction, actor: Actor, public_id: str) -> ProductView:
    """Bring it back. Raises ProductNotFound."""
    return await change(tx, actor, public_id, {"status": "active"})


async def category_row(tx: Transaction, name: str) -> Row:
    """The category with this public id or slug. Raises Invalid, naming the field `category_id`."""
    row = await tx.fetch_one("SELECT id, public_id FROM category WHERE public_id = ? OR slug = ?", name, name)
    if row is None:
        words = "There is no such category."
        raise Invalid.field("category_id", "unknown", words)
    return row


def refuse(fields: dict[str, Any]) -> None:
    """Raises Invalid, naming the fields that are not what they have to be."""
    given = fields.get
    cents = given("price_cents", 1)
    wrong = {
        "sku": (not SKU.fullmatch(given("sku", "x")), "Use 1 to 64 letters, digits, dots, dashes or underscores."),
        "name": (
            not 0 < len(given("name", "x").strip()) <= LONGEST_NAME or has_control(given("name", "")),
            f"Use 1 to {LONGEST_NAME} characters, and no control characters.",
        ),
        "description": (
            len(given("description", "")) > LONGEST_DESCRIPTION
            or has_control(given("description", ""), but=TABS_AND_LINES),
            f"Use at most {LONGEST_DESCRIPTION} characters, and no control characters.",
        ),
        "price": (not 0 < cents <= HIGHEST_PRICE_CENTS, f"A price is {money(1)} to {money(HIGHEST_PRICE_CENTS)}."),
        "status": (given("status", "active") not in STATUSES, "A product is active or retired."),
    }
    errors = [FieldError(name, "out_of_range", words) for name, (is_wrong, words) in wrong.items() if is_wrong]
    if errors:
        raise Invalid("Some fields are not what they have to be.", errors=errors)


async def _row(tx: Transaction, public_id: str) -> Row:
    lock = " FOR UPDATE OF p" if tx.dialect == "postgres" else ""
    row = await tx.fetch_one(FIND + lock, public_id) if public_id.isalnum() else None
    if row is None:
        raise ProductNotFound("There is no such product.")
    return row


async def _update(tx: Transaction, before: Row, news: dict[str, Any], category_id: int | None) -> None:
    values: dict[str, Any] = {name: news[name] for name in COLUMNS if name in news}
    if "name" in news:
        values["slug"] = slug_of(news["name"], otherwise=slug_of(news.get("sku", before["sku"])))
    if category_id is not None:
        values["category_id"] = category_id
    settings = ", ".join(f"{name} = ?" for name in values)  # names of this module
    same_sku = "SELECT 1 FROM product WHERE lower(sku) = lower(?) AND id <> ?"
    if "sku" in news and await tx.fetch_one(same_sku, news["sku"], before["id"]) is not None:
        raise _taken(news["sku"])
    sql = f"UPDATE product SET {settings}, version = version + 1, updated_at = ? WHERE id = ?"  # noqa: S608
    await tx.execute(sql, *values.values(), tx.now, before["id"])
    if SEARCHED & values.keys():
        sku, name, description = (values.get(column, before[column]) for column in ("sku", "name", "description"))
        await index_products(tx, [(before["id"], sku, name, description)])


def _action(news: dict[str, Any]) -> str:
    if news.get("status") == "retired":
        return "product.retire"
    return "product.restore" if "status" in news else "product.change"


def _shown(product: ProductView) -> dict[str, Any]:
    return {
        "sku": product.sku,
        "name": product.name,
        "price_cents": product.price_cents,
        "category_id": product.category.id,
        "on_hand": product.on_hand,
        "low_stock_threshold": product.low_stock_threshold,
    }


def _taken(sku: str) -> SkuTaken:
    words = f"There is a product with the SKU {sku} already."
    return SkuTaken(words, errors=[FieldError("sku", "taken", words)])
