"""What cancelling an order would undo, said before it is done, and what came of it afterwards."""

from dataclasses import dataclass

from models.orders.order_states import Status
from models.orders.order_views import OrderView


@dataclass(frozen=True, slots=True)
class Undoing:
    """The promise beside the cancel button. Certain means that nobody has begun: there is nothing to undo."""

    is_certain: bool
    steps: tuple[str, ...]  # keys: hold, stock, charge_in_flight, charge


def undoing(order: OrderView) -> Undoing:
    """What has been done for this order and would be taken back. It is asked of orders that can be cancelled."""
    if order.status == Status.PENDING:
        return Undoing(True, ()) if order.progress.state != "running" else Undoing(False, ("hold",))
    if order.status == Status.RESERVED:
        return Undoing(False, ("hold", "charge_in_flight") if order.is_charge_in_flight else ("hold",))
    return Undoing(False, ("stock", "charge") if order.payment["status"] == "captured" else ("stock",))
