"""Links by mail that prove an e-mail address: good once, for a day, and only in the account they were asked for.

One proves the address an account has, the other brings a new one. Either gives the account the orders that a guest
placed with the address. The secret is made by the job that mails it; the database has its hash.
"""

import hashlib
import json
from typing import NamedTuple

from models.accounts.account_record import Account
from models.accounts.accounts import TAKEN, end_links
from models.database import Transaction, fetch_first, unchanged
from models.jobs.ledger.job_kinds import MAIL_ADDRESS
from models.jobs.ledger.jobs import enqueue
from models.orders import guest_access
from models.shared.errors import EmailTaken, InvalidToken
from models.shared.secret_tokens import hashed

VERIFY, CHANGE = "verify", "change"  # what a link is for
LIFE_MS = 24 * 3_600_000
MINUTE_MS = 60_000
GONE = "The link was used before, is older than a day, or was mailed for another account. Ask for a new one."


async def ask(tx: Transaction, account: Account) -> None:
    """Have a link mailed that proves the account's address; at most one a minute, unless the last one was used."""
    await _mail(tx, account, "email_verify", account.email)


async def ask_for_change(tx: Transaction, account: Account, email: str) -> None:
    """Have a link mailed to the new address, and a note to the present one; at most one of each a minute.

    Raises:
        EmailTaken: the new one has an account.
    """
    if await _is_taken(tx, email):
        raise EmailTaken(TAKEN)
    await _mail(tx, account, "email_change", email)
    await _mail(tx, account, "email_change_notice", account.email)


async def issue(tx: Transaction, account: Account, purpose: str, email: str, secret: str) -> bool:
    """Make `secret` prove the address; False if the account was switched off or has another address by now.

    A new address that is asked for takes the place of the one asked for before.
    """
    if purpose == CHANGE:
        await tx.execute("DELETE FROM email_link WHERE user_id = ? AND purpose = ?", account.id, CHANGE)
    issued = await tx.execute(
        "INSERT INTO email_link (token_hash, user_id, purpose, email, created_at, expires_at)"  # noqa: S608
        " SELECT CAST(? AS VARCHAR(64)), id, CAST(? AS VARCHAR(10)), CAST(? AS VARCHAR(254)), CAST(? AS BIGINT),"
        " CAST(? AS BIGINT) FROM users WHERE id = ? AND email = ? AND is_active" + unchanged(tx.dialect),
        *(hashed(secret), purpose, email, tx.now, tx.now + LIFE_MS, account.id, account.email),
    )
    return bool(issued)


class LinkedAddress(NamedTuple):
    """What a link proves: the address an account has, or its new one."""

    purpose: str  # VERIFY or CHANGE
    email: str


async def find(tx: Transaction, account: Account, secret: str) -> LinkedAddress:
    """The account's link. Raises InvalidToken, also for another account's."""
    link = await fetch_first(
        *(tx, LinkedAddress),
        "SELECT purpose, email FROM email_link WHERE token_hash = ? AND user_id = ? AND expires_at > ?",
        *(hashed(secret), account.id, tx.now),
    )
    if link is None:
        raise InvalidToken(GONE)
    return link


async def is_good(tx: Transaction, account: Account, secret: str) -> bool:
    """Whether the link still proves an address of the account."""
    try:
        await find(tx, account, secret)
    except InvalidToken:
        return False
    return True


async def change_state(tx: Transaction, account: Account, email: str) -> str:
    """What became of the account's wish for another address than `email`: open, changed, or over.

    It is over, too, when somebody else has the new address by now.
    """
    if account.email != email:
        return "changed"
    links = await tx.fetch(
        "SELECT email FROM email_link WHERE user_id = ? AND purpose = ? AND expires_at > ?", account.id, CHANGE, tx.now
    )
    jobs = await tx.fetch(
        "SELECT payload FROM job WHERE kind = 'mail.address' AND state IN ('queued', 'running') AND payload LIKE ?",
        f'%"email_change"%{account.public_id}%',
    )
    wanted = [link["email"] for link in links] + [json.loads(job["payload"])["email"] for job in jobs]
    free = [address for address in wanted if not await _is_taken(tx, address)]
    return "open" if free else "over"


async def use(tx: Transaction, account: Account, secret: str) -> int:
    """Take the address as proved, or as the account's new one; how many orders of guests the account gets by it.

    Raises:
        InvalidToken: the link is unknown, used, too old, or another account's.
        EmailTaken: the new address has an account by now. The link stays.
    """
    link = await find(tx, account, secret)
    is_change = link.purpose == CHANGE
    # the account's row first, as whoever ends all its links has it
    await (_move(tx, account.id, link.email) if is_change else _verify(tx, account.id))
    if not await tx.execute("DELETE FROM email_link WHERE token_hash = ?", hashed(secret)):
        raise InvalidToken(GONE)
    if is_change:  # what was mailed to the address before opens nothing any more
        await end_links(tx, account.id)
    return await guest_access.adopt(tx, account.id, link.email)


async def _is_taken(tx: Transaction, email: str) -> bool:
    return await tx.fetch_one("SELECT 1 FROM users WHERE email = ?", email) is not None


async def _verify(tx: Transaction, account_id: int) -> None:
    """The account's address is proved; it counts from the first time on."""
    await tx.execute(
        "UPDATE users SET email_verified_at = coalesce(email_verified_at, ?), updated_at = ? WHERE id = ?",
        *(tx.now, tx.now, account_id),
    )


async def _move(tx: Transaction, account_id: int, email: str) -> None:
    """Give the account another address, which is proved. Raises EmailTaken."""
    moved = await tx.execute(
        "UPDATE users SET email = ?, email_verified_at = ?, updated_at = ? WHERE id = ?"
        " AND NOT EXISTS (SELECT 1 FROM users other WHERE other.email = ? AND other.id <> ?)",
        *(email, tx.now, tx.now, account_id, email, account_id),
    )
    if not moved:
        raise EmailTaken(TAKEN)


async def _mail(tx: Transaction, account: Account, message: str, email: str) -> None:
    state = await tx.fetch_one("SELECT updated_at FROM users WHERE id = ?", account.id)
    since = state["updated_at"] if state else 0  # using a link changes it, so the next one is a job of its own
    address = hashlib.sha256(email.encode()).hexdigest()
    key = f"{account.id}:{message}:{address}:{tx.now // MINUTE_MS}:{since}"
    await enqueue(tx, MAIL_ADDRESS, key, payload={"message": message, "account": account.public_id, "email": email})
