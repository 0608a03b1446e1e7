"""Placing an order: everything the promise needs, in one transaction.

Order, lines, diary, intent to charge, job and the answer for repeats are written together and the cart is emptied, or
nothing is. Prices are the catalogue's of this moment; what the client believes they are is only compared.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from models import checkout_drafts, idempotency, payments, shipping
from models.database import Row, Transaction
from models.guest_access import access_token
from models.inventory import short
from models.job_kinds import ORDER_PROCESS
from models.jobs import enqueue
from models.order_progress import Progress, progress_now
from models.order_states import Status
from models.orders import Line, number_of
from models.public_id import new_public_id
from models.refusals import AlreadyOrdered, CartEmpty, FieldError, InsufficientStock, NoSuchAddress, PriceChanged
from models.secret_tokens import hashed
from models.webhook_events import LISTENERS, order_event

CURRENCY = "USD"
NO_ADDRESS = "There is no such saved address. Choose another, or write one."
CART_LINES = """
SELECT c.product_id, p.sku, p.name, c.quantity, p.price_cents, i.on_hand - i.reserved AS available, p.status,
    p.public_id, p.picture
FROM cart_item c JOIN product p ON p.id = c.product_id JOIN inventory i ON i.product_id = p.id
WHERE c.cart_id = ? ORDER BY c.product_id
"""
INSERT_ORDER = """
INSERT INTO orders (public_id, user_id, placed_by, checkout_key, email, access_token_hash, status, version,
    subtotal_cents, shipping_cents, total_cents, currency, shipping_method, shipping_address, billing_address, note,
    created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, 'pending', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id, {listeners}
""".replace("{listeners}", LISTENERS)
INSERT_LINE = """
INSERT INTO order_line (order_id, product_id, sku, name, quantity, unit_price_cents, line_total_cents)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
INSERT_FIRST_EVENT = """
INSERT INTO order_event (order_id, sequence, type, status, detail, actor, at)
VALUES (?, 1, 'order.placed', 'pending', '', ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who orders, and from which cart. `scope` keeps one buyer's keys apart from another's."""

    scope: str  # user:<id> or cart:<id>
    cart_id: int
    user_id: int | None
    email: str
    access_key: bytes = b""  # what a guest's access token is made with; nothing for a customer


@dataclass(frozen=True, slots=True)
class Checkout:
    """What is asked for, already validated."""

    key: str
    fingerprint: str
    shipping_method: str
    shipping_address: dict[str, str]
    payment_method: str
    payment_token: str
    note: str = ""
    expected_total_cents: int | None = None
    billing_address: dict[str, str] | None = None  # None when it is the same


@dataclass(slots=True)
class Placed:
    """The order as it was accepted."""

    id: int
    public_id: str
    created_at: int
    lines: list[Line]
    products: list[tuple[str, str]]  # of each line: the product's public id and its picture
    subtotal_cents: int
    shipping_cents: int
    total_cents: int
    progress: Progress
    currency: str = CURRENCY
    status: Status = Status.PENDING

    @property
    def number(self) -> str:
        return number_of(self.id)


Tell = Callable[[Buyer, Checkout, Placed | InsufficientStock], tuple[int, str]]


async def place(tx: Transaction, buyer: Buyer, wanted: Checkout) -> Placed:
    """Accept the order that the buyer's cart holds, and enqueue its processing.

    Raises:
        NoSuchAddress: the saved address is gone.
        CartEmpty, InsufficientStock, PriceChanged, AlreadyOrdered: nothing was changed.
        Invalid: the shipping method does not go there.
    """
    await _refuse_second(tx, buyer, wanted)
    if not wanted.shipping_address:
        raise NoSuchAddress(NO_ADDRESS, errors=[FieldError("address_id", "unknown", NO_ADDRESS)])
    rows = await _cart_lines(tx, buyer.cart_id)
    placed = await _price(tx, rows, wanted)
    row = await tx.fetch_one(
        INSERT_ORDER,
        *(placed.public_id, buyer.user_id, buyer.scope, wanted.key, buyer.email, _access_hash(buyer, placed)),
        *(placed.subtotal_cents, placed.shipping_cents, placed.total_cents, CURRENCY, wanted.shipping_method),
        *(json.dumps(wanted.shipping_address), json.dumps(wanted.billing_address) if wanted.billing_address else ""),
        *(wanted.note, tx.now, tx.now),
    )
    assert row is not None
    placed.id = row["id"]
    await tx.execute_many(INSERT_LINE, [_line_values(placed.id, line) for line in placed.lines])
    await tx.execute(INSERT_FIRST_EVENT, placed.id, buyer.email, tx.now)
    await payments.intend(
        tx,
        placed.id,
        placed.public_id,
        provider="test",
        method=wanted.payment_method,
        token=wanted.payment_token,
        amount_cents=placed.total_cents,
    )
    await enqueue(tx, ORDER_PROCESS, str(placed.id), subject=("order", placed.id))
    if row["listeners"]:
        await order_event(tx, placed, "order.placed", 1, "")
    placed.progress = await progress_now(tx, placed.id)
    await tx.execute("DELETE FROM cart_item WHERE cart_id = ?", buyer.cart_id)
    await checkout_drafts.drop(tx, buyer.cart_id)
    await tx.execute("UPDATE cart SET version = version + 1, updated_at = ? WHERE id = ?", tx.now, buyer.cart_id)
    return placed


async def place_once(tx: Transaction, buyer: Buyer, wanted: Checkout, tell: Tell, *, route: str) -> idempotency.Answer:
    """`place`, with the answer kept for repeats: the same key and request get the same answer.

    `tell` makes the status and body to keep of what was placed, or of a refusal for want of stock.
    """
    scope = f"{buyer.scope} {route}"
    known = await idempotency.find(tx, scope, wanted.key, wanted.fingerprint)
    if known is not None:
        return known
    outcome: Placed | InsufficientStock
    try:
        outcome = await place(tx, buyer, wanted)
    except InsufficientStock as refusal:
        outcome = refusal
    status, body = tell(buyer, wanted, outcome)
    order_id = outcome.id if isinstance(outcome, Placed) else None
    return await idempotency.keep(tx, scope, wanted.key, wanted.fingerprint, status, body, order_id=order_id)


async def _refuse_second(tx: Transaction, buyer: Buyer, wanted: Checkout) -> None:
    """A checkout key makes one order for ever, also after its stored answer was purged."""
    row = await tx.fetch_one(
        "SELECT public_id FROM orders WHERE placed_by = ? AND checkout_key = ?", buyer.scope, wanted.key
    )
    if row is not None:
        raise AlreadyOrdered("This checkout has become an order already.", order_id=row["public_id"])


async def _cart_lines(tx: Transaction, cart_id: int) -> list[Row]:
    rows = await tx.fetch(CART_LINES, cart_id)
    if not rows:
        raise CartEmpty("There is nothing in the cart.")
    _refuse_shortage(rows)
    return rows


def _refuse_shortage(rows: Sequence[Row]) -> None:
    """A plain look at the stock: it spares everybody a hopeless order. The binding decision is the worker's."""
    missing = [(row, row["available"] if row["status"] == "active" else 0) for row in rows]
    missing = [(row, left) for row, left in missing if left < row["quantity"]]
    if missing:
        raise short([(Line(*row[:5]), left) for row, left in missing])


async def _price(tx: Transaction, rows: Sequence[Row], wanted: Checkout) -> Placed:
    lines = [Line(row["product_id"], row["sku"], row["name"], row["quantity"], row["price_cents"]) for row in rows]
    products = [(row["public_id"], row["picture"]) for row in rows]
    subtotal = sum(line.quantity * line.unit_price_cents for line in lines)
    country = wanted.shipping_address.get("country", "")
    costs = await shipping.cost_of(tx, wanted.shipping_method, country=country, subtotal_cents=subtotal)
    total = subtotal + costs
    if wanted.expected_total_cents is not None and wanted.expected_total_cents != total:
        raise PriceChanged("A price has changed since you looked; please check the new total.", total_cents=total)
    return Placed(
        0, new_public_id(), tx.now, lines, products, subtotal, costs, total, Progress("reserve_stock", "queued")
    )


def _access_hash(buyer: Buyer, placed: Placed) -> str | None:
    """A customer logs in to see the order; a guest has its key."""
    return hashed(access_token(buyer.access_key, placed.public_id)) if buyer.user_id is None else None


def _line_values(order_id: int, line: Line) -> tuple[Any, ...]:
    total = line.quantity * line.unit_price_cents
    return order_id, line.product_id, line.sku, line.name, line.quantity, line.unit_price_cents, total
