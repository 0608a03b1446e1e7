"""Who is told what about an order: each message is a job of its own, so that none can delay or change the order."""

from models.database import Transaction
from models.jobs.ledger.job_kinds import MAIL_ORDER
from models.jobs.ledger.jobs import enqueue
from models.orders.orders import OrderRecord


async def email_confirmation(tx: Transaction, order: OrderRecord) -> None:
    """The receipt."""
    await _enqueue_mail(tx, order, "confirmed")


async def email_cancellation(tx: Transaction, order: OrderRecord) -> None:
    """Why the order was cancelled, and that the money is on its way back."""
    await _enqueue_mail(tx, order, "cancelled")


async def email_shipment(tx: Transaction, order: OrderRecord) -> None:
    """The parcel is on its way, with its tracking number."""
    await _enqueue_mail(tx, order, "shipped")


async def email_refund(tx: Transaction, order: OrderRecord) -> None:
    """Money is coming back; each refund of an order has a mail of its own, told apart by the order's version."""
    await _enqueue_mail(tx, order, "refunded", number=order.version)


async def _enqueue_mail(tx: Transaction, order: OrderRecord, message: str, *, number: int | None = None) -> None:
    key = f"{order.id}:{message}" + (f".{number}" if number else "")
    payload = {"message": message} | ({"number": number} if number else {})
    await enqueue(tx, MAIL_ORDER, key, subject=("order", order.id), payload=payload)
