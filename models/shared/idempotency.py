"""Answers kept for repeats (IETF draft "The Idempotency-Key HTTP Header Field").

The row is written in the transaction of the effects it stands for, so there is never an answer without its effects, nor
effects without their answer.
"""

from dataclasses import dataclass

from models.database import ConstraintViolated, Row, Transaction, Work, write
from models.shared.errors import IdempotencyKeyReused

KEPT_MS = 72 * 3600 * 1000


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """A status and a body (JSON text), and whether they were given before."""

    status: int
    body: str
    order_id: int | None
    is_replay: bool


def known(row: Row | None, fingerprint: str) -> StoredAnswer | None:
    """The answer given to this request before, or None if the key is new: `row` is None.

    Raises:
        IdempotencyKeyReused: the key was used for another request.
    """
    if row is None:
        return None
    if row["fingerprint"] != fingerprint:
        raise IdempotencyKeyReused("This Idempotency-Key was used for a different request.")
    return StoredAnswer(row["answer_status"], row["answer_body"], row["answer_order_id"], is_replay=True)


async def find(tx: Transaction, scope: str, key: str, fingerprint: str) -> StoredAnswer | None:
    """`known`, looked up by itself."""
    row = await tx.fetch_one(
        "SELECT fingerprint, status AS answer_status, body AS answer_body, order_id AS answer_order_id"
        " FROM idempotency_key WHERE scope = ? AND key = ?",
        *(scope, key),
    )
    return known(row, fingerprint)


async def store_answer(
    tx: Transaction, scope: str, key: str, fingerprint: str, status: int, body: str, *, order_id: int | None
) -> StoredAnswer:
    """Store an answer for `KEPT_MS`. Raises ConstraintViolated if a duplicate request stored one first."""
    await tx.send(
        "INSERT INTO idempotency_key (scope, key, fingerprint, order_id, status, body, created_at, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        *(scope, key, fingerprint, order_id, status, body, tx.now, tx.now + KEPT_MS),
    )
    return StoredAnswer(status, body, order_id, is_replay=False)


async def write_once(work: Work[StoredAnswer]) -> StoredAnswer:
    """`write` work that finds or stores an answer; it runs again if a duplicate request stored one first."""
    try:
        return await write(work)
    except ConstraintViolated:
        return await write(work)
