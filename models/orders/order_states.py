"""The states of an order and the moves between them: the one table that says what may happen."""

from enum import StrEnum


class Status(StrEnum):
    """Where an order stands. Decided means confirmed, or anything after it, or cancelled."""

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

CANCEL_WORDS: dict[CancelReason, str] = {
    CancelReason.OUT_OF_STOCK: "Something in it had just sold out.",
    CancelReason.PAYMENT_DECLINED: "The payment was declined.",
    CancelReason.PAYMENT_EXPIRED: "It was not paid in time.",
    CancelReason.CUSTOMER: "You cancelled it.",
    CancelReason.ADMIN: "The shop cancelled it.",
}
