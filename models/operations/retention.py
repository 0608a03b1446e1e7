"""Retention: deletes abandoned carts, expired logins and links, lost workers, and counters of logins and requests."""

from models.accounts import email_links, login_failures, password_resets, refresh_tokens, sessions
from models.catalog import catalog_changes
from models.database import Transaction
from models.shared import rate_limit_counters
from models.shared.times import DAY_MS

GUEST_CART_MS = 30 * DAY_MS
CUSTOMER_CART_MS = 180 * DAY_MS
LOST_WORKER_MS = DAY_MS


async def purge_carts(tx: Transaction, most: int = 500) -> int:
    """Delete a batch of carts: guests' after 30 days without a change, customers' after 180; returns how many."""
    return await tx.execute(
        "DELETE FROM cart WHERE id IN (SELECT id FROM cart WHERE updated_at < ?"
        " AND (user_id IS NULL OR updated_at < ?) ORDER BY updated_at LIMIT ?)",
        *(tx.now - GUEST_CART_MS, tx.now - CUSTOMER_CART_MS, most),
    )


async def purge_expired(tx: Transaction) -> None:
    """Delete expired logins, refresh tokens, links and counters, and workers without a heartbeat for a day."""
    await sessions.delete_expired(tx)
    await refresh_tokens.delete_expired(tx)
    await password_resets.purge(tx)
    await email_links.purge(tx)
    await login_failures.purge(tx)
    await rate_limit_counters.purge(tx)
    await catalog_changes.purge(tx)
    await tx.execute("DELETE FROM worker WHERE last_seen_at < ?", tx.now - LOST_WORKER_MS)
