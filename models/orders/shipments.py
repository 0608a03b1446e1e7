"""Parcels, and the notes that people of the shop leave on an order for each other."""

from dataclasses import dataclass

from models.database import Transaction


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about an order; its buyer never sees it."""

    author: str
    text: str
    at: int


async def write_down(tx: Transaction, order_id: int, *, carrier: str, tracking: str, actor: str) -> None:
    """The parcel of an order that is shipped in this transaction."""
    await tx.execute(
        "INSERT INTO shipment (order_id, carrier, tracking, actor, created_at) VALUES (?, ?, ?, ?, ?)",
        *(order_id, carrier, tracking, actor, tx.now),
    )


async def leave_note(tx: Transaction, order_id: int, *, author: str, text: str) -> None:
    """Keep a note."""
    await tx.execute(
        "INSERT INTO order_note (order_id, author, text, created_at) VALUES (?, ?, ?, ?)",
        *(order_id, author, text, tx.now),
    )


async def notes_of(tx: Transaction, public_id: str) -> list[Note]:
    """The notes on the order with this public id, in the order they were written."""
    rows = await tx.fetch(
        "SELECT n.author, n.text, n.created_at FROM order_note n JOIN orders o ON o.id = n.order_id"
        " WHERE o.public_id = ? ORDER BY n.id",
        public_id,
    )
    return [Note(*row) for row in rows]
