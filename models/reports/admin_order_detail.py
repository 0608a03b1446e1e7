"""The admin's page of an order: the order, its jobs, its timeline, and the actions possible now."""

from dataclasses import dataclass

from models.database import Transaction
from models.jobs.admin import job_views
from models.jobs.admin.job_views import JobView
from models.jobs.ledger.job_states import JobState
from models.orders import cancellation_preview, order_timeline, order_views, orders
from models.orders.cancellation_preview import CancellationPreview
from models.orders.order_timeline import TimelineEntry
from models.orders.order_views import OrderView
from models.payments.refunds import REFUNDABLE
from models.shared.errors import NotFound
from models.shared.payment_states import ChargeState


@dataclass(frozen=True, slots=True)
class AdminOrderDetail:
    """Everything on the page."""

    order: OrderView
    jobs: list[JobView]
    timeline: list[TimelineEntry]
    cancellation: CancellationPreview
    refundable_cents: int
    is_refunded: bool  # all of it, given or promised

    @property
    def is_live(self) -> bool:
        """Whether one of its jobs is unfinished, so that the page polls."""
        return any(job.state in (JobState.QUEUED, JobState.RUNNING) for job in self.jobs)


async def find(tx: Transaction, public_id: str) -> AdminOrderDetail:
    """The order with this public id. Raises NotFound."""
    row_id = await orders.id_of(tx, public_id)
    if row_id is None:
        raise NotFound("There is no such order.")
    order = await order_views.view(tx, order_views.by_row(row_id))
    granted = await _granted(tx, row_id)
    return AdminOrderDetail(
        order=order,
        jobs=await job_views.jobs_of_order(tx, row_id),
        timeline=await order_timeline.timeline(tx, row_id),
        cancellation=await cancellation_preview.preview_cancellation(tx, order),
        refundable_cents=_refundable(order, granted),
        is_refunded=granted >= order.total_cents > 0,
    )


async def _granted(tx: Transaction, row_id: int) -> int:
    row = await tx.fetch_one("SELECT coalesce(sum(amount_cents), 0) AS cents FROM refund WHERE order_id = ?", row_id)
    return int(row["cents"] if row else 0)


def _refundable(order: OrderView, granted_cents: int) -> int:
    """The cents that an admin can refund now."""
    if order.status not in REFUNDABLE or order.payment["status"] not in (ChargeState.CAPTURED, "refunded"):
        return 0
    return order.total_cents - granted_cents
