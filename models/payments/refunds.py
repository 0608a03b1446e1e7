"""Refunds that an admin grants without cancelling the order: all or part of the payment."""

from models.audit.audit_log import Actor
from models.database import Transaction, fetch_first, fetch_value
from models.jobs.ledger.job_kinds import PAYMENT_REFUND
from models.jobs.ledger.jobs import enqueue
from models.orders.order_states import Status
from models.orders.orders import OrderRecord
from models.payments.payments import PendingRefund
from models.shared.errors import IllegalTransition, Invalid, RefundTooLarge
from models.shared.money_text import money
from models.shared.payment_states import ChargeState
from models.shared.public_ids import new_public_id

GRANTED = "SELECT CAST(coalesce(sum(amount_cents), 0) AS BIGINT) AS cents FROM refund WHERE order_id = ?"
REFUNDABLE = (Status.CONFIRMED, Status.SHIPPED, Status.DELIVERED)


async def left(tx: Transaction, order: OrderRecord) -> int:
    """The cents of the payment that have not been refunded or promised."""
    granted = await tx.fetch_one(GRANTED, order.id)
    return order.total_cents - (granted["cents"] if granted else 0)


async def at_stake(tx: Transaction, public_id: str, amount_cents: int | None) -> int:
    """The cents of a paid order that will have been given back after this amount, or after all of it."""
    marks = ", ".join("?" * len(REFUNDABLE))
    sql = f"SELECT id, total_cents FROM orders WHERE public_id = ? AND status IN ({marks})"  # noqa: S608  marks
    order = await tx.fetch_one(sql, public_id, *REFUNDABLE)
    if order is None:
        return 0
    granted = await fetch_value(tx, int, GRANTED, order["id"]) or 0
    return int(order["total_cents"]) if amount_cents is None else granted + amount_cents


async def grant(tx: Transaction, actor: Actor, order: OrderRecord, amount_cents: int | None, reason: str) -> int:
    """Grant a refund and enqueue its job; all that is left if no amount is given. Returns the cents.

    The caller has locked the order by loading it, so that grants for one order run one after the other.

    Raises:
        Invalid: the amount is not positive.
        IllegalTransition: nothing was paid, the order was cancelled, or everything is refunded already.
        RefundTooLarge: less is left.
    """
    rest = await left(tx, order)
    _refuse(order, rest)
    cents = rest if amount_cents is None else amount_cents
    if cents < 1:
        words = "Refund at least one cent."
        raise Invalid.field("amount", "out_of_range", words)
    if cents > rest:
        raise RefundTooLarge(f"Only {money(rest)} of this payment is left to refund.", refundable_cents=rest)
    public_id = new_public_id()
    await tx.execute(
        "INSERT INTO refund (public_id, order_id, provider_key, amount_cents, reason, actor, state, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, ?, ?, 'refund_pending', ?, ?)",
        *(public_id, order.id, f"{order.public_id}:refund:{public_id}", cents, reason, actor.name, tx.now, tx.now),
    )
    key, subject = f"{order.id}:{public_id}", ("order", order.id)
    await enqueue(tx, PAYMENT_REFUND, key, subject=subject, payload={"refund": public_id})
    return cents


async def pending_grant(tx: Transaction, public_id: str) -> PendingRefund | None:
    """The granted refund; None unless it is pending."""
    return await fetch_first(
        tx,
        PendingRefund,
        "SELECT r.provider_key AS refund_key, c.provider_key AS charge_key, r.amount_cents FROM refund r"
        " JOIN payment c ON c.order_id = r.order_id AND c.purpose = 'charge'"
        " WHERE r.public_id = ? AND r.state = 'refund_pending'",
        public_id,
    )


async def book(tx: Transaction, public_id: str, reference: str) -> None:
    """Record that the provider has refunded the money."""
    await tx.execute(
        "UPDATE refund SET state = 'refunded', reference = ?, updated_at = ?"
        " WHERE public_id = ? AND state = 'refund_pending'",
        *(reference, tx.now, public_id),
    )


def _refuse(order: OrderRecord, rest: int) -> None:
    if order.status in REFUNDABLE and order.charge_state == ChargeState.CAPTURED and rest > 0:
        return
    if order.status in REFUNDABLE and order.charge_state == ChargeState.CAPTURED:
        now, words = "refunded", f"All of order {order.number} has been refunded."
    elif order.status is Status.CANCELLED:
        now, words = "cancelled", f"Order {order.number} was cancelled: what was paid goes back by itself."
    else:
        now, words = order.status.value, f"Nothing was paid for order {order.number} yet, so nothing can go back."
    refusal = IllegalTransition(words, allowed=[])
    refusal.extra |= {"from": now, "to": "refunded"}
    raise refusal
