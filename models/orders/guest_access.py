"""A guest's access token for an order: 130 bits that only this shop can derive, valid for thirty days.

It is derived from the order's id and the shop's key, so that every mail can contain it; the database stores its hash.
"""

from collections.abc import Sequence

from models.database import Transaction
from models.shared.errors import Conflict, NotFound
from models.shared.secret_tokens import hashed, mark
from models.shared.times import DAY_MS

PURPOSE = "order-token"  # the context for deriving the key
GOOD_FOR_MS = 30 * DAY_MS


def access_token(key: bytes, order_id: str) -> str:
    """The token of 26 characters for the order with this public id."""
    return mark(key, order_id)


def token_of(keys: Sequence[bytes], order_id: str, token_hash: str | None) -> str | None:
    """The token with this hash, tried with each of the shop's keys; None if none matches."""
    return next((token for key in keys if hashed(token := access_token(key, order_id)) == token_hash), None)


async def adopt(tx: Transaction, user_id: int, email: str) -> int:
    """Move the orders a guest placed with this address into an account; returns how many.

    Only after the account's owner has verified the address by mail: the address alone proves nothing.
    """
    return await tx.execute("UPDATE orders SET user_id = ? WHERE email = ? AND user_id IS NULL", user_id, email)


async def claim(tx: Transaction, user_id: int, public_id: str, token_hash: str | None) -> None:
    """Move one order into an account by its access token; idempotent.

    Raises:
        NotFound: there is no such order, or the token is wrong or expired.
        Conflict: it belongs to another account.
    """
    row = await tx.fetch_one(
        "UPDATE orders SET user_id = coalesce(user_id, ?) WHERE public_id = ?"
        " AND (user_id = ? OR (access_token_hash = ? AND created_at > ?)) RETURNING user_id",
        *(user_id, public_id, user_id, token_hash, tx.now - GOOD_FOR_MS),
    )
    if row is None:
        raise NotFound("There is no such order.")
    if row["user_id"] != user_id:
        raise Conflict("This order is in another account.")
