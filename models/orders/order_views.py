"""An order for display, read in three statements; and its version for polling, read in one."""

import json
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from models.database import Row, Transaction
from models.orders import order_progress
from models.orders.event_types import EventType, latest_attempt
from models.orders.guest_access import GOOD_FOR_MS
from models.orders.order_progress import OrderProgress, is_announced, progress_of
from models.orders.order_states import CANCEL_WORDS, MOVES, CancelReason, Status, is_retryable
from models.orders.order_steps import StepView, steps_of
from models.shared.errors import NotFound
from models.shared.payment_states import ChargeState, RefundState
from models.shared.public_ids import number_of

SLOW_MS = 60_000
GIVE_UP_MS = 10 * 60_000  # a page stops polling for mail this long after the decision
POLL_SECONDS = 2

HEAD = f"""
SELECT o.id, o.public_id, o.user_id, o.email, o.access_token_hash, o.status, o.cancel_reason, o.version,
    o.subtotal_cents, o.shipping_cents, o.total_cents, o.currency, o.shipping_method, o.shipping_address,
    coalesce(w.name, o.shipping_method) AS shipping_name,
    o.billing_address, o.note, o.review_reason, o.attempt, o.retried_at,
    o.created_at, o.updated_at, o.decided_at, c.method AS payment_method,
    c.state AS charge_state, r.state AS refund_state, s.carrier, s.tracking, s.created_at AS shipped_at,
    (SELECT CAST(coalesce(sum(g.amount_cents), 0) AS BIGINT) FROM refund g WHERE g.order_id = o.id
        AND g.state = 'refunded') + CASE r.state WHEN 'refunded' THEN r.amount_cents ELSE 0 END AS refunded_cents,
    (SELECT count(*) FROM refund g WHERE g.order_id = o.id AND g.state = 'refund_pending') AS refunds_pending,
    {order_progress.COLUMNS}
FROM orders o
JOIN payment c ON c.order_id = o.id AND c.purpose = 'charge'
LEFT JOIN payment r ON r.order_id = o.id AND r.purpose = 'refund'
LEFT JOIN shipment s ON s.order_id = o.id
LEFT JOIN shipping_method w ON w.code = o.shipping_method
{order_progress.JOINS}
"""  # noqa: S608  constants
VERSION_COLUMNS = f"""
o.public_id AS order_id, o.email AS order_email, o.status, o.version, o.created_at AS placed_at, o.retried_at,
o.updated_at AS changed_at, {order_progress.COLUMNS}
"""
READ_VERSION = f"SELECT {VERSION_COLUMNS} FROM orders o {order_progress.JOINS}"  # noqa: S608
LINES = """
SELECT p.public_id AS product_id, l.sku, l.name, l.quantity, l.unit_price_cents, l.line_total_cents, p.picture
FROM order_line l JOIN product p ON p.id = l.product_id WHERE l.order_id = ? ORDER BY l.id
"""
EVENTS = """
SELECT sequence, type, status, at, detail, actor FROM order_event WHERE order_id = ? ORDER BY sequence
"""


class Aging:
    """What depends on an order's age."""

    status: str
    created_at: int
    retried_at: int | None
    now: int

    @property
    def decided(self) -> bool:
        return Status(self.status).is_decided

    @property
    def is_slow(self) -> bool:
        """Whether the decision takes unusually long."""
        return not self.decided and self.now - (self.retried_at or self.created_at) > SLOW_MS

    @property
    def poll_seconds(self) -> int:
        return POLL_SECONDS


@dataclass
class OrderVersion(Aging):
    """The parts of an order that a polling page compares."""

    id: str
    status: str
    version: int
    email: str
    progress: OrderProgress
    created_at: int
    updated_at: int
    now: int
    retried_at: int | None = None

    @property
    def is_given_up(self) -> bool:
        """Whether a page stops polling for mail about the decision."""
        return self.decided and self.now - self.updated_at > GIVE_UP_MS


