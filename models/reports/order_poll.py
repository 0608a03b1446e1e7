"""Polling an order when signed in: the session and the order's version in one statement."""

from models.accounts import sessions
from models.database import Transaction
from models.orders import order_progress
from models.orders.order_views import VERSION_COLUMNS, OrderVersion, read_version_of
from models.shared.secret_tokens import hashed

WATCH = f"""
SELECT users.*, session.seen_at, session.proven_at, 0 AS cart_things, {VERSION_COLUMNS}
FROM session JOIN users ON users.id = session.user_id
LEFT JOIN orders o ON o.public_id = ? AND o.user_id = users.id
{order_progress.JOINS}
WHERE {sessions.HOLDS}
"""  # noqa: S608  pieces of our own


async def poll_order(
    tx: Transaction, secret: str, order_id: str
) -> tuple[sessions.SessionMatch | None, OrderVersion | None]:
    """The session of this cookie if it is valid, and the order if it is the user's. The cart is not counted."""
    row = await tx.fetch_one(WATCH, order_progress.alive_since(tx.now), order_id, hashed(secret), tx.now)
    found = sessions.found_in(row, tx.now)
    has_order = found is not None and row is not None and row["order_id"] is not None
    return found, read_version_of(row, tx.now) if has_order and row is not None else None
