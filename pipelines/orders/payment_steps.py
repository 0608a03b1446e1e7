"""Charging an order, and refunding it.

An order has one provider key for its charge. If the answer is lost, the charge is unknown: it is requested again under
the same key, and the order waits meanwhile.
"""

import random

import telemetry
from models.database import Transaction
from models.orders import order_reviews, orders
from models.orders.event_types import EventType
from models.orders.order_states import CancelReason
from models.orders.orders import OrderRecord
from models.payments import payments
from models.shared.payment_states import ChargeState
from pipelines.gateways import payment_provider
from pipelines.gateways.payment_provider import Captured, Declined, Unknown
from pipelines.job_outcomes import Snooze
from pipelines.orders.process_steps import ExternalStep, StepRefused

LONGEST_WAIT_SECONDS = 600.0


async def _submit(tx: Transaction, order: OrderRecord) -> None:
    await payments.submit(tx, order)


async def _charge(order: OrderRecord) -> Captured | Declined | Unknown:
    with telemetry.outside("payment charge") as call:
        answer = await payment_provider.provider().charge(
            order.charge_key, amount_cents=order.total_cents, currency=order.currency, token=order.charge_token
        )
        call.describe({"cartwright.payment.answer": type(answer).__name__.lower()})
    return answer


async def _book(tx: Transaction, order: OrderRecord, answer: Captured | Declined | Unknown) -> None:
    """Record the answer. Only a definite decline refuses the order."""
    if isinstance(answer, Captured):
        await payments.book(tx, order, ChargeState.CAPTURED, reference=answer.reference)
        await order_reviews.clear(tx, order.id)
        return
    if isinstance(answer, Declined):
        await payments.book(tx, order, ChargeState.DECLINED, detail=answer.reason)
        raise StepRefused(CancelReason.PAYMENT_DECLINED, answer.reason)
    if await payments.book(tx, order, ChargeState.UNKNOWN, detail=answer.reason):
        await orders.note(
            tx, order, EventType.PAYMENT_UNKNOWN, actor="worker", detail="Your payment is being confirmed."
        )
    elif tx.now - order.charge_since > payments.REVIEW_AFTER_MS:
        await order_reviews.flag(tx, order.id, "the payment's outcome has been unknown for a day")
    raise Snooze(answer.reason, wait_seconds=_wait_seconds(order.charge_asked))


def _wait_seconds(asked: int) -> float:
    ceiling = min(LONGEST_WAIT_SECONDS, 2.0**asked)
    return max(1.0, random.uniform(0, ceiling))  # noqa: S311  jitter


async def refund_payment(tx: Transaction, order: OrderRecord) -> None:
    """Request a refund if the cancelled order's charge was captured."""
    if order.charge_state == ChargeState.CAPTURED:
        await payments.request_refund(tx, order)


capture_payment = ExternalStep(
    "capture_payment",
    begin=_submit,
    ask=_charge,
    finish=_book,
    is_open=lambda order: order.is_charge_in_flight,
    must_undo=lambda order: order.charge_state == ChargeState.CAPTURED,
)
