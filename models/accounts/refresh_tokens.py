"""Refresh tokens: each is good for one use, and a second use ends every token that came from the same login.

A login ends with its age as one on the pages does, however often its tokens are swapped.
"""

from typing import NamedTuple

from models.accounts.account_record import Account
from models.accounts.sessions import ABSOLUTE
from models.database import Transaction, fetch_first, fetch_value, unchanged
from models.shared.public_ids import new_public_id
from models.shared.secret_tokens import hashed, new_secret
from models.shared.times import DAY_MS

LIFE = 7 * DAY_MS  # milliseconds


class Issued(NamedTuple):
    """A refresh token to hand out, the family it belongs to, and its account."""

    secret: str
    family: str
    account: Account


class _Login(NamedTuple):
    family: str
    user_id: int
    ends_at: int


async def start_family(tx: Transaction, user_id: int, password_hash: str) -> Issued | None:
    """The first token of a login; None if the password it rests on has been changed or the account switched off."""
    account = await fetch_first(
        *(tx, Account),
        "SELECT * FROM users WHERE id = ? AND password_hash = ? AND is_active" + unchanged(tx.dialect),  # noqa: S608
        *(user_id, password_hash),
    )
    return await _issue(tx, account, new_public_id(), tx.now + ABSOLUTE[account.role]) if account else None


async def rotate(tx: Transaction, secret: str) -> Issued | None:
    """Swap a token for the next one; None if it is unknown, expired, revoked or used, and then its family has ended.

    It returns instead of raising: the end of the family has to be committed.
    """
    used = await fetch_first(
        *(tx, _Login),
        "UPDATE refresh_token SET used_at = ? WHERE token_hash = ? AND used_at IS NULL AND revoked_at IS NULL"
        " AND expires_at > ? AND ends_at > ? RETURNING family, user_id, ends_at",
        *(tx.now, hashed(secret), tx.now, tx.now),
    )
    if used is None:
        await _revoke_family_of(tx, secret)
        return None
    sql = "SELECT * FROM users WHERE id = ? AND is_active" + unchanged(tx.dialect)  # noqa: S608  a constant
    account = await fetch_first(tx, Account, sql, used.user_id)
    return await _issue(tx, account, used.family, used.ends_at) if account else None


async def revoke_family(tx: Transaction, family: str) -> None:
    """End a login: its refresh token and, because they name it, its access tokens."""
    await tx.execute("UPDATE refresh_token SET revoked_at = ? WHERE family = ? AND revoked_at IS NULL", tx.now, family)


async def revoke_by_secret(tx: Transaction, secret: str, user_id: int) -> None:
    """End the login that a token came from, if it is this user's."""
    sql = "SELECT family FROM refresh_token WHERE token_hash = ? AND user_id = ?"
    if family := await fetch_value(tx, str, sql, hashed(secret), user_id):
        await revoke_family(tx, family)


async def revoke_all(tx: Transaction, user_id: int, *, except_family: str | None = None) -> None:
    """End all logins of a user, or all but one."""
    await tx.execute(
        "UPDATE refresh_token SET revoked_at = ? WHERE user_id = ? AND family <> ? AND revoked_at IS NULL",
        *(tx.now, user_id, except_family or ""),
    )


async def _issue(tx: Transaction, account: Account, family: str, ends_at: int) -> Issued:
    secret = new_secret()
    await tx.execute(
        "INSERT INTO refresh_token (token_hash, family, user_id, created_at, expires_at, ends_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        *(hashed(secret), family, account.id, tx.now, min(tx.now + LIFE, ends_at), ends_at),
    )
    return Issued(secret, family, account)


async def _revoke_family_of(tx: Transaction, secret: str) -> None:
    """A token that was used before is in two hands: nobody may go on with what came from it."""
    sql = "SELECT family FROM refresh_token WHERE token_hash = ? AND used_at IS NOT NULL"
    if family := await fetch_value(tx, str, sql, hashed(secret)):
        await revoke_family(tx, family)
