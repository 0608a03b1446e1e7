"""The link to make the first admin with: good for an hour, and only as long as the shop has none.

It holds the end of its time and a mark of 130 bits that only this shop can make, so nothing of it has to be kept.
"""

import hmac
from collections.abc import Sequence

from models.accounts.account_record import Account, Role
from models.accounts.accounts import create_user
from models.audit import audit_log
from models.database import Transaction
from models.shared.errors import InvalidToken
from models.shared.secret_tokens import mark

PURPOSE = "first-admin"  # what the shop's keys are derived for
LIFE_MS = 3_600_000
GONE = "The link was used, is older than an hour, or is not one of ours."


async def is_missing(tx: Transaction) -> bool:
    """Whether the shop has no admin yet."""
    return await tx.fetch_one("SELECT 1 FROM users WHERE role = 'admin' LIMIT 1") is None


def new_link(key: bytes, now: int) -> str:
    """The secret of a link that is made now, in epoch milliseconds."""
    end = str((now + LIFE_MS) // 1000)
    return f"{end}.{mark(key, end)}"


async def check(tx: Transaction, keys: Sequence[bytes], link: str) -> None:
    """Raises `InvalidToken` if the link opens nothing (any more)."""
    end, _, given = link.partition(".")
    is_ours = any(hmac.compare_digest(mark(key, end).encode(), given.encode(errors="replace")) for key in keys)
    if not is_ours or int(end) * 1000 <= tx.now or not await is_missing(tx):
        raise InvalidToken(GONE)


async def create(
    tx: Transaction, keys: Sequence[bytes], link: str, *, email: str, password_hash: str, name: str
) -> Account:
    """The first admin, made. Raises `InvalidToken` as `check` does, `EmailTaken` for the address of a customer."""
    if tx.dialect == "postgres":  # two at once would not see each other; SQLite lets one write at a time
        await tx.execute("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE")
    await check(tx, keys, link)
    made = await create_user(tx, email=email, password_hash=password_hash, name=name, role=Role.ADMIN)
    after = {"email": made.email, "role": made.role}
    await audit_log.record(tx, audit_log.Actor("set-up link"), "user.create", ("user", made.public_id), after=after)
    return made
