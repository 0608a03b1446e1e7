"""Orders and their events: a move is a compare-and-set on the status plus one order event, in one transaction."""

from dataclasses import dataclass

from models.database import Row, Transaction, fetch_all, fetch_count, fetch_value, from_row
from models.jobs.ledger.jobs import Claim
from models.orders.event_types import OF_PRODUCTS, EventType
from models.orders.order_states import MOVES, CancelReason, Status
from models.shared import event_log
from models.shared.errors import IllegalTransition, NotFound
from models.shared.payment_states import ChargeState
from models.shared.public_ids import number_of
from models.webhooks.webhook_events import LISTENERS, order_event


@dataclass(slots=True)
class Line:
    """An order line: a quantity of one product at the price of the day."""

    product_id: int
    sku: str
    name: str
    quantity: int
    unit_price_cents: int


@dataclass(slots=True)
class OrderRecord:
    """An order as the order process needs it, with its charge; loaded in the transaction that uses it."""

    id: int
    public_id: str
    status: Status
    version: int
    user_id: int | None
    email: str
    total_cents: int
    currency: str
    charge_state: ChargeState
    charge_key: str
    charge_token: str
    charge_asked: int
    charge_since: int
    attempt: int = 1  # 2 once another card is tried
    cancel_reason: str | None = None
    updated_at: int = 0

    @property
    def number(self) -> str:
        return number_of(self.id)

    @property
    def is_charge_in_flight(self) -> bool:
        """Whether the provider was asked and has not answered."""
        return self.charge_state.is_in_flight


LOAD = """
SELECT o.id, o.public_id, o.status, o.version, o.user_id, o.email, o.total_cents, o.currency,
    p.state AS charge_state, p.provider_key AS charge_key, p.token AS charge_token, p.asked AS charge_asked,
    p.updated_at AS charge_since, o.attempt, o.cancel_reason, o.updated_at
FROM orders o JOIN payment p ON p.order_id = o.id AND p.purpose = 'charge' WHERE o.id = ?
"""


async def load(tx: Transaction, order_id: int) -> OrderRecord:
    """The order, locked against other writers until the transaction ends.

    Raises:
        NotFound: there is none.
    """
    row = await tx.fetch_one(LOAD + (" FOR UPDATE OF o" if tx.dialect == "postgres" else ""), order_id)
    if row is None:
        raise NotFound("There is no such order.")
    return from_row(OrderRecord, row)


async def id_of(tx: Transaction, public_id: str) -> int | None:
    """The row id of the order with this public id; None if there is none."""
    sql = "SELECT id FROM orders WHERE public_id = ?"
    return await fetch_value(tx, int, sql, public_id) if public_id.isalnum() else None


async def version_of(tx: Transaction, order_id: int) -> int:
    """The sequence number of its last event; 0 if there is no such order. One indexed read."""
    return await fetch_count(tx, "SELECT version FROM orders WHERE id = ?", order_id)


async def lines_of(tx: Transaction, order_id: int) -> list[Line]:
    """The lines by product id, which is the order in which stock is locked."""
    return await fetch_all(
        *(tx, Line),
        "SELECT product_id, sku, name, quantity, unit_price_cents FROM order_line WHERE order_id = ?"
        " ORDER BY product_id",
        order_id,
    )


async def move(
    tx: Transaction,
    order: OrderRecord,
    to: Status,
    *,
    actor: str,
    detail: str = "",
    reason: CancelReason | None = None,
    claim: Claim | None = None,
) -> None:
    """Move an order to another status, and append the order event.

    Raises:
        IllegalTransition: the move is not allowed, or another transaction moved the order first.
    """
    if to not in MOVES[order.status]:
        raise illegal(order.status, to)
    row = await tx.fetch_one(
        "UPDATE orders SET status = ?, cancel_reason = ?, version = version + 1, updated_at = ?,"  # noqa: S608  constants
        f" decided_at = coalesce(decided_at, ?) WHERE id = ? AND status = ? RETURNING version, {LISTENERS}",
        to.value,
        reason.value if reason else None,
        tx.now,
        tx.now if to.is_decided else None,
        order.id,
        order.status.value,
    )
    if row is None:
        raise illegal(order.status, to)
    order.status, order.version = to, row["version"]
    await _write_event(tx, order, EventType(f"order.{to.value}"), actor, detail, claim, listeners=row["listeners"])
    event_log.record(f"order.{to.value}", order_id=order.number, **({"reason": reason.value} if reason else {}))


