"""Orders that a person has to look at, with the reason."""

from models.database import Transaction


async def flag(tx: Transaction, order_id: int, reason: str) -> None:
    """Put an order under review. The first reason stands until somebody clears it."""
    await tx.execute(
        "UPDATE orders SET review_reason = ?, review_since = ? WHERE id = ? AND review_reason IS NULL",
        reason,
        tx.now,
        order_id,
    )


async def clear(tx: Transaction, order_id: int) -> None:
    """The order goes on by itself again, or is decided."""
    await tx.send(
        "UPDATE orders SET review_reason = NULL, review_since = NULL WHERE id = ? AND review_reason IS NOT NULL",
        order_id,
    )
