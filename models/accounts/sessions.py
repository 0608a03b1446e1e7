"""Sessions of the pages: a row each, ended by idleness, age, logout or a new password, in every process at once."""

from typing import NamedTuple

from models.accounts.account_record import Account, Role
from models.database import Row, Transaction, from_row, unchanged
from models.shared.secret_tokens import hashed, new_secret

MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000  # milliseconds
IDLE = {Role.CUSTOMER: 14 * DAY, Role.ADMIN: 30 * MINUTE}
ABSOLUTE = {Role.CUSTOMER: 30 * DAY, Role.ADMIN: 12 * HOUR}
TOUCH_AFTER = {Role.CUSTOMER: HOUR, Role.ADMIN: 5 * MINUTE}  # how stale `seen_at` may get: a page view seldom writes
LONGEST_USER_AGENT = 200


class SessionMatch(NamedTuple):
    """A session that holds: its account, the number of things in the cart, and whether `touch` is due."""

    account: Account
    cart_things: int
    is_stale: bool


async def start(tx: Transaction, user_id: int, role: Role, password_hash: str, *, user_agent: str = "") -> str | None:
    """The secret of a new session; None if the password it rests on has been changed or the account switched off."""
    secret = new_secret()
    started = await tx.execute(
        "INSERT INTO session (token_hash, user_id, user_agent, created_at, seen_at, expires_at)"  # noqa: S608
        " SELECT CAST(? AS VARCHAR(64)), id, CAST(? AS VARCHAR(200)), CAST(? AS BIGINT), CAST(? AS BIGINT),"
        " CAST(? AS BIGINT) FROM users WHERE id = ? AND password_hash = ? AND is_active" + unchanged(tx.dialect),
        *(hashed(secret), user_agent[:LONGEST_USER_AGENT], tx.now, tx.now, tx.now + ABSOLUTE[role]),
        *(user_id, password_hash),
    )
    return secret if started else None


HOLDS = "session.token_hash = ? AND session.expires_at > ? AND users.is_active"


async def find(tx: Transaction, secret: str) -> SessionMatch | None:
    """The session behind a cookie, if it has not ended."""
    row = await tx.fetch_one(
        "SELECT users.*, session.seen_at, (SELECT COALESCE(sum(i.quantity), 0) FROM cart c"  # noqa: S608  ours
        " JOIN cart_item i ON i.cart_id = c.id WHERE c.user_id = users.id) AS cart_things"
        " FROM session JOIN users ON users.id = session.user_id"
        f" WHERE {HOLDS}",
        *(hashed(secret), tx.now),
    )
    return found_in(row, tx.now)


def found_in(row: Row | None, now: int) -> SessionMatch | None:
    """The session in a row of one that `HOLDS` and its user, unless it has been idle for too long."""
    if row is None:
        return None
    account, seen_at = from_row(Account, row), int(row["seen_at"])
    if seen_at + IDLE[account.role] <= now:
        return None
    return SessionMatch(account, int(row["cart_things"]), seen_at + TOUCH_AFTER[account.role] <= now)


async def touch(tx: Transaction, secret: str) -> None:
    """Note that the session is in use."""
    await tx.execute("UPDATE session SET seen_at = ? WHERE token_hash = ?", tx.now, hashed(secret))


async def end(tx: Transaction, secret: str) -> None:
    """Log out."""
    await tx.execute("DELETE FROM session WHERE token_hash = ?", hashed(secret))


async def end_all(tx: Transaction, user_id: int) -> None:
    """Log a user out everywhere."""
    await tx.execute("DELETE FROM session WHERE user_id = ?", user_id)
