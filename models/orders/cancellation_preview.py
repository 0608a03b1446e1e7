"""What cancelling an order would undo, shown to the buyer before cancelling and beside the result afterwards."""

from dataclasses import dataclass

from models.orders.order_states import Status
from models.orders.order_views import OrderView


@dataclass(frozen=True, slots=True)
class Undoing:
    """Shown beside the cancel button. `is_certain`: no step has run, so there is nothing to undo."""

    is_certain: bool
    steps: tuple[str, ...]  # keys: hold, stock, charge_in_flight, charge


def undoing(order: OrderView) -> Undoing:
    """The steps that a cancellation would undo. Only for orders that can be cancelled."""
    if order.status == Status.PENDING:
        return Undoing(True, ()) if order.progress.state != "running" else Undoing(False, ("hold",))
    if order.status == Status.RESERVED:
        return Undoing(False, ("hold", "charge_in_flight") if order.is_charge_in_flight else ("hold",))
    return Undoing(False, ("stock", "charge") if order.payment["status"] == "captured" else ("stock",))
