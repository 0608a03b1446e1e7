"""Shipments, and the admins' internal notes on orders."""

from dataclasses import dataclass

from models.database import Transaction, fetch_all
from models.tables.fulfilment_tables import OrderNote, Shipment


@dataclass(frozen=True, slots=True)
class Note:
    """An internal note on an order; the buyer never sees it."""

    author: str
    text: str
    at: int


async def write_down(tx: Transaction, order_id: int, *, carrier: str, tracking: str, actor: str) -> None:
    """Record the shipment of an order, in the transaction that moves it to shipped."""
    await Shipment.create(order_id=order_id, carrier=carrier, tracking=tracking, actor=actor, created_at=tx.now)


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
