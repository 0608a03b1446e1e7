"""Carts: what somebody is about to order. Nothing is held by being in a cart; only an order holds stock.

Every change starts by raising the version of the cart's row. That finds the cart, proves whose it is, and makes changes
of one cart wait for each other, so that parallel ones add up.
"""

from dataclasses import dataclass
from typing import NamedTuple

from models.carts import checkout_drafts
from models.carts.cart_views import CartView, Owner, count, view
from models.catalog.catalog import ProductStatus
from models.database import Transaction, fetch_all, fetch_count, fetch_first, fetch_value
from models.shared.errors import CartFull, InsufficientStock, Invalid, NotFound, ProductNotFound
from models.shared.public_ids import new_public_id
from models.shared.secret_tokens import hashed, new_secret

__all__ = [
    "CartView",
    "LeftOut",
    "Owner",
    "add_item",
    "buy_again",
    "change_item",
    "clear",
    "count",
    "merge",
    "remove_item",
    "view",
]

MOST_PRODUCTS = 100
MOST_OF_ONE = 999
OPEN_OF_USER = """
INSERT INTO cart (public_id, user_id, version, created_at, updated_at) VALUES (?, ?, 1, ?, ?)
ON CONFLICT (user_id) DO UPDATE SET version = cart.version + 1, updated_at = excluded.updated_at RETURNING id
"""
OPEN_OF_GUEST = """
INSERT INTO cart (public_id, token_hash, version, created_at, updated_at) VALUES (?, ?, 1, ?, ?) RETURNING id
"""
PRODUCT = """
SELECT p.id, p.public_id, p.sku, p.name, p.price_cents, i.on_hand - i.reserved AS available,
    COALESCE((SELECT n.quantity FROM cart_item n WHERE n.cart_id = ? AND n.product_id = p.id), 0) AS already,
    (SELECT count(*) FROM cart_item n WHERE n.cart_id = ?) AS products
FROM product p JOIN inventory i ON i.product_id = p.id WHERE p.public_id = ? AND p.status = 'active'
"""
PUT = """
INSERT INTO cart_item (public_id, cart_id, product_id, quantity, unit_price_cents, created_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (cart_id, product_id) DO UPDATE SET quantity = excluded.quantity
"""
LINE = """
SELECT n.id AS line_id, n.quantity AS already, p.public_id, p.sku, p.name, p.status, i.on_hand - i.reserved AS available
FROM cart_item n JOIN product p ON p.id = n.product_id JOIN inventory i ON i.product_id = p.id
WHERE n.cart_id = ? AND n.public_id = ?
"""
OF_ORDER = """
SELECT l.product_id, l.quantity, p.public_id, p.name, p.status, p.price_cents, i.on_hand - i.reserved AS available,
    COALESCE((SELECT n.quantity FROM cart_item n WHERE n.cart_id = ? AND n.product_id = p.id), 0) AS already,
    (SELECT count(*) FROM cart_item n WHERE n.cart_id = ?) AS products
FROM order_line l JOIN product p ON p.id = l.product_id JOIN inventory i ON i.product_id = p.id
WHERE l.order_id = ? ORDER BY l.id
"""
BOTH = """
SELECT n.product_id, n.quantity, n.unit_price_cents, n.created_at, COALESCE(m.quantity, 0) AS already,
    CASE WHEN p.status = 'active' THEN i.on_hand - i.reserved ELSE 0 END AS available,
    (SELECT count(*) FROM cart_item WHERE cart_id = ?) AS products
FROM cart_item n
JOIN product p ON p.id = n.product_id
JOIN inventory i ON i.product_id = p.id
LEFT JOIN cart_item m ON m.cart_id = ? AND m.product_id = n.product_id
WHERE n.cart_id = ? ORDER BY n.id
"""


class _Offer(NamedTuple):
    """A product on sale, for a cart that already holds some of it and so many products."""

    id: int
    public_id: str
    sku: str
    name: str
    price_cents: int
    available: int
    already: int
    products: int


class _Item(NamedTuple):
    line_id: int
    already: int
    public_id: str
    sku: str
    name: str
    status: str
    available: int


