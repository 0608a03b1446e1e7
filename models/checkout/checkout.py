"""Placing an order: everything the promise needs, in one transaction.

Order, lines, first event, intent to charge, job and the answer for repeats are written together and the cart is
emptied, or nothing is. Prices are the catalogue's of this moment; what the client believes they are is only compared.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from models.carts import checkout_drafts
from models.carts.cart_views import Owner
from models.catalog.catalog import ProductStatus
from models.checkout import checkout_reads
from models.checkout.checkout_reads import Facts
from models.database import Row, Transaction
from models.inventory.inventory import short
from models.jobs.ledger.job_kinds import ORDER_PROCESS
from models.jobs.ledger.jobs import enqueue
from models.orders import order_search
from models.orders.guest_access import access_token
from models.orders.order_progress import OrderProgress
from models.orders.order_states import Status
from models.orders.orders import Line
from models.payments import payments
from models.shared import event_log, idempotency
from models.shared.errors import CartChanged, FieldError, InsufficientStock, Invalid, NoSuchAddress, PriceChanged
from models.shared.public_ids import new_public_id, number_of
from models.shared.secret_tokens import hashed
from models.webhooks.webhook_events import order_event

CURRENCY = "USD"
NO_CONSENT = "Accept the terms of sale to place your order."
NO_ADDRESS = "There is no such saved address. Choose another, or write one."
INSERT_ORDER = """
INSERT INTO orders (id, public_id, user_id, placed_by, checkout_key, email, access_token_hash, status, version,
    subtotal_cents, shipping_cents, total_cents, currency, shipping_method, shipping_address, billing_address, note,
    terms_version, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
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
    """Who orders, and from whose cart."""

    owner: Owner
    email: str
    access_key: bytes = b""  # what a guest's access token is made with; nothing for a customer

    @property
    def user_id(self) -> int | None:
        return self.owner.user_id


class SeenLine(NamedTuple):
    """A line of the cart as the buyer saw it."""

    product_id: str  # public
    quantity: int
    unit_price_cents: int


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
    refuses_moved_prices: bool = False  # where no total is expected: if a price is not that of when it was put in
    billing_address: dict[str, str] | None = None  # None when it is the same
    reviewed_lines: tuple[SeenLine, ...] | None = None  # what the buyer saw in the cart; None when nobody says
    reviewed_version: int | None = None  # of the cart
    terms_accepted: bool = False


@dataclass(slots=True)
class Placed:
    """The order as it was accepted."""

    id: int
    public_id: str
    created_at: int
    lines: list[Line]
    products: list[tuple[str, str, str]]  # of each line: the product's public id, slug and picture
    subtotal_cents: int
    shipping_cents: int
    total_cents: int
    progress: OrderProgress
    shipping_name: str
    terms_version: int | None
    currency: str = CURRENCY
    status: Status = Status.PENDING

    @property
    def number(self) -> str:
        return number_of(self.id)


RenderAnswer = Callable[[Buyer, Checkout, Placed | InsufficientStock], tuple[int, str]]


async def place(tx: Transaction, buyer: Buyer, wanted: Checkout) -> Placed:
    """Accept the order that the buyer's cart holds, and enqueue its processing.

    Raises:
        NoSuchAddress: the saved address is gone.
        CartEmpty, CartChanged, InsufficientStock, NoLongerSold, PriceChanged, AlreadyOrdered: nothing was changed.
        Invalid: the shipping method does not go there, or the terms have to be accepted.
    """
    return await _place(tx, buyer, wanted, await _read_facts(tx, buyer, wanted))


async def place_once(
    tx: Transaction, buyer: Buyer, wanted: Checkout, tell: RenderAnswer, *, route: str
) -> idempotency.StoredAnswer:
    """`place`, with the answer kept for repeats: the same key and request get the same answer.

    `tell` makes the status and body to keep of what was placed, or of a refusal for want of stock.
    """
    facts = await _read_facts(tx, buyer, wanted, route)
    known = facts.known_answer(wanted.fingerprint)
    if known is not None:
        return known
    outcome: Placed | InsufficientStock
    try:
        outcome = await _place(tx, buyer, wanted, facts)
    except InsufficientStock as refusal:
        outcome = refusal
    status, body = tell(buyer, wanted, outcome)
    order_id = outcome.id if isinstance(outcome, Placed) else None
    scope = f"{facts.scope} {route}"
    return await idempotency.store_answer(tx, scope, wanted.key, wanted.fingerprint, status, body, order_id=order_id)


async def _read_facts(tx: Transaction, buyer: Buyer, wanted: Checkout, route: str = "") -> Facts:
    return await checkout_reads.read_facts(tx, buyer.owner, wanted.key, route, shipping_method=wanted.shipping_method)


async def _place(tx: Transaction, buyer: Buyer, wanted: Checkout, facts: Facts) -> Placed:
    rows = facts.ordered_lines()
    if not wanted.shipping_address:
        raise NoSuchAddress(NO_ADDRESS, errors=[FieldError("address_id", "unknown", NO_ADDRESS)])
    terms_version = facts.asked["terms_version"]
    if terms_version is not None and not wanted.terms_accepted:
        raise Invalid.field("terms_accepted", "required", NO_CONSENT)
    _refuse_changed(facts, rows, wanted)
    _refuse_shortage(rows)
    placed = _price(facts, rows, wanted, tx.now)
    await _write_order(tx, buyer, wanted, placed, facts)
    await payments.create_charge(
        tx,
        placed.id,
        placed.public_id,
        provider="test",
        method=wanted.payment_method,
        token=wanted.payment_token,
        amount_cents=placed.total_cents,
    )
    await tx.send("DELETE FROM cart_item WHERE cart_id = ?", facts.cart_id)
    await checkout_drafts.drop(tx, facts.cart_id)
    await tx.send("UPDATE cart SET version = version + 1, updated_at = ? WHERE id = ?", tx.now, facts.cart_id)
    await enqueue(tx, ORDER_PROCESS, str(placed.id), subject=("order", placed.id))
    if facts.listeners:
        await order_event(tx, placed, "order.placed", 1, "")
    return placed


async def _write_order(tx: Transaction, buyer: Buyer, wanted: Checkout, placed: Placed, facts: Facts) -> None:
    await tx.send(
        INSERT_ORDER,
        *(
            placed.id,
            placed.public_id,
            buyer.user_id,
            facts.scope,
            wanted.key,
            buyer.email,
            _access_hash(buyer, placed),
        ),
        *(placed.subtotal_cents, placed.shipping_cents, placed.total_cents, CURRENCY, wanted.shipping_method),
        *(json.dumps(wanted.shipping_address), json.dumps(wanted.billing_address) if wanted.billing_address else ""),
        *(wanted.note, placed.terms_version, tx.now, tx.now),
    )
    await tx.execute_many(INSERT_LINE, [_line_values(placed.id, line) for line in placed.lines])
    await order_search.remember(tx, placed.id, wanted.shipping_address, (line.sku for line in placed.lines))
    await tx.send(INSERT_FIRST_EVENT, placed.id, buyer.email, tx.now)
    event_log.record("order.placed", order_id=placed.number, total_cents=placed.total_cents)


def _refuse_changed(facts: Facts, rows: Sequence[Row], wanted: Checkout) -> None:
    """What is ordered is what was reviewed: the same lines at the same prices, or the same version of the cart."""
    lines = {SeenLine(row["public_id"], row["quantity"], row["price_cents"]) for row in rows}
    is_other = wanted.reviewed_lines is not None and set(wanted.reviewed_lines) != lines
    if is_other or wanted.reviewed_version not in (None, facts.asked["cart_version"]):
        words = "Your cart changed while you were reviewing. Nothing was ordered; please look at it again."
        raise CartChanged(words, cart_version=facts.asked["cart_version"])


def _refuse_shortage(rows: Sequence[Row]) -> None:
    """A plain look at the stock, now. The worker's hold is the promise."""
    left = [(row, row["available"] if row["status"] == ProductStatus.ACTIVE else None) for row in rows]
    missing = [(_line(row), have) for row, have in left if have is None or have < row["quantity"]]
    if missing:
        raise short(missing)


def _line(row: Row) -> Line:
    return Line(row["product_id"], row["sku"], row["name"], row["quantity"], row["price_cents"])


def _price(facts: Facts, rows: Sequence[Row], wanted: Checkout, now: int) -> Placed:
    lines = [_line(row) for row in rows]
    products = [(row["public_id"], row["slug"], row["picture"]) for row in rows]
    subtotal = sum(line.quantity * line.unit_price_cents for line in lines)
    shipping = facts.shipping_cents(wanted.shipping_address.get("country", ""), subtotal)
    total = subtotal + shipping
    expected = wanted.expected_total_cents
    has_moved = wanted.refuses_moved_prices and any(row["price_cents"] != row["added_at_cents"] for row in rows)
    if expected != total and (expected is not None or has_moved):
        now_it_is = {"amount": total, "currency": CURRENCY}
        raise PriceChanged("A price has changed since you looked; please check the new total.", total=now_it_is)
    costs = (subtotal, shipping, total)
    told = (facts.asked["shipping_name"], facts.asked["terms_version"])
    return Placed(facts.order_id, new_public_id(), now, lines, products, *costs, facts.progress(), *told)


def _access_hash(buyer: Buyer, placed: Placed) -> str | None:
    """A customer logs in to see the order; a guest has its key."""
    return hashed(access_token(buyer.access_key, placed.public_id)) if buyer.user_id is None else None


def _line_values(order_id: int, line: Line) -> tuple[object, ...]:
    total = line.quantity * line.unit_price_cents
    return order_id, line.product_id, line.sku, line.name, line.quantity, line.unit_price_cents, total
