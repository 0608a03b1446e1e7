"""Charges in the provider's book that no payment of ours knows: lost with a database, or captured and called declined.

Each is a violation (I19) until it is refunded. A charge is asked for only after its payment is committed, so what is in
the book and not among the payments was never in this database, or belongs to an earlier card of an order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, fetch_all, fetch_first
from models.jobs.ledger.job_kinds import PAYMENT_RETURN
from models.jobs.ledger.jobs import enqueue
from models.payments.payments import PendingRefund
from models.shared.errors import NotFound
from models.shared.public_ids import new_public_id
from models.shared.sql import marks
from models.shared.times import DAY_MS

MARK = "provider_book"  # until when the book has been read
OVERLAP_MS = DAY_MS  # read again, because clocks differ
KEEP = """
INSERT INTO unmatched_charge (public_id, provider_key, number, amount_cents, currency, charged_at, state, reference,
    found_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, 'open', '', ?, ?)
ON CONFLICT (provider_key) DO UPDATE SET seen_at = excluded.seen_at, amount_cents = CASE
    WHEN unmatched_charge.state = 'open' THEN excluded.amount_cents ELSE unmatched_charge.amount_cents END
"""
OPEN = """
SELECT public_id, provider_key, number, amount_cents, currency, charged_at, state, found_at FROM unmatched_charge
WHERE state <> 'refunded' ORDER BY id LIMIT 200
"""
BY_ID = """
SELECT public_id, provider_key, number, amount_cents, currency, charged_at, state, found_at FROM unmatched_charge
WHERE public_id = ?
"""
ADVANCE = """
INSERT INTO check_mark (name, last_id, at) VALUES (?, 0, ?)
ON CONFLICT (name) DO UPDATE SET at = excluded.at
"""


@dataclass(frozen=True, slots=True)
class BookedCharge:
    """What the provider's book holds of a charge. `held_cents` is what is left of it after refunds."""

    key: str
    number: str
    held_cents: int
    currency: str
    charged_at: int | None


@dataclass(frozen=True, slots=True)
class OpenCharge:
    """A charge without a payment of ours. `number` is the order's in the provider's book, or empty."""

    public_id: str
    provider_key: str
    number: str
    amount_cents: int
    currency: str
    charged_at: int | None
    state: str
    found_at: int

    @property
    def name(self) -> str:
        """What to call it: the order's number, or the provider's key."""
        return self.number or self.provider_key


async def record(tx: Transaction, booked: Sequence[BookedCharge]) -> list[BookedCharge]:
    """Keep those that no payment of ours knows and of which money is held; them, in the order of the book."""
    if not booked:
        return []
    keys = [each.key for each in booked]
    sql = f"SELECT provider_key FROM payment WHERE provider_key IN ({marks(keys)})"  # noqa: S608
    known = {row["provider_key"] for row in await tx.fetch(sql, *keys)}
    unmatched = [each for each in booked if each.key not in known and each.held_cents > 0]
    for each in unmatched:
        await tx.execute(
            KEEP,
            *(new_public_id(), each.key, each.number[:20], each.held_cents, each.currency[:3], each.charged_at),
            *(tx.now, tx.now),
        )
    await _forget_settled(tx, [each.key for each in booked if each.held_cents <= 0])
    return unmatched


async def _forget_settled(tx: Transaction, keys: Sequence[str]) -> None:
    """What the provider gave back by itself is settled."""
    if keys:
        sql = f"UPDATE unmatched_charge SET state = 'refunded' WHERE state = 'open' AND provider_key IN ({marks(keys)})"  # noqa: S608
        await tx.execute(sql, *keys)


async def read_since(tx: Transaction) -> int:
    """From which time on the book is to be read next."""
    row = await tx.fetch_one("SELECT at FROM check_mark WHERE name = ?", MARK)
    return max(0, row["at"] - OVERLAP_MS) if row else 0


async def mark_read(tx: Transaction, until_ms: int) -> None:
    """The book has been read up to this time."""
    await tx.execute(ADVANCE, MARK, until_ms)


async def open_charges(tx: Transaction) -> list[OpenCharge]:
    """Those that are not refunded, oldest first, 200 at most."""
    return await fetch_all(tx, OpenCharge, OPEN)


async def request_refund(tx: Transaction, actor: Actor, public_id: str) -> int:
    """Enqueue the refund of a charge; its cents. A second call changes nothing. Raises NotFound."""
    charge = await fetch_first(tx, OpenCharge, BY_ID, public_id)
    if charge is None:
        raise NotFound("There is no such charge.")
    changed = await tx.execute(
        "UPDATE unmatched_charge SET state = 'refunding' WHERE public_id = ? AND state = 'open'", public_id
    )
    if changed:
        await enqueue(tx, PAYMENT_RETURN, public_id, payload={"charge": public_id})
        after = {"code": "unmatched", "number": charge.name, "refund_cents": charge.amount_cents}
        await audit_log.record(tx, actor, "payment.settle", ("unmatched_charge", public_id), after=after)
    return charge.amount_cents


async def pending_refund(tx: Transaction, public_id: str) -> PendingRefund | None:
    """The refund under way; None if it is done."""
    charge = await fetch_first(tx, OpenCharge, BY_ID, public_id)
    if charge is None or charge.state != "refunding":
        return None
    return PendingRefund(f"{charge.provider_key}:unmatched", charge.provider_key, charge.amount_cents)


async def book_refund(tx: Transaction, public_id: str, reference: str) -> None:
    """Record that the provider has given the money back."""
    await tx.execute(
        "UPDATE unmatched_charge SET state = 'refunded', reference = ? WHERE public_id = ? AND state = 'refunding'",
        *(reference, public_id),
    )
