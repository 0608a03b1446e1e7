"""What mail about an order is written from: the order as it is now, its refunds, and who is to read it.

An address proves nothing until its owner answered a mail: what a stranger typed is told to an account whose address is
proved, and to nobody else (docs/decisions/0033).
"""

from dataclasses import dataclass
from typing import NamedTuple

from models.database import Transaction
from models.orders import order_views
from models.orders.event_types import EventType
from models.orders.order_views import OrderView
from models.shared.payment_states import RefundState

RECIPIENT = """
SELECT o.email, u.email AS account_email, coalesce(s.name, o.shipping_method) AS shipping_name FROM orders o
LEFT JOIN shipping_method s ON s.code = o.shipping_method
LEFT JOIN users u ON u.id = o.user_id AND u.email_verified_at IS NOT NULL WHERE o.id = ?
"""


class GrantedRefund(NamedTuple):
    """A refund that was granted without cancelling the order; `sequence` is that of its event."""

    sequence: int
    cents: int
    is_done: bool


@dataclass(frozen=True, slots=True)
class OrderMailFacts:
    """An order for its mail. `is_proven`: the recipient is the account that ordered, and has answered a mail."""

    order: OrderView
    recipient: str
    is_proven: bool
    refunds: list[GrantedRefund]
    shipping_name: str

    @property
    def refunded_before_cents(self) -> int:
        """What was granted without a cancellation, given back or not yet."""
        return sum(refund.cents for refund in self.refunds)

    def at(self, type_: EventType) -> int | None:
        """When this happened to the order, in epoch milliseconds."""
        return next((int(event["at"]) for event in self.order.events if event["type"] == type_), None)

    def last(self, type_: EventType) -> int:
        """The sequence of the last event of this type; 0 if there is none."""
        return max((int(event["sequence"]) for event in self.order.events if event["type"] == type_), default=0)


async def order_mail_facts(tx: Transaction, order_id: int) -> OrderMailFacts:
    """The facts as they are now. Raises NotFound."""
    order = await order_views.view(tx, order_views.by_row(order_id))
    reader = await tx.fetch_one(RECIPIENT, order_id)
    assert reader is not None
    granted = [event for event in order.events if event["type"] == EventType.PAYMENT_REFUND_GRANTED]
    rows = (
        await tx.fetch("SELECT amount_cents, state FROM refund WHERE order_id = ? ORDER BY id", order_id)
        if granted
        else []
    )
    refunds = [
        GrantedRefund(event["sequence"], row["amount_cents"], row["state"] == RefundState.REFUNDED)
        for event, row in zip(granted, rows, strict=False)
    ]
    account = reader["account_email"]
    return OrderMailFacts(order, account or reader["email"], account is not None, refunds, reader["shipping_name"])
