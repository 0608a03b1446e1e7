"""A sign-in that is half done: after the password and before the code, or while a passkey signs its challenge.

The browser holds a secret in a cookie, the database its hash; a challenge is good once and for ten minutes.
"""

from enum import StrEnum

from models.accounts.account_record import Account
from models.database import Transaction, fetch_first, fetch_value
from models.shared.secret_tokens import hashed, new_secret

LIFE_MS = 600_000


class StepPurpose(StrEnum):
    """What the step is part of."""

    PASSWORD = "password"  # noqa: S105  a sign-in whose password was right
    PASSKEY = "passkey"  # a challenge to be signed
    REGISTER = "register"  # a challenge for a new passkey


async def begin(tx: Transaction, purpose: StepPurpose, user_id: int | None = None, challenge: str = "") -> str:
    """The secret of a new step."""
    secret = new_secret()
    await tx.execute(
        "INSERT INTO sign_in_step (token_hash, user_id, purpose, challenge, created_at, expires_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        *(hashed(secret), user_id, purpose, challenge, tx.now, tx.now + LIFE_MS),
    )
    return secret


async def account_of(tx: Transaction, secret: str) -> Account | None:
    """Whose password was right, if the step holds; it ends when the password changes or the account is disabled."""
    return await fetch_first(
        *(tx, Account),
        "SELECT users.* FROM sign_in_step s JOIN users ON users.id = s.user_id WHERE s.token_hash = ? AND s.purpose = ?"
        " AND s.expires_at > ? AND users.is_active AND users.updated_at <= s.created_at",
        *(hashed(secret), StepPurpose.PASSWORD, tx.now),
    )


async def take_challenge(tx: Transaction, purpose: StepPurpose, secret: str) -> str | None:
    """The challenge, once; None if there is none, it was used, or is too old."""
    sql = "DELETE FROM sign_in_step WHERE token_hash = ? AND purpose = ? AND expires_at > ? RETURNING challenge"
    return await fetch_value(tx, str, sql, hashed(secret), purpose, tx.now)


async def end(tx: Transaction, secret: str) -> None:
    """The step is done."""
    await tx.execute("DELETE FROM sign_in_step WHERE token_hash = ?", hashed(secret))


async def purge(tx: Transaction) -> int:
    """Delete steps past their time; how many."""
    return await tx.execute("DELETE FROM sign_in_step WHERE expires_at <= ?", tx.now)