class _Ordered(NamedTuple):
    """A line of an order, for a cart that already holds some of its product and so many products."""

    product_id: int
    quantity: int
    public_id: str
    name: str
    status: str
    price_cents: int
    available: int
    already: int
    products: int


class _Moved(NamedTuple):
    """A line of a guest's cart, for a customer's cart that already holds some of it and so many products."""

    product_id: int
    quantity: int
    unit_price_cents: int
    created_at: int
    already: int
    available: int
    products: int


async def add_item(tx: Transaction, owner: Owner, product_id: str, quantity: int = 1) -> CartView:
    """Put `quantity` more of a product (by its public id) into the cart, which is made if there is none.

    Raises:
        Invalid: the quantity is not 1 to 999, or the line would hold more than 999.
        ProductNotFound, InsufficientStock, CartFull: nothing was changed.
    """
    _check_quantity(quantity, least=1)
    cart_id, token = await _open(tx, owner)
    product = await fetch_first(tx, _Offer, PRODUCT, cart_id, cart_id, product_id) if product_id.isalnum() else None
    if product is None:
        raise ProductNotFound("This product is no longer available.")
    wanted = product.already + quantity
    _check_stock(product, wanted)
    _check_quantity(wanted, least=1)
    if not product.already and product.products >= MOST_PRODUCTS:
        raise CartFull(f"The cart holds {MOST_PRODUCTS} different products already. Order them, or remove some.")
    await tx.execute(PUT, new_public_id(), cart_id, product.id, wanted, product.price_cents, tx.now)
    return await view(tx, Owner(token=token) if token else owner, new_token=token)


async def change_item(tx: Transaction, owner: Owner, item_id: str, quantity: int) -> CartView:
    """Set how many of a line's product are wanted; 0 removes the line. Fewer than before is always possible.

    Raises:
        Invalid: the quantity is not 0 to 999.
        NotFound: there is no such line in this cart.
        ProductNotFound, InsufficientStock: nothing was changed.
    """
    _check_quantity(quantity, least=0)
    if quantity == 0:
        return await remove_item(tx, owner, item_id)
    cart_id = await _touch(tx, owner)
    line = await fetch_first(tx, _Item, LINE, cart_id, item_id) if cart_id and item_id.isalnum() else None
    if line is None:
        raise _no_such_line()
    if quantity > line.already:
        if line.status != ProductStatus.ACTIVE:
            raise ProductNotFound(f"{line.name} is no longer sold.")
        _check_stock(line, quantity)
    await tx.execute("UPDATE cart_item SET quantity = ? WHERE id = ?", quantity, line.line_id)
    return await view(tx, owner)


async def remove_item(tx: Transaction, owner: Owner, item_id: str) -> CartView:
    """Take a line out.

    Raises:
        NotFound: there is no such line in this cart.
    """
    cart_id = await _touch(tx, owner)
    gone = 0
    if cart_id and item_id.isalnum():
        gone = await tx.execute("DELETE FROM cart_item WHERE cart_id = ? AND public_id = ?", cart_id, item_id)
    if not gone:
        raise _no_such_line()
    return await view(tx, owner)


