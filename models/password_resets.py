"""Forgotten passwords: a link by mail that is good once and for an hour, and ends every login when it is used.

Asking is the same work for every address, with an account or without: a job is enqueued, and it looks who there is.
"""

import hashlib

from models import refresh_tokens, sessions
from models.accounts import Account, account_of
from models.database import Transaction
from models.job_kinds import MAIL_RESET
from models.jobs import enqueue
from models.login_failures import account_key, forget
from models.secret_tokens import hashed

LIFE_MS = 3_600_000
MOST_AN_HOUR = 3  # links to one account
MINUTE_MS = 60_000


async def ask(tx: Transaction, email: str) -> None:
    """Have a link mailed, if there is an account; at most one job a minute for one address."""
    key = f"{hashlib.sha256(email.encode()).hexdigest()}:{tx.now // MINUTE_MS}"
    await enqueue(tx, MAIL_RESET, key, payload={"email": email})


async def issue(tx: Transaction, account_id: int, secret: str) -> bool:
    """Make `secret` open the account; False if it was given enough links within the hour."""
    row = await tx.fetch_one(
        "SELECT count(*) AS n FROM password_reset WHERE user_id = ? AND created_at > ?", account_id, tx.now - LIFE_MS
    )
    if row is not None and row["n"] >= MOST_AN_HOUR:
        return False
    await tx.execute(
        "INSERT INTO password_reset (token_hash, user_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
        *(hashed(secret), account_id, tx.now, tx.now + LIFE_MS),
    )
    return True


async def find(tx: Transaction, secret: str) -> Account | None:
    """The account that this link is for; None if it is unknown, used or too old."""
    row = await tx.fetch_one(
        "SELECT users.* FROM password_reset JOIN users ON users.id = password_reset.user_id"
        " WHERE password_reset.token_hash = ? AND password_reset.expires_at > ? AND users.is_active",
        *(hashed(secret), tx.now),
    )
    return account_of(row) if row else None


async def use(tx: Transaction, secret: str, password_hash: str) -> bool:
    """Set the new password, end every login of the account and all its links; False if the link is good no more."""
    account = await find(tx, secret)
    if account is None or not await tx.execute("DELETE FROM password_reset WHERE token_hash = ?", hashed(secret)):
        return False
    await tx.execute(
        "UPDATE users SET password_hash = ?, must_change_password = ?, token_version = token_version + 1,"
        " updated_at = ? WHERE id = ?",
        *(password_hash, False, tx.now, account.id),
    )
    await tx.execute("DELETE FROM password_reset WHERE user_id = ?", account.id)
    await sessions.end_all(tx, account.id)
    await refresh_tokens.revoke_all(tx, account.id)
    await forget(tx, account_key(account.email))
    return True


async def purge(tx: Transaction) -> int:
    """Delete links past their time; how many."""
    return await tx.execute("DELETE FROM password_reset WHERE expires_at <= ?", tx.now)
