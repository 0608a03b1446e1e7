"""Orders under review: an admin has to decide, and the reason says why."""

from models.database import Transaction
from models.jobs.ledger.job_kinds import KINDS
from models.shared.sql import marks

DECIDING = tuple(kind.name for kind in KINDS.values() if kind.concerns_order)


async def flag(tx: Transaction, order_id: int, reason: str) -> None:
    """Put an order under review. The first reason is kept until the review is cleared."""
    await tx.execute(
        "UPDATE orders SET review_reason = ?, review_since = ? WHERE id = ? AND review_reason IS NULL",
        reason,
        tx.now,
        order_id,
    )


async def clear_unless_broken(tx: Transaction, order_id: int | None) -> None:
    """Clear the review because a job is retried, unless another job that decides the order is dead or cancelled."""
    broken = await tx.fetch_one(
        "SELECT 1 FROM job j WHERE j.subject_type = 'order' AND j.subject_id = ? AND j.state IN ('dead', 'cancelled')"  # noqa: S608  placeholders
        f" AND j.kind IN ({marks(DECIDING)}) AND NOT EXISTS (SELECT 1 FROM job c WHERE c.parent_id = j.id)",
        *(order_id, *DECIDING),
    )
    if order_id is not None and broken is None:
        await clear(tx, order_id)


async def clear(tx: Transaction, order_id: int) -> None:
    """Clear the review: the order continues by itself, or is decided."""
    await tx.send(
        "UPDATE orders SET review_reason = NULL, review_since = NULL WHERE id = ? AND review_reason IS NOT NULL",
        order_id,
    )
