"""Expired reservations, logins and tokens, and lost workers."""

from models.database import Transaction

# its payment was put off at least once and will be tried again
WAITS_FOR_PROVIDER = """EXISTS (SELECT 1 FROM job j WHERE j.subject_type = 'order' AND j.subject_id = o.id
    AND j.kind = 'order.process' AND j.state IN ('queued', 'running') AND j.deferrals > 0)"""
LOST_WORKER_MS = 24 * 3600 * 1000


async def overdue_orders(tx: Transaction, most: int = 100) -> list[int]:
    """Orders whose reservation has expired and whose payment was never requested.

    An order whose payment waits for the provider keeps its reservation: the buyer did nothing wrong.
    """
    rows = await tx.fetch(
        "SELECT DISTINCT r.order_id FROM reservation r JOIN orders o ON o.id = r.order_id"  # noqa: S608  a constant
        " JOIN payment p ON p.order_id = o.id AND p.purpose = 'charge'"
        " WHERE r.state = 'held' AND r.expires_at < ? AND o.status = 'reserved'"
        " AND p.state NOT IN ('submitted', 'unknown', 'captured')"
        f" AND NOT {WAITS_FOR_PROVIDER} ORDER BY r.order_id LIMIT ?",
        *(tx.now, most),
    )
    return [row["order_id"] for row in rows]


async def purge(tx: Transaction) -> None:
    """Delete expired logins and refresh tokens, and workers without a heartbeat for a day."""
    await tx.execute("DELETE FROM session WHERE expires_at < ?", tx.now)
    await tx.execute("DELETE FROM refresh_token WHERE expires_at < ?", tx.now)
    await tx.execute("DELETE FROM worker WHERE last_seen_at < ?", tx.now - LOST_WORKER_MS)
