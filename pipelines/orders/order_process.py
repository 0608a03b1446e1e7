"""The order process, on one page."""

from models.database import Transaction
from models.jobs.ledger.jobs import Claim
from models.orders import order_reviews, orders
from models.orders.order_states import MOVES, CancelReason, Status
from models.orders.orders import OrderRecord
from models.shared.errors import OrderNotCancellable
from pipelines.orders.mail_steps import email_cancellation, email_confirmation, email_shipment
from pipelines.orders.payment_steps import capture_payment, refund_payment
from pipelines.orders.step_table import After, Pipeline, Step
from pipelines.orders.stock_steps import commit_stock, free_stock, reserve_stock, ship_stock, watch_stock

ORDER = Pipeline(
    #    an order that is   has this done to it   and becomes            or, when refused         undone if too late
    Step(Status.PENDING, reserve_stock, then=Status.RESERVED, else_=Status.CANCELLED),
    Step(Status.RESERVED, capture_payment, then=Status.CONFIRMED, else_=Status.CANCELLED, undo=refund_payment),
    #     and when it gets to   these follow
    After(Status.CONFIRMED, commit_stock, watch_stock, email_confirmation),
    After(Status.SHIPPED, ship_stock, email_shipment),
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
    """Move an order, and do what follows from it inside our database, in the same transaction.

    Raises:
        IllegalTransition: the order cannot make this move, or somebody else moved it first.
    """
    await orders.move(tx, order, status, actor=actor, detail=detail, reason=reason, claim=claim)
    for action in ORDER.after(status):
        await action(tx, order)


async def cancel(tx: Transaction, order_id: int, *, actor: str, reason: CancelReason, detail: str = "") -> OrderRecord:
    """Cancel an order that has not been shipped. Cancelling a cancelled order changes nothing.

    A charge that is in flight is waited for by the order's job, and given back if it lands.

    Raises:
        OrderNotCancellable: it has left the house.
    """
    order = await orders.load(tx, order_id)
    if order.status is Status.CANCELLED:
        return order
    if Status.CANCELLED not in MOVES[order.status]:
        raise OrderNotCancellable(f"Order {order.number} is {order.status.value} and cannot be cancelled any more.")
    await _end(tx, order, actor=actor, reason=reason, detail=detail)
    return order


async def expire(tx: Transaction, order_id: int) -> bool:
    """Cancel an order whose hold is over and whose payment nobody was asked for; whether it was.

    The order's own state decides the race between expiry, payment and cancellation: one of them wins.
    """
    order = await orders.load(tx, order_id)
    if order.status is not Status.RESERVED or order.charge_state in ("submitted", "unknown", "captured"):
        return False
    await _end(tx, order, actor="timetable", reason=CancelReason.PAYMENT_EXPIRED)
    return True


async def _end(tx: Transaction, order: OrderRecord, *, actor: str, reason: CancelReason, detail: str = "") -> None:
    """Cancel; nobody has to look at the order any more, unless it may be charged still."""
    await enter(tx, order, Status.CANCELLED, actor=actor, detail=detail, reason=reason)
    if not order.is_charge_in_flight:
        await order_reviews.clear(tx, order.id)