@dataclass
class OrderView(Aging):
    """An order with everything that is shown of it."""

    id: str
    number: str
    status: str
    cancel_reason: str | None
    version: int
    email: str
    user_id: int | None
    subtotal_cents: int
    shipping_cents: int
    total_cents: int
    currency: str
    shipping_method: str
    shipping_address: dict[str, str]
    billing_address: dict[str, str] | None  # None: the same as the shipping address
    note: str
    under_review: bool
    is_refund_owed: bool
    is_charge_in_flight: bool  # the provider was asked and has not answered
    payment: dict[str, str]
    lines: list[Any]
    events: list[Any]
    progress: OrderProgress
    created_at: int
    updated_at: int
    decided_at: int | None
    now: int
    shipping_name: str = ""  # the shipping method's, for people
    access_token_hash: str | None = None  # of a guest's access token
    steps: list[StepView] = field(default_factory=list)
    shipment: dict[str, Any] | None = None  # carrier, tracking, at
    refunded_cents: int = 0
    attempt: int = 1
    retried_at: int | None = None  # when another card was tried last
    waits_for_provider: bool = False  # the payment provider does not answer; the payment comes later

    @property
    def cancel_text(self) -> str:
        """The reason for the cancellation, as text."""
        if self.cancel_reason is None:
            return ""
        detail = next((event["detail"] for event in reversed(self.events) if event["type"] == "order.cancelled"), "")
        return detail or CANCEL_WORDS[CancelReason(self.cancel_reason)]

    @property
    def can_retry_payment(self) -> bool:
        """Whether another card may be tried."""
        return is_retryable(self.status, self.cancel_reason, self.now - self.updated_at)

    @property
    def can_cancel(self) -> bool:
        return Status.CANCELLED in MOVES[Status(self.status)]

    @property
    def is_settled(self) -> bool:
        """Whether nothing more changes without an action, so that a page stops polling."""
        if not self.decided or self.is_refund_owed:
            return False
        return is_announced(self.status, self.events) or self.now - self.updated_at > GIVE_UP_MS


OWN = "o.public_id = ? AND (o.user_id = ? OR (o.access_token_hash = ? AND o.created_at > ?))"


class OrderChoice(NamedTuple):
    """Which order is meant; made by `by_row`, `by_public_id` and `of_buyer`."""

    condition: str
    values: tuple[object, ...]
    expires: bool = False  # an access token of an old order matches nothing

    def values_at(self, now: int) -> tuple[object, ...]:
        """The values of the condition at this time."""
        return (*self.values, now - GOOD_FOR_MS) if self.expires else self.values


def by_row(order_id: int) -> OrderChoice:
    """The order with this row id, whoever it belongs to."""
    return OrderChoice("o.id = ?", (order_id,))


def by_public_id(public_id: str) -> OrderChoice:
    """The order with this public id, whoever it belongs to: for admins."""
    return OrderChoice("o.public_id = ?", (public_id,))


def of_buyer(public_id: str, *, user_id: int | None, token_hash: str | None) -> OrderChoice:
    """The order if it is this account's, or this access token opens it. NULL equals nothing."""
    return OrderChoice(OWN, (public_id, user_id, token_hash), expires=True)


async def view(tx: Transaction, choice: OrderChoice) -> OrderView:
    """The order that is meant. Raises NotFound."""
    sql = f"{HEAD} WHERE {choice.condition}"
    head = await tx.fetch_one(sql, order_progress.alive_since(tx.now), *choice.values_at(tx.now))
    if head is None:
        raise NotFound("There is no such order.")
    lines = await tx.fetch(LINES, head["id"])
    events = await tx.fetch(EVENTS, head["id"])
    shown = _view(head, lines, events, tx.now)
    shown.steps = steps_of(shown.status, shown.events, shown.cancel_text, is_refund_owed=shown.is_refund_owed)
    return shown


async def visible_to(tx: Transaction, public_id: str, *, user_id: int | None, token_hash: str | None) -> OrderView:
    """The buyer's own order. Raises NotFound for another buyer's order, or with an expired access token."""
    return await view(tx, of_buyer(public_id, user_id=user_id, token_hash=token_hash))


async def read_version(tx: Transaction, choice: OrderChoice) -> "OrderVersion":
    """The version that a polling page needs, in one statement. Raises NotFound."""
    sql = f"{READ_VERSION} WHERE {choice.condition}"
    row = await tx.fetch_one(sql, order_progress.alive_since(tx.now), *choice.values_at(tx.now))
    if row is None:
        raise NotFound("There is no such order.")
    return read_version_of(row, tx.now)