async def reopen(tx: Transaction, order: OrderRecord) -> None:
    """Begin another attempt at an order whose card was declined: it is pending again, as on the first day.

    Raises:
        IllegalTransition: another transaction was first.
    """
    row = await tx.fetch_one(
        "UPDATE orders SET status = 'pending', cancel_reason = NULL, decided_at = NULL, attempt = attempt + 1,"  # noqa: S608
        " retried_at = ?, version = version + 1, updated_at = ? WHERE id = ? AND status = 'cancelled'"
        f" AND cancel_reason = 'payment_declined' RETURNING version, attempt, {LISTENERS}",
        *(tx.now, tx.now, order.id),
    )
    if row is None:
        raise illegal(order.status, Status.PENDING)
    order.status, order.cancel_reason = Status.PENDING, None
    order.version, order.attempt = row["version"], row["attempt"]
    await _write_event(tx, order, EventType.PAYMENT_RETRIED, "customer", "", None, listeners=row["listeners"])
    event_log.record("payment.retried", order_id=order.number, attempt=order.attempt)


async def note(
    tx: Transaction, order: OrderRecord, type_: EventType, *, actor: str, detail: str = "", claim: Claim | None = None
) -> None:
    """Append an order event that does not change the status."""
    row = await tx.fetch_one(
        f"UPDATE orders SET version = version + 1, updated_at = ? WHERE id = ? RETURNING version, {LISTENERS}",  # noqa: S608
        *(tx.now, order.id),
    )
    if row is None:
        raise NotFound("There is no such order.")
    order.version = row["version"]
    await _write_event(tx, order, type_, actor, detail, claim, listeners=row["listeners"])


async def has_event(tx: Transaction, order_id: int, type_: EventType) -> bool:
    """Whether the order has an event of this type since another card was tried, if one was."""
    sql = (
        "SELECT 1 FROM order_event WHERE order_id = ? AND type = ? AND sequence > coalesce((SELECT max(sequence)"
        " FROM order_event WHERE order_id = ? AND type = ?), 0) LIMIT 1"
    )
    retried = EventType.PAYMENT_RETRIED.value
    return await tx.fetch_one(sql, order_id, type_.value, order_id, retried) is not None


def illegal(now: Status, to: Status) -> IllegalTransition:
    """The refusal, with `from`, `to` and the allowed moves."""
    allowed = [status.value for status in MOVES[now]]
    words = f"now it can become {' or '.join(allowed)}" if allowed else "it can make no move any more"
    refusal = IllegalTransition(f"An order that is {now.value} cannot become {to.value}; {words}.", allowed=allowed)
    refusal.extra |= {"from": now.value, "to": to.value}
    return refusal


async def _write_event(
    tx: Transaction,
    order: OrderRecord,
    type_: EventType,
    actor: str,
    detail: str,
    claim: Claim | None,
    *,
    listeners: int,
) -> None:
    """Append an order event, and schedule its webhook deliveries."""
    await tx.send(
        "INSERT INTO order_event (order_id, sequence, type, status, detail, actor, job_id, fence, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        order.id,
        order.version,
        type_,
        order.status.value,
        detail[:500],
        actor,
        claim.id if claim else None,
        claim.fence if claim else None,
        tx.now,
    )
    if listeners and type_ not in OF_PRODUCTS:  # those are told of the product, once for all orders
        await order_event(tx, order, type_, order.version, detail)


async def events_after(tx: Transaction, order_id: int, after: int = 0) -> list[Row]:
    """The order events with a sequence number above `after`, in order."""
    return await tx.fetch(
        "SELECT sequence, type, status, at, detail, actor FROM order_event WHERE order_id = ? AND sequence > ?"
        " ORDER BY sequence",
        order_id,
        after,
    )
