"""Charging an order, and refunding it.

An order has one provider key for its charge. If the answer is lost, the charge is unknown: it is requested again under
the same key, and the order waits meanwhile. While the provider does not answer anybody, orders wait before they ask.
"""

import random

from models.database import Transaction
from models.orders import order_reviews, orders
from models.orders.event_types import EventType
from models.orders.order_states import CancelReason
from models.orders.orders import OrderRecord
from models.payments import payment_circuit, payments
from models.shared.payment_states import ChargeState
from pipelines.gateways import provider_calls
from pipelines.gateways.payment_provider import Captured, Declined, ProviderRefused
from pipelines.gateways.provider_calls import Answer
from pipelines.job_outcomes import Snooze
from pipelines.orders.process_steps import ExternalStep, StepRefused

LONGEST_WAIT_SECONDS = 600.0
REFUSALS_TO_TELL = 3  # in a row, before the buyer is told that the payment is delayed
NO_ANSWER = "the payment provider does not answer: payments are paused, and one is tried from time to time"


async def _submit(tx: Transaction, order: OrderRecord) -> None:
    if await payment_circuit.admit(tx) is not None:
        if not order.is_charge_in_flight:
            await _note_wait(tx, order)
        raise Snooze(NO_ANSWER, wait_seconds=outage_wait_seconds())
    await payments.submit(tx, order)


async def _book(tx: Transaction, order: OrderRecord, answer: Answer) -> None:
    """Record the answer. Only a definite decline refuses the order."""
    if isinstance(answer, Captured):
        await payments.book(tx, order, ChargeState.CAPTURED, reference=answer.reference)
        await order_reviews.clear(tx, order.id)
        return
    if isinstance(answer, Declined):
        await payments.book(tx, order, ChargeState.DECLINED, detail=answer.reason)
        raise StepRefused(CancelReason.PAYMENT_DECLINED, answer.reason)
    reason = provider_calls.why(answer)
    if not isinstance(answer, ProviderRefused):
        await _mark_unknown(tx, order, reason)
    elif order.charge_asked >= REFUSALS_TO_TELL and order.charge_state == ChargeState.SUBMITTED:
        await _note_wait(tx, order)
    if tx.now - order.charge_since > payments.REVIEW_AFTER_MS:
        await order_reviews.flag(tx, order.id, "the payment's outcome has been unknown for a day")
    raise Snooze(reason, wait_seconds=growing_wait_seconds(order.charge_asked), cause="PaymentUnknown")


async def _mark_unknown(tx: Transaction, order: OrderRecord, reason: str) -> None:
    """Record that the charge may have happened."""
    if await payments.book(tx, order, ChargeState.UNKNOWN, detail=reason[:500]):
        words = "Your payment is being confirmed."
        await orders.note(tx, order, EventType.PAYMENT_UNKNOWN, actor="worker", detail=words)


async def _note_wait(tx: Transaction, order: OrderRecord) -> None:
    """Tell the buyer once that the payment waits for the provider."""
    if not await orders.has_event(tx, order.id, EventType.PAYMENT_DELAYED):
        words = "The payment provider does not answer at the moment. We pay as soon as it does."
        await orders.note(tx, order, EventType.PAYMENT_DELAYED, actor="worker", detail=words)


def growing_wait_seconds(asked: int) -> float:
    """Seconds until an unknown payment is asked about again, with jitter; `asked` is how often it was."""
    ceiling = min(LONGEST_WAIT_SECONDS, 2.0 ** min(asked, 20))
    return max(1.0, random.uniform(0, ceiling))  # noqa: S311  jitter


def outage_wait_seconds() -> float:
    """Seconds until a payment looks whether the outage is over; when it is, the payment is made due at once."""
    return random.uniform(LONGEST_WAIT_SECONDS / 2, LONGEST_WAIT_SECONDS)  # noqa: S311  jitter


async def refund_payment(tx: Transaction, order: OrderRecord) -> None:
    """Request a refund if the cancelled order's charge was captured."""
    if order.charge_state == ChargeState.CAPTURED:
        await payments.request_refund(tx, order)


capture_payment = ExternalStep(
    "capture_payment",
    begin=_submit,
    ask=provider_calls.charge,
    finish=_book,
    is_open=lambda order: order.is_charge_in_flight,
    must_undo=lambda order: order.charge_state == ChargeState.CAPTURED,
)
