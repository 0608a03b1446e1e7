"""Shipments, where they go, and the admins' internal notes on orders."""

import json
from dataclasses import dataclass

from models.database import Transaction, fetch_all
from models.shared.errors import Invalid, NotFound
from models.shipping.shipping_methods import methods
from models.tables.fulfilment_tables import OrderNote, Shipment

ADDRESSES = "SELECT shipping_address, billing_address, shipping_method FROM orders WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Note:
    """An internal note on an order; the buyer never sees it."""

    author: str
    text: str
    at: int


async def write_down(tx: Transaction, order_id: int, *, carrier: str, tracking: str, actor: str) -> None:
    """Record the shipment of an order, in the transaction that moves it to shipped."""
    await Shipment.create(order_id=order_id, carrier=carrier, tracking=tracking, actor=actor, created_at=tx.now)


async def send_elsewhere(tx: Transaction, order_id: int, address: dict[str, str]) -> dict[str, str]:
    """Write another shipping address, and return the one before; a bill that went there still does.

    Raises:
        NotFound: there is no such order.
        Invalid: its way of shipping does not go to that country.
    """
    row = await tx.fetch_one(ADDRESSES, order_id)
    if row is None:
        raise NotFound("There is no such order.")
    before: dict[str, str] = json.loads(row["shipping_address"])
    if before.get("country") != address["country"]:
        offered = await methods(tx, include_inactive=True)
        method = next((each for each in offered if each.code == row["shipping_method"]), None)
        if method is None or not method.goes_to(address["country"]):
            words = f"This order's way of shipping, {row['shipping_method']}, does not go there."
            raise Invalid.field("country", "unavailable", words)
    bill = row["billing_address"] or row["shipping_address"]
    await tx.execute(
        "UPDATE orders SET shipping_address = ?, billing_address = ? WHERE id = ?",
        *(json.dumps(address), bill, order_id),
    )
    return before


async def leave_note(tx: Transaction, order_id: int, *, author: str, text: str) -> None:
    """Add a note."""
    await OrderNote.create(order_id=order_id, author=author, text=text, created_at=tx.now)


async def notes_of(tx: Transaction, public_id: str) -> list[Note]:
    """The notes on the order with this public id, oldest first."""
    return await fetch_all(
        *(tx, Note),
        "SELECT n.author, n.text, n.created_at AS at FROM order_note n JOIN orders o ON o.id = n.order_id"
        " WHERE o.public_id = ? ORDER BY n.id",
        public_id,
    )
