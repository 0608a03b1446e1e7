"""Holds whose time is over, and other leftovers."""

from models.database import Transaction

LOST_WORKER_MS = 24 * 3600 * 1000


async def overdue_orders(tx: Transaction, most: int = 100) -> list[int]:
    """Orders that hold stock past its time and whose payment nobody was asked for."""
    rows = await tx.fetch(
        "SELECT DISTINCT r.order_id FROM reservation r JOIN orders o ON o.id = r.order_id"
        " JOIN payment p ON p.order_id = o.id AND p.purpose = 'charge'"
        " WHERE r.state = 'held' AND r.expires_at < ? AND o.status = 'reserved'"
        " AND p.state NOT IN ('submitted', 'unknown', 'captured') ORDER BY r.order_id LIMIT ?",
        *(tx.now, most),
    )
    return [row["order_id"] for row in rows]


async def purge(tx: Transaction) -> None:
    """Delete logins and refresh tokens past their time, and workers not seen for a day."""
    await tx.execute("DELETE FROM session WHERE expires_at < ?", tx.now)
    await tx.execute("DELETE FROM refresh_token WHERE expires_at < ?", tx.now)
    await tx.execute("DELETE FROM worker WHERE last_seen_at < ?", tx.now - LOST_WORKER_MS)
