"""One change of price and stock for many products: planned, shown, then done as a whole or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from models.audit.audit_log import Actor
from models.catalog import product_changes
from models.catalog.catalog import PRODUCT_TABLES, ProductView, product_columns, product_of
from models.catalog.product_changes import HIGHEST_PRICE_CENTS
from models.database import Transaction
from models.inventory import stock_adjustments
from models.inventory.stock_adjustments import LARGEST_RESTOCK, MOST_ON_HAND
from models.shared.errors import FieldError, Invalid, ProductNotFound, VersionConflict
from models.shared.money_text import money
from models.shared.sql import marks

MOST_AT_ONCE = 100
LONGEST_REASON = 400
HIGHEST_PERCENT = Decimal(1000)
STALE = "Some of these products have changed since the preview. Nothing was changed: look at the new preview."


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What is to change of each product; None leaves it as it is. One way for the price, one for the stock."""

    price_cents: int | None = None
    price_percent: Decimal | None = None  # 10 raises by a tenth, -10 lowers
    price_add_cents: int | None = None
    on_hand: int | None = None
    stock_add: int | None = None  # units that came in, or went if negative
    low_stock_threshold: int | None = None
    reason: str = ""

    @property
    def is_empty(self) -> bool:
        return all(getattr(self, name) is None for name in self.__slots__ if name != "reason")

    @property
    def counts_stock(self) -> bool:
        """Whether it changes how many are on hand."""
        return self.on_hand is not None or self.stock_add is not None


@dataclass(frozen=True, slots=True)
class ProductAsSeen:
    """A product as somebody saw it when they decided."""

    id: str
    version: int
    on_hand: int


@dataclass(frozen=True, slots=True)
class PlannedProduct:
    """A product as it is and as it would be; `problem` says why it cannot be, empty if it can."""

    product: ProductView
    price_cents: int
    on_hand: int
    low_stock_threshold: int
    problem: str

    @property
    def seen(self) -> ProductAsSeen:
        return ProductAsSeen(self.product.id, self.product.version, self.product.on_hand)


async def plan(tx: Transaction, product_ids: Sequence[str], change: BulkChange) -> list[PlannedProduct]:
    """What the change would make of these products, by SKU. Raises Invalid, ProductNotFound."""
    _refuse(change)
    return [_planned(product, change) for product in await chosen(tx, product_ids)]


async def chosen(tx: Transaction, product_ids: Sequence[str]) -> list[ProductView]:
    """These products by SKU. Raises Invalid for none or too many, ProductNotFound."""
    ids = list(dict.fromkeys(product_ids))
    if not 1 <= len(ids) <= MOST_AT_ONCE:
        words = f"Choose 1 to {MOST_AT_ONCE} products."
        raise Invalid.field("products", "out_of_range", words)
    if not all(each.isascii() and each.isalnum() for each in ids):
        raise ProductNotFound("There is no such product.")
    where = f"WHERE p.public_id IN ({marks(ids)})"
    rows = await tx.fetch(
        f"SELECT {product_columns(tx.dialect)} {PRODUCT_TABLES} {where} ORDER BY p.sort_sku, p.id", *ids
    )
    if len(rows) < len(ids):
        raise ProductNotFound("One of these products is not there.")
    return [product_of(row) for row in rows]


async def carry_out(
    tx: Transaction, actor: Actor, product_ids: Sequence[str], change: BulkChange, *, seen: Sequence[ProductAsSeen] = ()
) -> list[PlannedProduct]:
    """Change all of these products, and return what was planned for each.

    Raises:
        Invalid, ProductNotFound: a product cannot become what it would; nothing was changed.
        VersionConflict: a product in `seen` is not any more what was seen; nothing was changed.
    """
    planned = await plan(tx, product_ids, change)
    shown = {each.id: each for each in seen}
    for each in planned:
        was = shown.get(each.product.id, each.seen)
        if was.version != each.product.version or (change.counts_stock and was.on_hand != each.product.on_hand):
            raise VersionConflict(STALE)
    if wrong := [FieldError(each.product.sku, "out_of_range", each.problem) for each in planned if each.problem]:
        raise Invalid("Some products cannot be changed like that, so nothing was changed.", errors=wrong)
    for each in planned:
        await _carry_out_one(tx, actor, each, change)
    return planned


async def _carry_out_one(tx: Transaction, actor: Actor, each: PlannedProduct, change: BulkChange) -> None:
    product = each.product
    if each.price_cents != product.price_cents:
        price = {"price_cents": each.price_cents}
        await product_changes.change(tx, actor, product.id, price, version=product.version, reason=change.reason)
    stock = {"low_stock_threshold": each.low_stock_threshold}
    if change.stock_add is not None and change.stock_add > 0:
        await stock_adjustments.restock(tx, actor, product.id, change.stock_add, note=change.reason)
    elif change.counts_stock:
        stock["on_hand"] = each.on_hand
    await stock_adjustments.adjust(tx, actor, product.id, **stock, reason=change.reason)


def _refuse(change: BulkChange) -> None:
    """Raises Invalid for a change that nobody could mean."""
    prices = (change.price_cents, change.price_percent, change.price_add_cents)
    percent, added = change.price_percent or Decimal(0), change.stock_add or 0
    rules = {
        "price": (sum(each is not None for each in prices) > 1, "Change the price in one way."),
        "price_percent": (
            not -100 < percent <= HIGHEST_PERCENT,
            f"Lower by less than 100 percent, or raise by at most {HIGHEST_PERCENT} percent.",
        ),
        "on_hand": (change.on_hand is not None and change.stock_add is not None, "Change the stock in one way."),
        "stock_add": (abs(added) > LARGEST_RESTOCK, f"Add or take away at most {LARGEST_RESTOCK:,} units."),
        "reason": (
            len(change.reason) > LONGEST_REASON or (change.counts_stock and added <= 0 and not change.reason.strip()),
            f"Say why the count changes, in at most {LONGEST_REASON} characters.",
        ),
        "change": (change.is_empty, "Choose what is to change."),
    }
    errors = [FieldError(name, "out_of_range", words) for name, (is_wrong, words) in rules.items() if is_wrong]
    if errors:
        raise Invalid("Some fields are not what they have to be.", errors=errors)
    stock_adjustments.refuse(on_hand=change.on_hand, threshold=change.low_stock_threshold)


def _planned(product: ProductView, change: BulkChange) -> PlannedProduct:
    price = product.price_cents if change.price_cents is None else change.price_cents
    if change.price_percent is not None:
        exact = Decimal(product.price_cents) * (100 + change.price_percent) / 100
        price = int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
    price += change.price_add_cents or 0
    on_hand = (product.on_hand if change.on_hand is None else change.on_hand) + (change.stock_add or 0)
    threshold = change.low_stock_threshold
    problem = ""
    if not 0 < price <= HIGHEST_PRICE_CENTS:
        problem = f"A price is {money(1)} to {money(HIGHEST_PRICE_CENTS)}."
    elif change.counts_stock and on_hand < product.reserved:
        problem = f"{product.reserved:,} units are reserved for orders: the count cannot be lower than that."
    elif on_hand > MOST_ON_HAND:
        problem = f"A count is at most {MOST_ON_HAND:,}."
    kept = product.low_stock_threshold if threshold is None else threshold
    return PlannedProduct(product, price, on_hand, kept, problem)
