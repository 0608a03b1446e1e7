"""Retention: deletes abandoned carts, expired links, and counters of failed logins and of requests."""

from models.accounts import email_links, login_failures, password_resets
from models.database import Transaction
from models.shared import rate_limit_counters

DAY_MS = 24 * 3600 * 1000
GUEST_CART_MS = 30 * DAY_MS
CUSTOMER_CART_MS = 180 * DAY_MS


async def purge_carts(tx: Transaction, most: int = 500) -> int:
    """Delete a batch of carts: guests' after 30 days without a change, customers' after 180; returns how many."""
    return await tx.execute(
        "DELETE FROM cart WHERE id IN (SELECT id FROM cart WHERE updated_at < ?"
        " AND (user_id IS NULL OR updated_at < ?) ORDER BY updated_at LIMIT ?)",
        *(tx.now - GUEST_CART_MS, tx.now - CUSTOMER_CART_MS, most),
    )


async def purge_counts(tx: Transaction) -> None:
    """Delete expired links, login failures and rate limits."""
    await password_resets.purge(tx)
    await email_links.purge(tx)
    await login_failures.purge(tx)
    await rate_limit_counters.purge(tx)
