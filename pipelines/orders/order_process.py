"""The order process as a table."""

from models.database import Transaction
from models.jobs.ledger.jobs import Claim
from models.orders import order_reviews, orders
from models.orders.order_states import MOVES, CancelReason, Status
from models.orders.orders import OrderRecord
from models.shared.errors import OrderNotCancellable
from models.shared.payment_states import ChargeState
from pipelines.orders.mail_steps import email_cancellation, email_confirmation, email_delivery, email_shipment
from pipelines.orders.payment_steps import capture_payment, refund_payment
from pipelines.orders.process_steps import After, Pipeline, Step
from pipelines.orders.stock_steps import commit_stock, free_stock, reserve_stock, ship_stock, watch_stock

ORDER = Pipeline(
    #    an order that is   has this done to it   and becomes            or, when refused         undone if too late
    Step(Status.PENDING, reserve_stock, then=Status.RESERVED, else_=Status.CANCELLED),
    Step(Status.RESERVED, capture_payment, then=Status.CONFIRMED, else_=Status.CANCELLED, undo=refund_payment),
    #     and when it gets to   these follow
    After(Status.CONFIRMED, commit_stock, watch_stock, email_confirmation),
    After(Status.SHIPPED, ship_stock, email_shipment),
    After(Status.DELIVERED, email_delivery),
    After(Status.CANCELLED, free_stock, refund_payment, email_cancellation),
)


async def enter(
    tx: Transaction,
    order: OrderRecord,
    status: Status,
    *,
    actor: str,
    detail: str = "",
    reason: CancelReason | None = None,
    claim: Claim | None = None,
) -> None:
    """Move an order, and run the actions that follow, in the same transaction.

    Raises:
        IllegalTransition: the move is not allowed, or another transaction moved the order first.
    """
    await orders.move(tx, order, status, actor=actor, detail=detail, reason=reason, claim=claim)
    for action in ORDER.after(status):
        await action(tx, order)


async def cancel(tx: Transaction, order_id: int, *, actor: str, reason: CancelReason, detail: str = "") -> OrderRecord:
    """Cancel an order that has not been shipped; idempotent.

    If a charge is in flight, the order's job waits for its answer and refunds it if it was captured.

    Raises:
        OrderNotCancellable: it was shipped.
    """
    order = await orders.load(tx, order_id)
    if order.status is Status.CANCELLED:
        return order
    if Status.CANCELLED not in MOVES[order.status]:
        raise OrderNotCancellable(f"Order {order.number} is {order.status.value} and cannot be cancelled any more.")
    await _end(tx, order, actor=actor, reason=reason, detail=detail)
    return order


async def expire(tx: Transaction, order_id: int) -> bool:
    """Cancel an order whose reservation expired before its payment was requested; whether it was cancelled.

    The order is locked, so expiry, payment and cancellation exclude each other.
    """
    order = await orders.load(tx, order_id)
    is_charged = order.is_charge_in_flight or order.charge_state is ChargeState.CAPTURED
    if order.status is not Status.RESERVED or is_charged:
        return False
    await _end(tx, order, actor="timetable", reason=CancelReason.PAYMENT_EXPIRED)
    return True


async def _end(tx: Transaction, order: OrderRecord, *, actor: str, reason: CancelReason, detail: str = "") -> None:
    """Cancel, and clear the review unless the order may still be charged."""
    await enter(tx, order, Status.CANCELLED, actor=actor, detail=detail, reason=reason)
    if not order.is_charge_in_flight:
        await order_reviews.clear(tx, order.id)
