"""Mail about an order: each message is a separate job, so that it cannot delay or change the order."""

from models.database import Transaction
from models.jobs.ledger.job_kinds import MAIL_ORDER
from models.jobs.ledger.jobs import enqueue
from models.orders.orders import OrderRecord


async def email_confirmation(tx: Transaction, order: OrderRecord) -> None:
    """Mail the receipt."""
    await _enqueue_mail(tx, order, "confirmed")


async def email_cancellation(tx: Transaction, order: OrderRecord) -> None:
    """Mail the reason for the cancellation, and that a payment is refunded; of each attempt at the payment."""
    await _enqueue_mail(tx, order, "cancelled", number=order.version if order.attempt > 1 else None)


async def email_shipment(tx: Transaction, order: OrderRecord) -> None:
    """Mail that the order was shipped, with the tracking number."""
    await _enqueue_mail(tx, order, "shipped")


async def email_delivery(tx: Transaction, order: OrderRecord) -> None:
    """Mail that the order arrived."""
    await _enqueue_mail(tx, order, "delivered")


async def email_refund(tx: Transaction, order: OrderRecord) -> None:
    """Mail that money is refunded; the order's version makes each refund's mail distinct."""
    await _enqueue_mail(tx, order, "refunded", number=order.version)


async def _enqueue_mail(tx: Transaction, order: OrderRecord, message: str, *, number: int | None = None) -> None:
    key = f"{order.id}:{message}" + (f".{number}" if number else "")
    payload: dict[str, object] = {"message": message} | ({"number": number} if number else {})
    await enqueue(tx, MAIL_ORDER, key, subject=("order", order.id), payload=payload)