async def clear(tx: Transaction, owner: Owner) -> CartView:
    """Take everything out; nothing to do is fine."""
    if cart_id := await _touch(tx, owner):
        await tx.execute("DELETE FROM cart_item WHERE cart_id = ?", cart_id)
    return await view(tx, owner)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of an order did not go back into the cart: all of a line, or some."""

    product_id: str
    name: str
    quantity: int
    reason: str  # no_longer_sold | sold_out | not_enough | cart_full


async def buy_again(tx: Transaction, owner: Owner, order_id: int) -> tuple[CartView, list[LeftOut]]:
    """Have in the cart at least what this order (by its row id) had of each product, at today's prices.

    What is not to be had is left out and told. Once or twice makes no difference.
    """
    cart_id, token = await _open(tx, owner)
    rows = await fetch_all(tx, _Ordered, OF_ORDER, cart_id, cart_id, order_id)
    room = MOST_PRODUCTS - rows[0].products if rows else 0
    left_out: list[LeftOut] = []
    for row in rows:
        have = max(0, row.available) if row.status == ProductStatus.ACTIVE else 0
        quantity = min(row.quantity, have)
        if not row.already and room < 1 and quantity:
            quantity, have = 0, -1
        if quantity < row.quantity:
            left_out.append(LeftOut(row.public_id, row.name, row.quantity - quantity, _why(row, have)))
        if quantity > row.already:
            room -= 0 if row.already else 1
            values = (new_public_id(), cart_id, row.product_id, quantity, row.price_cents, tx.now)
            await tx.execute(PUT, *values)
    return await view(tx, Owner(token=token) if token else owner, new_token=token), left_out


def _why(row: _Ordered, have: int) -> str:
    if have < 0:
        return "cart_full"
    if row.status != ProductStatus.ACTIVE:
        return "no_longer_sold"
    return "not_enough" if have else "sold_out"


async def merge(tx: Transaction, token: str, user_id: int) -> CartView:
    """Move a guest's cart into the customer's. Quantities add up, to at most what is available and 999.

    The guest's cart is gone afterwards; a secret without a cart changes nothing, so merging twice is harmless.
    """
    customer = Owner(user_id=user_id)
    guest_cart = await _touch(tx, Owner(token=token))
    if guest_cart is None:
        return await view(tx, customer)
    cart_id, _ = await _open(tx, customer)
    rows = await fetch_all(tx, _Moved, BOTH, cart_id, cart_id, guest_cart)
    await tx.execute_many(PUT, [(new_public_id(), cart_id, *values) for values in _merged(rows)])
    await checkout_drafts.move(tx, from_cart=guest_cart, to_cart=cart_id)
    await tx.execute("DELETE FROM cart WHERE id = ?", guest_cart)
    return await view(tx, customer)


def _merged(rows: list[_Moved]) -> list[tuple[int, int, int, int]]:
    """What to put into the customer's cart; what is not to be had, or finds no room, stays out."""
    room = MOST_PRODUCTS - rows[0].products if rows else 0
    kept = []
    for row in rows:
        quantity = min(row.quantity + row.already, row.available, MOST_OF_ONE)
        if quantity < 1 or (not row.already and room < 1):
            continue
        room -= 0 if row.already else 1
        kept.append((row.product_id, quantity, row.unit_price_cents, row.created_at))
    return kept


async def _touch(tx: Transaction, owner: Owner) -> int | None:
    """Raise the version of the owner's cart; its id, or None if there is none."""
    return await fetch_value(
        *(tx, int),
        f"UPDATE cart SET version = version + 1, updated_at = ? WHERE {owner.condition} RETURNING id",  # noqa: S608  one of two constants
        *(tx.now, owner.key),
    )


async def _open(tx: Transaction, owner: Owner) -> tuple[int, str | None]:
    """The id of the owner's cart, made if need be, and the secret if it was made for a guest just now."""
    if owner.user_id is not None:
        return await fetch_count(tx, OPEN_OF_USER, new_public_id(), owner.user_id, tx.now, tx.now), None
    if cart_id := await _touch(tx, owner):
        return cart_id, None
    token = new_secret()
    return await fetch_count(tx, OPEN_OF_GUEST, new_public_id(), hashed(token), tx.now, tx.now), token


def _check_quantity(quantity: int, *, least: int) -> None:
    if not least <= quantity <= MOST_OF_ONE:
        message = f"The quantity has to be {least} to {MOST_OF_ONE}."
        raise Invalid.field("quantity", "out_of_range", message)


def _check_stock(product: _Offer | _Item, wanted: int) -> None:
    left = max(0, product.available)
    if left < wanted:
        item = {"product_name": product.name, "sku": product.sku, "requested": wanted, "available": left}
        verb = "is" if left == 1 else "are"
        have = f"Only {left} of {product.name} {verb} available" if left else f"{product.name} is sold out"
        raise InsufficientStock(f"{have}.", items=[item], product_id=product.public_id, available=left)


def _no_such_line() -> NotFound:
    return NotFound("There is no such line in this cart.")
