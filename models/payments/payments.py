"""Payments: one charge and at most one refund an order, each under a provider key that never changes."""

from dataclasses import dataclass

from models.database import Transaction, fetch_first
from models.jobs.ledger.job_kinds import PAYMENT_REFUND
from models.jobs.ledger.jobs import enqueue
from models.orders.orders import OrderRecord
from models.shared.payment_states import ChargeState
from models.shared.times import DAY_MS

REVIEW_AFTER_MS = DAY_MS
REQUEST_REFUND = """
INSERT INTO payment (order_id, purpose, provider, method, provider_key, amount_cents, state, created_at, updated_at)
SELECT order_id, 'refund', provider, method, CAST(? AS VARCHAR(120)), rest,
    CASE WHEN rest > 0 THEN 'refund_pending' ELSE 'refunded' END, CAST(? AS BIGINT), CAST(? AS BIGINT)
FROM (SELECT c.order_id, c.provider, c.method, c.amount_cents - coalesce((SELECT CAST(sum(r.amount_cents) AS BIGINT)
        FROM refund r WHERE r.order_id = c.order_id), 0) AS rest
    FROM payment c WHERE c.order_id = ? AND c.purpose = 'charge' AND c.state = 'captured') AS charge
WHERE TRUE ON CONFLICT (order_id, purpose) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class PendingRefund:
    """A refund the provider has yet to be asked for, under its own key, of the charge with the other key."""

    refund_key: str
    charge_key: str
    amount_cents: int


async def create_charge(
    tx: Transaction, order_id: int, public_id: str, *, provider: str, method: str, token: str, amount_cents: int
) -> None:
    """Record the intent to charge an order, before the provider is asked."""
    await tx.send(
        "INSERT INTO payment (order_id, purpose, provider, method, token, provider_key, amount_cents, state,"
        " created_at, updated_at) VALUES (?, 'charge', ?, ?, ?, ?, ?, 'intent', ?, ?)",
        *(order_id, provider, method, token, f"{public_id}:1", amount_cents, tx.now, tx.now),
    )


async def submit(tx: Transaction, order: OrderRecord) -> None:
    """Record that the provider is about to be asked; from now on a charge may exist."""
    await tx.send(
        "UPDATE payment SET state = CASE state WHEN 'intent' THEN 'submitted' ELSE state END, asked = asked + 1,"
        " updated_at = CASE state WHEN 'intent' THEN ? ELSE updated_at END"
        " WHERE order_id = ? AND purpose = 'charge' AND state IN ('intent', 'submitted', 'unknown')",
        *(tx.now, order.id),
    )
    order.charge_asked += 1


async def book(
    tx: Transaction, order: OrderRecord, state: ChargeState, *, reference: str = "", detail: str = ""
) -> bool:
    """Record the provider's answer (captured, declined or unknown); whether it changed the charge."""
    changed = await tx.execute(
        "UPDATE payment SET state = ?, reference = ?, detail = ?, updated_at = ?"
        " WHERE order_id = ? AND purpose = 'charge' AND state IN ('submitted', 'unknown') AND state <> ?",
        *(state, reference, detail, tx.now, order.id, state),
    )
    if changed:
        order.charge_state = state
    return changed == 1


async def request_refund(tx: Transaction, order: OrderRecord) -> None:
    """Request a refund of the charge minus earlier refunds, and enqueue its job; idempotent."""
    await tx.send(REQUEST_REFUND, f"{order.public_id}:refund", tx.now, tx.now, order.id)
    await enqueue(tx, PAYMENT_REFUND, str(order.id), subject=("order", order.id))


async def pending_refund(tx: Transaction, order_id: int) -> PendingRefund | None:
    """The pending refund of the order, if there is one."""
    return await fetch_first(
        tx,
        PendingRefund,
        "SELECT r.provider_key AS refund_key, c.provider_key AS charge_key, r.amount_cents FROM payment r"
        " JOIN payment c ON c.order_id = r.order_id AND c.purpose = 'charge'"
        " WHERE r.order_id = ? AND r.purpose = 'refund' AND r.state = 'refund_pending'",
        order_id,
    )


async def book_refund(tx: Transaction, order_id: int, reference: str) -> None:
    """Record that the provider has refunded the money."""
    await tx.send(
        "UPDATE payment SET state = 'refunded', reference = ?, updated_at = ?"
        " WHERE order_id = ? AND purpose = 'refund' AND state = 'refund_pending'",
        *(reference, tx.now, order_id),
    )
