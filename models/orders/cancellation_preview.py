"""What cancelling an order now would do: for its buyer before the button is pressed, and in more detail for admins."""

from dataclasses import dataclass, field

from models.database import Transaction
from models.jobs.ledger.job_kinds import ORDER_PROCESS
from models.jobs.ledger.job_states import JobState
from models.orders.order_states import MOVES, Status
from models.orders.order_views import OrderView
from models.shared.payment_states import ChargeState


@dataclass(frozen=True, slots=True)
class Undoing:
    """Shown beside the cancel button. `is_certain`: no step has run, so there is nothing to undo."""

    is_certain: bool
    steps: tuple[str, ...]  # keys: hold, stock, charge_in_flight, charge


def undoing(order: OrderView) -> Undoing:
    """The steps that a cancellation would undo. Only for orders that can be cancelled."""
    if order.status == Status.PENDING:
        return Undoing(True, ()) if order.progress.state != JobState.RUNNING else Undoing(False, ("hold",))
    if order.status == Status.RESERVED:
        return Undoing(False, ("hold", "charge_in_flight") if order.is_charge_in_flight else ("hold",))
    return Undoing(False, ("stock", "charge") if order.payment["status"] == ChargeState.CAPTURED else ("stock",))


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
    if order.payment["status"] == ChargeState.CAPTURED:
        undone.append("the payment is refunded")
    elif order.payment["status"] == ChargeState.UNKNOWN or await _is_asked(tx, order.id):
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
    return row is not None and row["state"] == ChargeState.SUBMITTED


async def _is_claimed(tx: Transaction, public_id: str) -> bool:
    row = await tx.fetch_one(
        "SELECT 1 FROM job j JOIN orders o ON j.subject_type = 'order' AND j.subject_id = o.id"
        " WHERE o.public_id = ? AND j.kind = ? AND j.state = 'running' LIMIT 1",
        *(public_id, ORDER_PROCESS.name),
    )
    return row is not None
