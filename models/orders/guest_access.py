"""A guest's key to an order: 130 bits that only this shop can make, good for thirty days.

It is made from the order's id and a key of the shop, so that the mail can carry it again; the database has its hash.
"""

from collections.abc import Sequence

from models.database import Transaction
from models.shared.errors import Conflict, NotFound
from models.shared.secret_tokens import hashed, mark

PURPOSE = "order-token"  # what the shop's keys are derived for
GOOD_FOR_MS = 30 * 24 * 3600 * 1000


def access_token(key: bytes, order_id: str) -> str:
    """26 characters that open the order with this public id."""
    return mark(key, order_id)


def token_of(keys: Sequence[bytes], order_id: str, token_hash: str | None) -> str | None:
    """The token of which this is the hash, whichever of the shop's keys it was made with."""
    return next((token for key in keys if hashed(token := access_token(key, order_id)) == token_hash), None)


async def adopt(tx: Transaction, user_id: int, email: str) -> int:
    """Put the orders a guest placed with this address into an account; how many.

    Only for an account whose owner has just answered a mail to the address: the address alone proves nothing.
    """
    return await tx.execute("UPDATE orders SET user_id = ? WHERE email = ? AND user_id IS NULL", user_id, email)


async def claim(tx: Transaction, user_id: int, public_id: str, token_hash: str | None) -> None:
    """Put one order into an account by the order's own key; an order that is in it already stays there.

    Raises:
        NotFound: there is no such order, or this is not its key, or the key is too old.
        Conflict: it is in another account.
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
