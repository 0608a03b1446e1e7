"""What nobody needs any more: carts left standing, links past their hour, counts of failures and of requests."""

from models.accounts import email_links, login_failures, password_resets
from models.database import Transaction
from models.shared import rate_limit_counters

DAY_MS = 24 * 3600 * 1000
GUEST_CART_MS = 30 * DAY_MS
CUSTOMER_CART_MS = 180 * DAY_MS


async def purge_carts(tx: Transaction, most: int = 500) -> int:
    """Delete carts untouched for 30 days, a customer's after 180, a batch at a time; how many."""
    return await tx.execute(
        "DELETE FROM cart WHERE id IN (SELECT id FROM cart WHERE updated_at < ?"
        " AND (user_id IS NULL OR updated_at < ?) ORDER BY updated_at LIMIT ?)",
        *(tx.now - GUEST_CART_MS, tx.now - CUSTOMER_CART_MS, most),
    )


async def purge_counts(tx: Transaction) -> None:
    """Delete links, failures and allowances past their time."""
    await password_resets.purge(tx)
    await email_links.purge(tx)
    await login_failures.purge(tx)
    await rate_limit_counters.purge(tx)
