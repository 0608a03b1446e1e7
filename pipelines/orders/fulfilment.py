"""The admins' actions on an order: ship, deliver, cancel, refund, change the address, leave a note. All are audited.

Each takes the order's public id and the actor. A move that is not allowed now is refused with `from`, `to` and the
allowed moves.
"""

from collections.abc import Awaitable, Callable

from models.audit import audit_log
from models.audit.audit_log import Actor
from models.database import Transaction
from models.orders import order_search, orders, shipments
from models.orders.event_types import EventType
from models.orders.order_states import MOVES, CancelReason, Status
from models.orders.orders import OrderRecord
from models.payments import refunds
from models.shared.errors import IllegalTransition, Invalid, NotFound, OrderRefunded
from models.shared.money_text import money
from pipelines.orders.mail_steps import email_refund
from pipelines.orders.order_process import cancel, enter

LONGEST_REASON = 500
LONGEST_NOTE = 2000
BY_HAND = (Status.SHIPPED, Status.DELIVERED, Status.CANCELLED)


async def ship(
    tx: Transaction,
    public_id: str,
    actor: Actor,
    *,
    carrier: str = "",
    tracking: str = "",
    ship_refunded: bool = False,
) -> OrderRecord:
    """Mark the order as shipped and mail the buyer.

    Raises:
        NotFound, Invalid, IllegalTransition: nothing was shipped.
        OrderRefunded: all of it was given back, and `ship_refunded` does not say that it is shipped all the same.
    """
    _refuse_long(carrier, 60, "carrier")
    _refuse_long(tracking, 120, "tracking")
    order = await _load(tx, public_id)
    before = order.status
    if Status.SHIPPED in MOVES[before] and not ship_refunded and await refunds.left(tx, order) <= 0:
        words = f"All of order {order.number} was given back. Confirm it to ship it all the same."
        raise OrderRefunded(words, confirm="ship_refunded")
    told = [f"Sent with {carrier}." if carrier else "", f"Tracking number {tracking}." if tracking else ""]
    await enter(tx, order, Status.SHIPPED, actor=actor.name, detail=" ".join(filter(None, told)))
    await shipments.write_down(tx, order.id, carrier=carrier, tracking=tracking, actor=actor.name)
    await order_search.remember(tx, order.id, {}, (), tracking)
    await _record(
        tx, actor, "order.ship", order, before, carrier=carrier, tracking=tracking, ship_refunded=ship_refunded
    )
    return order


async def deliver(tx: Transaction, public_id: str, actor: Actor) -> OrderRecord:
    """Mark the order as delivered. Raises NotFound, IllegalTransition."""
    order = await _load(tx, public_id)
    before = order.status
    await enter(tx, order, Status.DELIVERED, actor=actor.name)
    await _record(tx, actor, "order.deliver", order, before)
    return order


async def cancel_by_admin(tx: Transaction, public_id: str, actor: Actor, *, reason: str = "") -> OrderRecord:
    """Cancel an unshipped order; the buyer sees the reason. Raises NotFound, Invalid, IllegalTransition."""
    _refuse_long(reason, LONGEST_REASON, "reason")
    order = await _load(tx, public_id)
    before = order.status
    if Status.CANCELLED not in MOVES[before]:
        raise orders.illegal(before, Status.CANCELLED)
    order = await cancel(tx, order.id, actor=actor.name, reason=CancelReason.ADMIN, detail=reason)
    await _record(tx, actor, "order.cancel", order, before, why=reason)
    return order


async def refund(
    tx: Transaction, public_id: str, actor: Actor, *, amount_cents: int | None = None, reason: str = ""
) -> OrderRecord:
    """Refund `amount_cents`, or all that is left of the payment, and mail the buyer.

    Raises:
        NotFound, Invalid, IllegalTransition, RefundTooLarge: nothing was granted.
    """
    _refuse_long(reason, LONGEST_REASON, "reason")
    order = await _load(tx, public_id)
    cents = await refunds.grant(tx, actor, order, amount_cents, reason)
    words = f"{money(cents)} is being refunded to you."
    await orders.note(tx, order, EventType.PAYMENT_REFUND_GRANTED, actor=actor.name, detail=words)
    await email_refund(tx, order)
    await audit_log.record(
        tx, actor, "order.refund", ("order", order.public_id), after={"amount_cents": cents}, reason=reason
    )
    return order


async def change_address(tx: Transaction, public_id: str, actor: Actor, address: dict[str, str]) -> OrderRecord:
    """Send an order elsewhere that has not left yet; the bill goes where it went, and the price stays.

    Raises:
        NotFound: there is none.
        IllegalTransition: it was shipped or cancelled.
        Invalid: its way of shipping does not go there.
    """
    order = await _load(tx, public_id)
    if Status.CANCELLED not in MOVES[order.status]:
        words = f"Order {order.number} is {order.status.value}: it goes nowhere else any more."
        raise IllegalTransition(words, title="The address cannot be changed any more", allowed=[])
    before = await shipments.send_elsewhere(tx, order.id, address)
    if before == address:
        return order
    await order_search.remember(tx, order.id, address, ())
    await orders.note(tx, order, EventType.ADDRESS_CHANGED, actor=actor.name)
    await audit_log.record(tx, actor, "order.address", ("order", order.public_id), before=before, after=address)
    return order


async def leave_note(tx: Transaction, public_id: str, actor: Actor, text: str) -> None:
    """Add an internal note. Raises NotFound, Invalid."""
    if not text.strip():
        raise _invalid("text", "A note says something.")
    _refuse_long(text, LONGEST_NOTE, "text")
    order = await _load(tx, public_id)
    await shipments.leave_note(tx, order.id, author=actor.name, text=text.strip())
    await audit_log.record(tx, actor, "order.note", ("order", order.public_id), after={"text": text.strip()})


async def move_to(tx: Transaction, public_id: str, actor: Actor, to: Status) -> OrderRecord:
    """Make an admin's move by its target status. Raises NotFound, IllegalTransition."""
    if to in VERBS:
        return await VERBS[to](tx, public_id, actor)
    order = await _load(tx, public_id)
    allowed = [status.value for status in MOVES[order.status] if status in BY_HAND]
    words = f"Only the shop's own work makes an order {to.value}; this one is {order.status.value}."
    refusal = IllegalTransition(words, allowed=allowed)
    refusal.extra |= {"from": order.status.value, "to": to.value}
    raise refusal


VERBS: dict[Status, Callable[[Transaction, str, Actor], Awaitable[OrderRecord]]] = {
    Status.SHIPPED: ship,
    Status.DELIVERED: deliver,
    Status.CANCELLED: cancel_by_admin,
}


async def _load(tx: Transaction, public_id: str) -> OrderRecord:
    order_id = await orders.id_of(tx, public_id)
    if order_id is None:
        raise NotFound("There is no such order.")
    return await orders.load(tx, order_id)


async def _record(
    tx: Transaction, actor: Actor, action: str, order: OrderRecord, before: Status, *, why: str = "", **more: object
) -> None:
    after = {"status": order.status.value, **{name: value for name, value in more.items() if value}}
    subject = ("order", order.public_id)
    await audit_log.record(tx, actor, action, subject, before={"status": before.value}, after=after, reason=why)


def _refuse_long(text: str, most: int, field: str) -> None:
    if len(text) > most:
        raise _invalid(field, f"Use at most {most} characters.")


def _invalid(field: str, words: str) -> Invalid:
    return Invalid.field(field, "out_of_range", words)
