"""A guest's access token for an order: 130 bits that only this shop can derive, valid for thirty days.

It is derived from the order's id and the shop's key, so that every mail can contain it; the database stores its hash.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.database import Transaction
from models.jobs.ledger.job_kinds import MAIL_LOOKUP
from models.jobs.ledger.jobs import enqueue
from models.shared.errors import Conflict, NotFound
from models.shared.public_ids import FIRST_NUMBER, number_of
from models.shared.secret_tokens import hashed, mark
from models.shared.times import DAY_MS

PURPOSE = "order-token"  # the context for deriving the key
GOOD_FOR_MS = 30 * DAY_MS
MINUTE_MS = 60_000
ORDER_NUMBER = re.compile(r"(?:cw)?[-\s#]*(\d{5,12})", re.IGNORECASE)


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


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order that somebody looks for with its own address."""

    id: int
    public_id: str
    number: str
    email: str
    access_token_hash: str | None  # of a guest's order
    is_link_good: bool  # whether a guest's link to it still opens


async def ask_for_link(tx: Transaction, number: str, email: str) -> None:
    """Have the link mailed, if there is such an order; at most one job a minute for one number and address."""
    found = ORDER_NUMBER.fullmatch(number.strip().lstrip("#"))
    digits = found[1] if found else ""
    key = f"{hashlib.sha256(f'{digits}:{email}'.encode()).hexdigest()}:{tx.now // MINUTE_MS}"
    await enqueue(tx, MAIL_LOOKUP, key, payload={"number": digits, "email": email})


async def find_by_number(tx: Transaction, digits: str, email: str) -> FoundOrder | None:
    """The order with this number, if it was placed with this address."""
    if not digits.isdecimal():
        return None
    row = await tx.fetch_one(
        "SELECT id, public_id, email, access_token_hash, created_at, user_id FROM orders WHERE id = ? AND email = ?",
        *(int(digits) - FIRST_NUMBER, email),
    )
    if row is None:
        return None
    is_good = row["user_id"] is not None or row["created_at"] > tx.now - GOOD_FOR_MS
    return FoundOrder(
        row["id"], row["public_id"], number_of(row["id"]), row["email"], row["access_token_hash"], is_good
    )
