"""Another card for an order whose first one was declined: the same charge, under a new provider key."""

from models.database import Transaction
from models.orders.orders import OrderRecord


async def renew_charge(tx: Transaction, order: OrderRecord, *, method: str, token: str) -> None:
    """Record the intent to charge again. A decline is definite, so the key before never becomes a charge.

    The order's `attempt` is part of the key.
    """
    await tx.send(
        "UPDATE payment SET method = ?, token = ?, provider_key = ?, state = 'intent', reference = '', detail = '',"
        " asked = 0, updated_at = ? WHERE order_id = ? AND purpose = 'charge' AND state = 'declined'",
        *(method, token, f"{order.public_id}:{order.attempt}", tx.now, order.id),
    )
