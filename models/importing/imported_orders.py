"""Writes an order that was taken over, with everything that an order of ours has: the books have to be in order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.checkout.checkout import CURRENCY
from models.database import Transaction
from models.orders.event_types import EventType
from models.orders.order_search import remember
from models.orders.order_states import CancelReason, Status
from models.shared.payment_states import ChargeState
from models.shared.public_ids import new_public_id

PROVIDER = "imported"  # its payments are in no book of a provider of ours
HOLDS = {Status.CONFIRMED: "committed", Status.SHIPPED: "consumed", Status.DELIVERED: "consumed"}
PATH = (
    (Status.PENDING, EventType.ORDER_PLACED),
    (Status.RESERVED, EventType.ORDER_RESERVED),
    (Status.CONFIRMED, EventType.ORDER_CONFIRMED),
    (Status.SHIPPED, EventType.ORDER_SHIPPED),
    (Status.DELIVERED, EventType.ORDER_DELIVERED),
)
ORDER = """
INSERT INTO orders (public_id, user_id, placed_by, checkout_key, email, status, cancel_reason, version, subtotal_cents,
    shipping_cents, total_cents, currency, shipping_method, shipping_address, created_at, updated_at, decided_at)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'standard', ?, ?, ?, ?) RETURNING id
"""
LINE = """
INSERT INTO order_line (order_id, product_id, sku, name, quantity, unit_price_cents, line_total_cents)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
RESERVATION = """
INSERT INTO reservation (order_id, product_id, quantity, state, expires_at, created_at, updated_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
EVENT = "INSERT INTO order_event (order_id, sequence, type, status, detail, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?)"
PAYMENT = """
INSERT INTO payment (order_id, purpose, provider, method, provider_key, amount_cents, state, reference, created_at,
    updated_at) VALUES (?, 'charge', ?, ?, ?, ?, ?, ?, ?, ?)
"""
MAIL = """
INSERT INTO email_message (public_id, message_id, kind, subject_type, subject_id, order_id, recipient, subject, text,
    html, state, created_at, updated_at) VALUES (?, ?, ?, 'order', ?, ?, ?, ?, '', '', 'withdrawn', ?, ?)
"""
HOLD = "UPDATE inventory SET reserved = reserved + ? WHERE product_id = ? RETURNING on_hand, reserved"
LEDGER = """
INSERT INTO stock_ledger (product_id, order_id, kind, d_on_hand, d_reserved, on_hand, reserved, actor, at)
VALUES (?, ?, 'hold', 0, ?, ?, ?, 'import', ?)
"""


@dataclass(frozen=True, slots=True)
class ImportedLine:
    """A line of an order that was taken over."""

    product_id: int
    sku: str
    name: str
    quantity: int
    unit_cents: int


@dataclass(frozen=True, slots=True)
class ImportedOrder:
    """An order that was taken over, as it is to be here. `there` is its id in the other shop."""

    there: str
    user_id: int | None
    email: str
    status: Status
    shipping_cents: int
    address: Mapping[str, str]
    at: int
    lines: Sequence[ImportedLine]


async def write_order(tx: Transaction, order: ImportedOrder) -> None:
    """The order with its lines, history, payment, stock and a mail that was not sent."""
    public_id = new_public_id()
    path = _path(order.status)
    subtotal = sum(line.quantity * line.unit_cents for line in order.lines)
    total = subtotal + order.shipping_cents
    reason = CancelReason.ADMIN if order.status == Status.CANCELLED else None
    row = await tx.fetch_one(
        ORDER,
        *(public_id, order.user_id, f"import:{order.there}"[:60], public_id, order.email, order.status, reason),
        *(len(path), subtotal, order.shipping_cents, total, CURRENCY, json.dumps(dict(order.address))),
        *(order.at, order.at, order.at),
    )
    assert row is not None
    number = row["id"]
    for line in order.lines:
        cents = line.quantity * line.unit_cents
        await tx.execute(LINE, number, line.product_id, line.sku, line.name, line.quantity, line.unit_cents, cents)
        await _hold(tx, number, order, line)
    for sequence, (status, type_) in enumerate(path, 1):
        detail = f"taken over; its number there is {order.there}"[:500] if sequence == len(path) else ""
        await tx.execute(EVENT, number, sequence, type_, status, detail, "import", order.at)
    state = ChargeState.CAPTURED if order.status in HOLDS else ChargeState.INTENT
    await tx.execute(
        PAYMENT, number, PROVIDER, PROVIDER, f"{public_id}:1", total, state, order.there[:120], order.at, order.at
    )
    told = f"order.{order.status if order.status == Status.CANCELLED else Status.CONFIRMED}"
    subject, message_id = f"{told} (taken over, not sent)", f"<import.{public_id}@imported>"
    await tx.execute(
        *(MAIL, new_public_id(), message_id, told, str(number), number, order.email, subject, order.at, order.at)
    )
    await remember(tx, number, order.address, [line.sku for line in order.lines])


async def _hold(tx: Transaction, number: int, order: ImportedOrder, line: ImportedLine) -> None:
    """What a confirmed order keeps on the shelf, and what one that has gone out took from it."""
    if order.status not in HOLDS:
        return
    kept = HOLDS[order.status]
    await tx.execute(RESERVATION, number, line.product_id, line.quantity, kept, order.at, order.at, order.at)
    if order.status == Status.CONFIRMED:
        stock = await tx.fetch_one(HOLD, line.quantity, line.product_id)
        assert stock is not None
        balance = (stock["on_hand"], stock["reserved"], order.at)
        await tx.execute(LEDGER, line.product_id, number, line.quantity, *balance)


def _path(status: Status) -> list[tuple[Status, EventType]]:
    """The events that lead there."""
    if status == Status.CANCELLED:
        return [PATH[0], (status, EventType.ORDER_CANCELLED)]
    return list(PATH[: [each for each, _ in PATH].index(status) + 1])
