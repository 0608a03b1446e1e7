"""Where an account is signed in: its browsers and its programs, to be looked at and ended by its owner."""

from dataclasses import dataclass

from models.accounts import refresh_tokens, sessions
from models.accounts.account_record import Role
from models.database import Transaction, fetch_value, from_row
from models.shared.errors import NotFound
from models.shared.secret_tokens import hashed

NAME_LENGTH = 16  # characters of a session's hash: enough to name it, worth nothing to a thief
BROWSERS = f"""
SELECT substr(token_hash, 1, {NAME_LENGTH}) AS id, user_agent AS device, created_at, seen_at FROM session
WHERE user_id = ? AND expires_at > ? AND seen_at > ? ORDER BY seen_at DESC, session.id DESC
"""  # noqa: S608  a number of this module
PROGRAMS = """
SELECT family AS id, '' AS device, MIN(created_at) AS created_at, MAX(created_at) AS seen_at FROM refresh_token
WHERE user_id = ? AND revoked_at IS NULL GROUP BY family HAVING MAX(expires_at) > ? ORDER BY seen_at DESC
"""


@dataclass(frozen=True, slots=True)
class ActiveLogin:
    """One place where the account is signed in. `device` is what the browser said of itself; empty for a program."""

    id: str
    device: str
    is_program: bool
    is_this: bool
    created_at: int
    seen_at: int


async def of_account(tx: Transaction, user_id: int, role: Role, *, this_secret: str) -> list[ActiveLogin]:
    """All logins that hold, browsers first. `this_secret` is the session that is looking."""
    this = hashed(this_secret)[:NAME_LENGTH]
    browsers = await tx.fetch(BROWSERS, user_id, tx.now, tx.now - sessions.IDLE[role])
    programs = await tx.fetch(PROGRAMS, user_id, tx.now)
    found = [from_row(ActiveLogin, row, is_program=False, is_this=row["id"] == this) for row in browsers]
    return found + [from_row(ActiveLogin, row, is_program=True, is_this=False) for row in programs]


async def end(tx: Transaction, user_id: int, login_id: str) -> None:
    """End one of the account's logins at once. Raises `NotFound`, also for somebody else's."""
    if not login_id.isalnum():
        raise _no_such()
    ended = await tx.execute(
        f"DELETE FROM session WHERE user_id = ? AND substr(token_hash, 1, {NAME_LENGTH}) = ?",  # noqa: S608
        *(user_id, login_id),
    )
    if ended:
        return
    sql = "SELECT family FROM refresh_token WHERE user_id = ? AND family = ? AND revoked_at IS NULL LIMIT 1"
    family = await fetch_value(tx, str, sql, user_id, login_id)
    if family is None:
        raise _no_such()
    await refresh_tokens.revoke_family(tx, family)


async def end_others(tx: Transaction, user_id: int, *, this_secret: str) -> None:
    """End all of the account's logins but the session that asks for it."""
    await tx.execute("DELETE FROM session WHERE user_id = ? AND token_hash <> ?", user_id, hashed(this_secret))
    await refresh_tokens.revoke_all(tx, user_id)


def _no_such() -> NotFound:
    return NotFound("There is no such login, or it has ended already.")
