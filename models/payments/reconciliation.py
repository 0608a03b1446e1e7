"""Compares payments and refunds with the provider's book, and keeps the differences until they are settled."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction, fetch_all, fetch_first, fetch_value
from models.jobs.ledger.job_kinds import PAYMENT_RECONCILE, PAYMENT_REFUND
from models.jobs.ledger.jobs import enqueue
from models.orders import orders
from models.orders.order_states import Status
from models.payments import payments
from models.payments.payments import PendingRefund
from models.shared.errors import NotAllowedNow, NotFound
from models.shared.money_text import money
from models.shared.payment_states import ChargeState, RefundState
from models.shared.public_ids import new_public_id, number_of

PAYMENTS = """
SELECT p.id, p.order_id, p.purpose, p.provider_key, p.amount_cents, p.state, o.status, o.currency,
    EXISTS (SELECT 1 FROM payment r WHERE r.order_id = o.id AND r.purpose = 'refund') AS has_refund
FROM payment p JOIN orders o ON o.id = p.order_id
WHERE p.id > ? AND p.provider <> 'imported' AND NOT EXISTS (SELECT 1 FROM job j WHERE j.subject_type = 'order'
    AND j.subject_id = o.id AND j.state IN ('queued', 'running') AND j.kind IN ('order.process', 'payment.refund'))
ORDER BY p.id LIMIT ?
"""
GRANTED = """
SELECT r.id, r.order_id, 'granted' AS purpose, r.provider_key, r.amount_cents, r.state, o.status,
    o.currency, 1 AS has_refund
FROM refund r JOIN orders o ON o.id = r.order_id
WHERE r.id > ? AND NOT EXISTS (SELECT 1 FROM job j WHERE j.subject_type = 'order' AND j.subject_id = o.id
    AND j.state IN ('queued', 'running') AND j.kind = 'payment.refund')
ORDER BY r.id LIMIT ?
"""
OPEN = """
SELECT d.public_id, d.order_id, o.public_id AS order_public_id, d.code, d.words, d.refund_cents, d.state, d.found_at
FROM payment_discrepancy d JOIN orders o ON o.id = d.order_id WHERE d.state <> 'refunded' ORDER BY d.id LIMIT 200
"""
BY_ID = """
SELECT d.id, d.public_id, d.order_id, d.provider_key, d.code, d.refund_cents, d.state FROM payment_discrepancy d
WHERE d.public_id = ?
"""


@dataclass(frozen=True, slots=True)
class Ours:
    """A payment or refund in our books. `purpose` is charge, refund, or granted for a refund of a part."""

    id: int
    order_id: int
    purpose: str
    provider_key: str
    amount_cents: int
    state: str
    status: Status  # of its order
    currency: str
    has_refund: bool


@dataclass(frozen=True, slots=True)
class Theirs:
    """What the provider's book says of one key. `state` is captured, declined, refunded or empty (unknown there)."""

    state: str
    amount_cents: int
    currency: str


@dataclass(frozen=True, slots=True)
class Settlement:
    """What of a difference that was found matters for its refund; `state` is open, refunding or refunded."""

    id: int
    public_id: str
    order_id: int
    provider_key: str
    code: str
    refund_cents: int
    state: str


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A difference. `refund_cents` is what should be refunded; 0 means that a person has to decide."""

    code: str
    words: str
    refund_cents: int = 0


async def page_of(tx: Transaction, *, granted: bool, after: int, most: int) -> list[Ours]:
    """The next payments (or granted refunds) whose order has no payment work in flight."""
    return await fetch_all(tx, Ours, GRANTED if granted else PAYMENTS, after, most)


def compare(ours: Ours, theirs: Theirs) -> Discrepancy | None:
    """The difference between a payment of ours and the provider's entry under its key; None if they agree."""
    return _compare_charge(ours, theirs) if ours.purpose == "charge" else _compare_refund(ours, theirs)


def _compare_charge(ours: Ours, theirs: Theirs) -> Discrepancy | None:
    is_ours, is_theirs = ours.state == ChargeState.CAPTURED, theirs.state == ChargeState.CAPTURED
    name, kept = f"order {number_of(ours.order_id)}", money(theirs.amount_cents)
    if is_theirs and not is_ours:
        words = f"{name} is {ours.status} and its payment {ours.state}, but the provider captured {kept}"
        is_over = ours.status == Status.CANCELLED
        return Discrepancy("captured_there", words, theirs.amount_cents if is_over else 0)
    if is_ours and not is_theirs:
        said = theirs.state or "unknown to the provider"
        return Discrepancy("not_captured_there", f"{name}: we hold its payment as captured, it is {said}")
    if is_ours and theirs.currency and theirs.currency != ours.currency:
        return Discrepancy("currency", f"{name}: the provider captured {theirs.currency}, not {ours.currency}")
    if is_ours and theirs.amount_cents != ours.amount_cents:
        words = f"{name}: the provider captured {kept}, we hold {money(ours.amount_cents)}"
        return Discrepancy("amount", words, max(0, theirs.amount_cents - ours.amount_cents))
    if is_ours and ours.status == Status.CANCELLED and not ours.has_refund:
        words = f"{name} is cancelled, but its payment of {kept} was not refunded"
        return Discrepancy("not_refunded", words, ours.amount_cents)
    return None