def read_version_of(row: Row, now: int) -> "OrderVersion":
    """The version in a row with the columns `VERSION_COLUMNS`."""
    return OrderVersion(
        id=row["order_id"],
        status=row["status"],
        version=row["version"],
        email=row["order_email"],
        progress=OrderProgress("done", "done") if Status(row["status"]).is_decided else progress_of(row, now),
        created_at=row["placed_at"],
        updated_at=row["changed_at"],
        retried_at=row["retried_at"],
        now=now,
    )


async def version_of(
    tx: Transaction, public_id: str, *, user_id: int | None, token_hash: str | None
) -> tuple[int, bool]:
    """The version of the buyer's own order, and whether it is decided: one indexed read. Raises NotFound."""
    sql = f"SELECT o.version, o.status FROM orders o WHERE {OWN}"  # noqa: S608
    row = await tx.fetch_one(sql, public_id, user_id, token_hash, tx.now - GOOD_FOR_MS)
    if row is None:
        raise NotFound("There is no such order.")
    return row["version"], Status(row["status"]).is_decided


async def own_id(tx: Transaction, public_id: str, *, user_id: int | None, token_hash: str | None) -> int:
    """The row id of the buyer's own order. Raises NotFound."""
    sql = f"SELECT o.id FROM orders o WHERE {OWN}"  # noqa: S608
    row = await tx.fetch_one(sql, public_id, user_id, token_hash, tx.now - GOOD_FOR_MS)
    if row is None:
        raise NotFound("There is no such order.")
    return int(row["id"])


def _view(head: Row, lines: list[Row], events: list[Row], now: int) -> OrderView:
    is_given_back = head["refund_state"] == RefundState.REFUNDED or head["refunded_cents"] >= head["total_cents"] > 0
    status = "refunded" if is_given_back else payment_status(head["charge_state"])
    shipment = {"carrier": head["carrier"], "tracking": head["tracking"], "at": head["shipped_at"]}
    return OrderView(
        id=head["public_id"],
        number=number_of(head["id"]),
        shipping_address=json.loads(head["shipping_address"]),
        billing_address=json.loads(head["billing_address"]) if head["billing_address"] else None,
        under_review=head["review_reason"] is not None,
        is_refund_owed=head["refund_state"] == RefundState.PENDING or head["refunds_pending"] > 0,
        is_charge_in_flight=head["charge_state"] in (ChargeState.SUBMITTED, ChargeState.UNKNOWN),
        waits_for_provider=_waits(head, events),
        payment={"method": head["payment_method"], "status": status},
        shipment=shipment if head["shipped_at"] is not None else None,
        lines=[dict(line) for line in lines],
        events=[dict(event) for event in events],
        progress=_progress(head, events, now),
        now=now,
        **{name: head[name] for name in PLAIN},
    )


PLAIN = (
    *("status", "cancel_reason", "version", "email", "user_id", "subtotal_cents", "shipping_cents", "total_cents"),
    *("currency", "shipping_method", "note", "created_at", "updated_at", "decided_at", "access_token_hash"),
    *("refunded_cents", "attempt", "retried_at", "shipping_name"),
)


def _progress(head: Row, events: list[Row], now: int) -> OrderProgress:
    if not Status(head["status"]).is_decided:
        return progress_of(head, now)
    return (
        OrderProgress("done", "done") if is_announced(head["status"], events) else OrderProgress("send_mail", "queued")
    )


def _waits(head: Row, events: list[Row]) -> bool:
    is_open = not Status(head["status"]).is_decided and head["charge_state"] in (
        ChargeState.INTENT,
        ChargeState.SUBMITTED,
    )
    return is_open and any(event["type"] == EventType.PAYMENT_DELAYED for event in latest_attempt(events))


def payment_status(charge: str) -> str:
    """The public payment status for the state of the charge."""
    return charge if charge in (ChargeState.CAPTURED, ChargeState.DECLINED, ChargeState.UNKNOWN) else "pending"
