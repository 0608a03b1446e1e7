"""Trying another card for an order whose card was declined."""

from models.database import Transaction
from models.inventory import inventory
from models.jobs.ledger.job_kinds import ORDER_PROCESS
from models.jobs.ledger.jobs import enqueue
from models.orders import orders
from models.orders.order_states import is_retryable
from models.orders.orders import OrderRecord
from models.payments import charge_attempts
from models.shared.errors import PaymentNotRetryable
from models.shared.payment_states import ChargeState

TOO_LATE = (
    "Another card can be tried for a day after a card was declined. Put what was ordered back in the cart instead."
)


async def retry_payment(
    tx: Transaction, order_id: int, *, method: str, token: str, attempt: int | None = None
) -> OrderRecord:
    """Begin another attempt: the stock is held again, then the card is charged under a key of its own.

    `attempt` is the number of the one that the caller wants to begin: if it has begun already, this changes nothing.
    The order is locked, so of two calls one begins it. A job of its own works it; the job before has ended, and its
    fence lets it write nothing any more.

    Raises:
        PaymentNotRetryable: no card was declined, or too long ago.
        InsufficientStock: not all of it is in stock any more; nothing was changed.
    """
    order = await orders.load(tx, order_id)
    if attempt is not None and order.attempt >= attempt:
        return order
    if order.charge_state != ChargeState.DECLINED or not is_retryable(
        order.status, order.cancel_reason, tx.now - order.updated_at
    ):
        raise PaymentNotRetryable(TOO_LATE)
    await inventory.check_available(tx, await orders.lines_of(tx, order.id))
    await inventory.forget_released(tx, order.id)
    await orders.reopen(tx, order)
    await charge_attempts.renew_charge(tx, order, method=method, token=token)
    await enqueue(tx, ORDER_PROCESS, f"{order.id}:{order.attempt}", subject=("order", order.id))
    return order
