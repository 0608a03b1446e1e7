"""What admins do to products: put one on sale, change it, take it off the shelves and bring it back. All audited."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, cast

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.catalog.catalog import ProductStatus, ProductView, find_product
from models.catalog.product_rows import category_named, find_row
from models.catalog.search.search_index import index_products
from models.database import Transaction
from models.inventory import stock_adjustments
from models.shared.errors import FieldError, Invalid, SkuTaken, VersionConflict
from models.shared.money_text import money
from models.shared.plain_text import TABS_AND_LINES, has_control, plain
from models.shared.rich_text import LONGEST_TEXT, from_form
from models.shared.slugs import slug_of
from models.tables.catalog_tables import Category, Product

SKU = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
HIGHEST_PRICE_CENTS = 99_999_999
LONGEST_NAME = 200
LONGEST_DESCRIPTION = 20_000
STATUSES = tuple(ProductStatus)
COLUMNS = (
    "sku",
    "name",
    "description",
    "details",
    "price_cents",
    "status",
)  # what a change may name, beside the category
TEXTS = ("name", "description")
ProductChange = Mapping[str, object]  # new values by column
SEARCHED = {"sku", "name", "description"}


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
    details: str = ""  # HTML; what of it is safe is kept


async def create(tx: Transaction, actor: Actor, new: NewProduct) -> ProductView:
    """Put a product on sale; it can be bought and restocked at once.

    Raises:
        Invalid: a field is not what it has to be, or there is no such category.
        SkuTaken: another product has this SKU, in whatever case.
    """
    new = replace(new, name=plain(new.name), description=plain(new.description))
    refuse({name: getattr(new, name) for name in COLUMNS if name != "status"})
    category = await category_named(new.category_id)
    await _refuse_taken(tx, new.sku)
    row = await Product.create(
        sku=new.sku,
        slug=slug_of(new.name, otherwise=slug_of(new.sku)),
        name=new.name,
        description=new.description,
        details=from_form(new.details),
        price_cents=new.price_cents,
        category_id=category.id,
        created_at=tx.now,
        updated_at=tx.now,
    )
    await index_products(tx, [(row.id, row.sku, row.name, row.description)])
    await stock_adjustments.open_stock(tx, actor, row.id, on_hand=new.on_hand, threshold=new.low_stock_threshold)
    product = await find_product(tx, row.public_id)
    await audit_log.record(tx, actor, "product.create", ("product", row.public_id), after=_shown(product))
    return product


async def change(
    tx: Transaction,
    actor: Actor,
    public_id: str,
    changes: ProductChange,
    *,
    version: int | None = None,
    reason: str = "",
) -> ProductView:
    """Change the named columns: any of `COLUMNS`, and `category_id`. Nothing is written when nothing differs.

    Of `details`, which are HTML, what is safe is kept.

    Raises:
        ProductNotFound, Invalid, SkuTaken: nothing was changed.
        VersionConflict: `version` is given, and somebody else changed the product since.
    """
    changes = {name: plain(str(value)) if name in TEXTS else value for name, value in changes.items()}
    refuse(changes)
    if "details" in changes:
        changes["details"] = from_form(str(changes["details"]))
    row = await find_row(public_id)
    if version is not None and row.version != version:
        raise VersionConflict("Somebody else has changed this product since you read it.", version=row.version)
    before: dict[str, object] = {name: row[name] for name in COLUMNS}
    if "category_id" in changes:
        category = await category_named(str(changes["category_id"]))
        before["category_id"] = (await Category.get(id=row.category_id)).public_id
        changes = {**changes, "category_id": category.public_id}
        row.category_id = category.id
    news = {name: value for name, value in changes.items() if before[name] != value}
    if news:
        await _update(tx, row, news)
        olds = {name: before[name] for name in news}
        subject = ("product", public_id)
        await audit_log.record(tx, actor, _action(news), subject, before=olds, after=news, reason=reason)
    return await find_product(tx, public_id, include_retired=True)


async def retire(tx: Transaction, actor: Actor, public_id: str) -> ProductView:
    """Take it off the shelves; orders keep their lines. Raises ProductNotFound."""
    return await change(tx, actor, public_id, {"status": ProductStatus.RETIRED})


async def restore(tx: Transaction, actor: Actor, public_id: str) -> ProductView:
    """Bring it back. Raises ProductNotFound."""
    return await change(tx, actor, public_id, {"status": ProductStatus.ACTIVE})


def refuse(fields: ProductChange) -> None:
    """Raises Invalid, naming the fields that are not what they have to be."""
    given = cast(Mapping[str, Any], fields).get
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
        "details": (len(given("details", "")) > LONGEST_TEXT, f"Use at most {LONGEST_TEXT:,} characters."),
        "price": (not 0 < cents <= HIGHEST_PRICE_CENTS, f"A price is {money(1)} to {money(HIGHEST_PRICE_CENTS)}."),
        "status": (given("status", "active") not in STATUSES, "A product is active or retired."),
    }
    errors = [FieldError(name, "out_of_range", words) for name, (is_wrong, words) in wrong.items() if is_wrong]
    if errors:
        raise Invalid("Some fields are not what they have to be.", errors=errors)


async def _refuse_taken(tx: Transaction, sku: str, *, but: int = 0) -> None:
    if await tx.fetch_one("SELECT 1 FROM product WHERE lower(sku) = lower(?) AND id <> ?", sku, but):
        raise _taken(sku)


async def _update(tx: Transaction, row: Product, news: ProductChange) -> None:
    if "sku" in news:
        await _refuse_taken(tx, str(news["sku"]), but=row.id)
    row.update_from_dict({name: news[name] for name in COLUMNS if name in news})
    if "name" in news:
        row.slug = slug_of(row.name, otherwise=slug_of(row.sku))
    row.version, row.updated_at = row.version + 1, tx.now
    await row.save()
    if SEARCHED & news.keys():
        await index_products(tx, [(row.id, row.sku, row.name, row.description)])


def _action(news: ProductChange) -> str:
    if news.get("status") == "retired":
        return "product.retire"
    return "product.restore" if "status" in news else "product.change"


def _shown(product: ProductView) -> dict[str, object]:
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
