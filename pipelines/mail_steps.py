"""Who is told what about an order: each message is a job of its own, so that none can delay or change the order."""

from models.database import Transaction
from models.job_kinds import MAIL_ORDER
from models.jobs import enqueue
from models.orders import Order


async def email_confirmation(tx: Transaction, order: Order) -> None:
    """The receipt."""
    await _promise(tx, order, "confirmed")


async def email_cancellation(tx: Transaction, order: Order) -> None:
    """Why the order was cancelled, and that the money is on its way back."""
    await _promise(tx, order, "cancelled")


async def email_shipment(tx: Transaction, order: Order) -> None:
    """The parcel is on its way, with its tracking number."""
    await _promise(tx, order, "shipped")


async def email_refund(tx: Transaction, order: Order) -> None:
    """Money is coming back; each refund of an order has a mail of its own, told apart by the order's version."""
    await _promise(tx, order, "refunded", number=order.version)


async def _promise(tx: Transaction, order: Order, message: str, *, number: int | None = None) -> None:
    key = f"{order.id}:{message}" + (f".{number}" if number else "")
    payload = {"message": message} | ({"number": number} if number else {})
    await enqueue(tx, MAIL_ORDER, key, subject=("order", order.id), payload=payload)
