"""What cancelling an order now would do, for admins: instant, or which effects have to be undone."""

from dataclasses import dataclass, field

from models.database import Transaction
from models.jobs.ledger.job_kinds import ORDER_PROCESS
from models.orders.order_states import MOVES, Status
from models.orders.order_views import OrderView


@dataclass(slots=True)
class CancellationPreview:
    """`is_instant`: no worker runs it and nothing has to be undone. Otherwise `undone` lists what has to be."""

    is_instant: bool = False
    undone: list[str] = field(default_factory=list)


async def preview_cancellation(tx: Transaction, order: OrderView) -> CancellationPreview:
    """What a cancellation would do to the order in its present state."""
    status = Status(order.status)
    if Status.CANCELLED not in MOVES[status]:
        return CancellationPreview()
    undone = []
    if status in (Status.RESERVED, Status.CONFIRMED):
        undone.append("the stock held for it goes back on sale")
    if order.payment["status"] == "captured":
        undone.append("the payment is refunded")
    elif order.payment["status"] == "unknown" or await _is_asked(tx, order.id):
        undone.append("a payment is being made; if it goes through, it is refunded")
    if any(event["type"] in ("mail.confirmed.sent", "mail.confirmed.recorded") for event in order.events):
        undone.append("the buyer, who was told of the confirmation, is told of the cancellation")
    return CancellationPreview(is_instant=not undone and not await _is_claimed(tx, order.id), undone=undone)


async def _is_asked(tx: Transaction, public_id: str) -> bool:
    row = await tx.fetch_one(
        "SELECT p.state FROM payment p JOIN orders o ON o.id = p.order_id"
        " WHERE o.public_id = ? AND p.purpose = 'charge'",
        public_id,
    )
    return row is not None and row["state"] == "submitted"


async def _is_claimed(tx: Transaction, public_id: str) -> bool:
    row = await tx.fetch_one(
        "SELECT 1 FROM job j JOIN orders o ON j.subject_type = 'order' AND j.subject_id = o.id"
        " WHERE o.public_id = ? AND j.kind = ? AND j.state = 'running' LIMIT 1",
        *(public_id, ORDER_PROCESS.name),
    )
    return row is not None