def _compare_refund(ours: Ours, theirs: Theirs) -> Discrepancy | None:
    name, owed = f"order {number_of(ours.order_id)}", ours.amount_cents
    if ours.state == RefundState.REFUNDED and theirs.state != RefundState.REFUNDED and owed:
        words = f"{name}: its refund of {money(owed)} is not in the provider's book"
        return Discrepancy("refund_missing", words, owed)
    if theirs.state == RefundState.REFUNDED and theirs.amount_cents != owed:
        words = f"{name}: the provider refunded {money(theirs.amount_cents)}, we hold {money(owed)}"
        return Discrepancy("refund_amount", words)
    return None


async def record(tx: Transaction, ours: Ours, found: Discrepancy | None) -> None:
    """Keep the difference of this payment; one that is not there any more is deleted unless it was settled here."""
    await tx.execute(
        "DELETE FROM payment_discrepancy WHERE provider_key = ? AND code <> ? AND state = 'open'",
        *(ours.provider_key, found.code if found else ""),
    )
    if found is None:
        return
    await tx.execute(
        "INSERT INTO payment_discrepancy (public_id, order_id, provider_key, code, words, refund_cents, state,"
        " reference, found_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, 'open', '', ?, ?)"
        " ON CONFLICT (provider_key, code) DO UPDATE SET seen_at = excluded.seen_at, words = excluded.words,"
        # after its refund an amount still differs; any other difference that is seen again is there again
        " state = CASE WHEN payment_discrepancy.state = 'refunded' AND payment_discrepancy.code <> 'amount' THEN 'open'"
        " ELSE payment_discrepancy.state END",
        *(new_public_id(), ours.order_id, ours.provider_key, found.code, found.words[:500], found.refund_cents),
        *(tx.now, tx.now),
    )


async def request_run(tx: Transaction, actor: Actor) -> None:
    """Enqueue a comparison of all payments, unless one waits or runs."""
    busy = await tx.fetch_one(
        "SELECT 1 FROM job WHERE kind = ? AND state IN ('queued', 'running') LIMIT 1", PAYMENT_RECONCILE.name
    )
    if busy is None:
        await enqueue(tx, PAYMENT_RECONCILE, f"on-demand@{tx.now}")
    await audit_log.record(tx, actor, "payment.compare", ("shop", ""))


async def last_run_at(tx: Transaction) -> int | None:
    """When a comparison last ended."""
    ended = "SELECT max(finished_at) FROM job WHERE kind = ? AND state = 'succeeded'"
    return await fetch_value(tx, int, ended, PAYMENT_RECONCILE.name)


async def differences(tx: Transaction) -> Sequence[dict[str, object]]:
    """The differences that are not settled, oldest first."""
    return [{**dict(row), "number": number_of(row["order_id"])} for row in await tx.fetch(OPEN)]


async def settle(tx: Transaction, actor: Actor, public_id: str) -> int:
    """Enqueue the refund that settles a difference; its cents. A second call changes nothing.

    Raises:
        NotFound: there is no such difference.
        NotAllowedNow: no refund settles it; a person has to decide.
    """
    found = await fetch_first(tx, Settlement, BY_ID, public_id)
    if found is None:
        raise NotFound("There is no such difference.")
    order = await orders.load(tx, found.order_id)  # locked, so that two admins do not settle it at once
    found = await fetch_first(tx, Settlement, BY_ID, public_id)
    if found is None or not found.refund_cents:
        raise NotAllowedNow("No refund settles this difference: ask the provider.", state="open")
    if found.state != "open":
        return found.refund_cents
    await tx.execute("UPDATE payment_discrepancy SET state = 'refunding' WHERE id = ?", found.id)
    if found.code == "captured_there":  # what the provider says becomes true of our books, then it is refunded
        await tx.execute(
            "UPDATE payment SET state = 'captured', amount_cents = ?, updated_at = ? WHERE provider_key = ?",
            *(found.refund_cents, tx.now, found.provider_key),
        )
    if found.code in ("captured_there", "not_refunded"):
        order.charge_state = ChargeState.CAPTURED
        await payments.request_refund(tx, order)
        await tx.execute("UPDATE payment_discrepancy SET state = 'refunded' WHERE id = ?", found.id)
    else:
        subject = ("order", order.id)
        key = f"{order.id}:{found.public_id}:{tx.now}"
        await enqueue(tx, PAYMENT_REFUND, key, subject=subject, payload={"discrepancy": found.public_id})
    target = ("order", order.public_id)
    await audit_log.record(
        tx, actor, "payment.settle", target, after={"code": found.code, "refund_cents": found.refund_cents}
    )
    return found.refund_cents


async def pending_settlement(tx: Transaction, public_id: str) -> PendingRefund | None:
    """The refund of a difference that is being settled; None if it is done.

    A refund that is missing at the provider is sent under its own key, so that it cannot happen twice.
    """
    return await fetch_first(
        tx,
        PendingRefund,
        "SELECT CASE d.code WHEN 'refund_missing' THEN d.provider_key"
        " ELSE c.provider_key || ':' || d.public_id END AS refund_key,"
        " c.provider_key AS charge_key, d.refund_cents AS amount_cents"
        " FROM payment_discrepancy d JOIN payment c ON c.order_id = d.order_id AND c.purpose = 'charge'"
        " WHERE d.public_id = ? AND d.state = 'refunding'",
        public_id,
    )


async def book_settlement(tx: Transaction, public_id: str, reference: str) -> None:
    """Record that the provider has refunded what settles the difference."""
    await tx.execute(
        "UPDATE payment_discrepancy SET state = 'refunded', reference = ? WHERE public_id = ? AND state = 'refunding'",
        *(reference, public_id),
    )
