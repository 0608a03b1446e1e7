"""Looking an order up by number and e-mail address: a job finds it and mails the link, so that asking tells nothing."""

import hashlib
import re
from dataclasses import dataclass

from models.database import Transaction
from models.jobs.ledger.job_kinds import MAIL_LOOKUP
from models.jobs.ledger.jobs import enqueue
from models.orders.guest_access import GOOD_FOR_MS
from models.shared.public_ids import FIRST_NUMBER, number_of

MINUTE_MS = 60_000
NUMBER = re.compile(r"(?:cw)?[-\s#]*(\d{5,12})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order that somebody looks for with its own address."""

    id: int
    public_id: str
    number: str
    email: str
    access_token_hash: str | None  # of a guest's order
    is_link_good: bool  # whether a guest's link to it still opens


async def ask(tx: Transaction, number: str, email: str) -> None:
    """Have the link mailed, if there is such an order; at most one job a minute for one number and address."""
    found = NUMBER.fullmatch(number.strip().lstrip("#"))
    digits = found[1] if found else ""
    key = f"{hashlib.sha256(f'{digits}:{email}'.encode()).hexdigest()}:{tx.now // MINUTE_MS}"
    await enqueue(tx, MAIL_LOOKUP, key, payload={"number": digits, "email": email})


async def find(tx: Transaction, digits: str, email: str) -> FoundOrder | None:
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
