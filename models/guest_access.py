"""A guest's key to an order: 130 bits that only this shop can make, good for thirty days.

It is made from the order's id and a key of the shop, so that the mail can carry it again; the database has its hash.
"""

from collections.abc import Sequence

from models.database import Transaction
from models.secret_tokens import hashed, mark

PURPOSE = "order-token"  # what the shop's keys are derived for
GOOD_FOR_MS = 30 * 24 * 3600 * 1000


def access_token(key: bytes, order_id: str) -> str:
    """26 characters that open the order with this public id."""
    return mark(key, order_id)


def token_of(keys: Sequence[bytes], order_id: str, token_hash: str | None) -> str | None:
    """The token of which this is the hash, whichever of the shop's keys it was made with."""
    return next((token for key in keys if hashed(token := access_token(key, order_id)) == token_hash), None)


async def adopt(tx: Transaction, user_id: int, email: str) -> int:
    """Put the orders a guest placed with this address into the account that was opened for it; how many."""
    return await tx.execute("UPDATE orders SET user_id = ? WHERE email = ? AND user_id IS NULL", user_id, email)
