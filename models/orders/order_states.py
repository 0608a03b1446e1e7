"""The states of an order and the allowed moves between them."""

from enum import StrEnum


class Status(StrEnum):
    """The status of an order. Decided means cancelled, confirmed or a later status."""

    PENDING = "pending"
    RESERVED = "reserved"
    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"

    @property
    def is_decided(self) -> bool:
        return self not in (Status.PENDING, Status.RESERVED)


class CancelReason(StrEnum):
    """Why an order was cancelled."""

    OUT_OF_STOCK = "out_of_stock"
    PAYMENT_DECLINED = "payment_declined"
    PAYMENT_EXPIRED = "payment_expired"
    CUSTOMER = "customer"
    ADMIN = "admin"


MOVES: dict[Status, tuple[Status, ...]] = {
    Status.PENDING: (Status.RESERVED, Status.CANCELLED),
    Status.RESERVED: (Status.CONFIRMED, Status.CANCELLED),
    Status.CONFIRMED: (Status.SHIPPED, Status.CANCELLED),
    Status.SHIPPED: (Status.DELIVERED,),
    Status.DELIVERED: (),
    Status.CANCELLED: (),
}

RETRY_MS = 24 * 3600 * 1000  # how long after a decline another card may be tried, at the prices of the order


def is_retryable(status: str, cancel_reason: str | None, age_ms: int) -> bool:
    """Whether another card may be tried for an order that last changed so long ago.

    The one way back out of `cancelled`: the decline was definite, so there is no charge, and nothing is held.
    """
    return (status, cancel_reason) == ("cancelled", CancelReason.PAYMENT_DECLINED) and age_ms < RETRY_MS


CANCEL_WORDS: dict[CancelReason, str] = {
    CancelReason.OUT_OF_STOCK: "Something in it has just sold out. Nothing was charged.",
    CancelReason.PAYMENT_DECLINED: "Your card was declined. Nothing was charged.",
    CancelReason.PAYMENT_EXPIRED: "The payment was not made in time. Nothing was charged.",
    CancelReason.CUSTOMER: "You cancelled it.",
    CancelReason.ADMIN: "The shop cancelled it.",
}
