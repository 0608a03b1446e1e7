"""Forgotten passwords: a link by mail that is good once and for an hour, and ends every login when it is used.

Asking is the same work for every address, with an account or without: a job is enqueued, and it looks who there is.
Whoever uses the link has read the mail: it proves the address as a confirmation does (docs/decisions/0021).
"""

import hashlib

from models.accounts import refresh_tokens, sessions
from models.accounts.account_record import Account
from models.accounts.accounts import end_links
from models.accounts.login_failures import account_key, forget
from models.database import Transaction, fetch_first, unchanged
from models.jobs.ledger.job_kinds import MAIL_RESET
from models.jobs.ledger.jobs import enqueue
from models.orders import guest_access
from models.shared.secret_tokens import hashed

LIFE_MS = 3_600_000
MINUTE_MS = 60_000


async def ask(tx: Transaction, email: str) -> None:
    """Have a link mailed, if there is an account; at most one job a minute for one address,
    unless its last link was used."""
    state = await tx.fetch_one("SELECT updated_at FROM users WHERE email = ?", email)
    since = state["updated_at"] if state else 0
    key = f"{hashlib.sha256(email.encode()).hexdigest()}:{tx.now // MINUTE_MS}:{since}"
    await enqueue(tx, MAIL_RESET, key, payload={"email": email})


async def issue(tx: Transaction, account: Account, secret: str) -> bool:
    """Make `secret` open the account; False if it was switched off or has another address by now."""
    issued = await tx.execute(
        "INSERT INTO password_reset (token_hash, user_id, created_at, expires_at)"  # noqa: S608
        " SELECT CAST(? AS VARCHAR(64)), id, CAST(? AS BIGINT), CAST(? AS BIGINT) FROM users"
        " WHERE id = ? AND email = ? AND is_active" + unchanged(tx.dialect),
        *(hashed(secret), tx.now, tx.now + LIFE_MS, account.id, account.email),
    )
    return bool(issued)


async def find(tx: Transaction, secret: str) -> Account | None:
    """The account that this link is for; None if it is unknown, used or too old."""
    return await fetch_first(
        *(tx, Account),
        "SELECT users.* FROM password_reset JOIN users ON users.id = password_reset.user_id"
        " WHERE password_reset.token_hash = ? AND password_reset.expires_at > ? AND users.is_active",
        *(hashed(secret), tx.now),
    )


async def use(tx: Transaction, secret: str, password_hash: str) -> bool:
    """Set the new password, end every login of the account and all its links; False if the link is good no more.

    The account's address is proved by it, and takes the orders a guest placed with it.
    """
    account = await find(tx, secret)
    if account is None or not await tx.execute("DELETE FROM password_reset WHERE token_hash = ?", hashed(secret)):
        return False
    await tx.execute(
        "UPDATE users SET password_hash = ?, must_change_password = ?, token_version = token_version + 1,"
        " email_verified_at = coalesce(email_verified_at, ?), updated_at = ? WHERE id = ?",
        *(password_hash, False, tx.now, tx.now, account.id),
    )
    await guest_access.adopt(tx, account.id, account.email)
    await end_links(tx, account.id)
    await sessions.end_all(tx, account.id)
    await refresh_tokens.revoke_all(tx, account.id)
    await forget(tx, account_key(account.email))
    return True
