"""What can happen to an order, as its history names it for programs, and in words for people."""

from collections.abc import Sequence
from enum import StrEnum

from models.database import Row


class EventType(StrEnum):
    """The `type` of an event in an order's history."""

    ORDER_PLACED = "order.placed"
    ORDER_RESERVED = "order.reserved"
    ORDER_CONFIRMED = "order.confirmed"
    ORDER_SHIPPED = "order.shipped"
    ORDER_DELIVERED = "order.delivered"
    ORDER_CANCELLED = "order.cancelled"
    PAYMENT_DELAYED = "payment.delayed"
    PAYMENT_UNKNOWN = "payment.unknown"
    PAYMENT_RETRIED = "payment.retried"
    PAYMENT_REFUND_GRANTED = "payment.refund_granted"
    PAYMENT_REFUNDED = "payment.refunded"
    ADDRESS_CHANGED = "address.changed"
    STOCK_LOW = "stock.low"
    STOCK_DEPLETED = "stock.depleted"
    MAIL_CONFIRMED_SENT = "mail.confirmed.sent"
    MAIL_CONFIRMED_RECORDED = "mail.confirmed.recorded"
    MAIL_CONFIRMED_UNDELIVERABLE = "mail.confirmed.undeliverable"
    MAIL_CONFIRMED_DEAD = "mail.confirmed.dead"
    MAIL_CONFIRMED_WITHDRAWN = "mail.confirmed.withdrawn"
    MAIL_CONFIRMED_HELD = "mail.confirmed.held"
    MAIL_CANCELLED_SENT = "mail.cancelled.sent"
    MAIL_CANCELLED_RECORDED = "mail.cancelled.recorded"
    MAIL_CANCELLED_UNDELIVERABLE = "mail.cancelled.undeliverable"
    MAIL_CANCELLED_DEAD = "mail.cancelled.dead"
    MAIL_CANCELLED_WITHDRAWN = "mail.cancelled.withdrawn"
    MAIL_CANCELLED_HELD = "mail.cancelled.held"
    MAIL_SHIPPED_SENT = "mail.shipped.sent"
    MAIL_SHIPPED_RECORDED = "mail.shipped.recorded"
    MAIL_SHIPPED_UNDELIVERABLE = "mail.shipped.undeliverable"
    MAIL_SHIPPED_DEAD = "mail.shipped.dead"
    MAIL_SHIPPED_WITHDRAWN = "mail.shipped.withdrawn"
    MAIL_SHIPPED_HELD = "mail.shipped.held"
    MAIL_DELIVERED_SENT = "mail.delivered.sent"
    MAIL_DELIVERED_RECORDED = "mail.delivered.recorded"
    MAIL_DELIVERED_UNDELIVERABLE = "mail.delivered.undeliverable"
    MAIL_DELIVERED_DEAD = "mail.delivered.dead"
    MAIL_DELIVERED_WITHDRAWN = "mail.delivered.withdrawn"
    MAIL_DELIVERED_HELD = "mail.delivered.held"
    MAIL_REFUNDED_SENT = "mail.refunded.sent"
    MAIL_REFUNDED_RECORDED = "mail.refunded.recorded"
    MAIL_REFUNDED_UNDELIVERABLE = "mail.refunded.undeliverable"
    MAIL_REFUNDED_DEAD = "mail.refunded.dead"
    MAIL_REFUNDED_WITHDRAWN = "mail.refunded.withdrawn"
    MAIL_REFUNDED_HELD = "mail.refunded.held"


MAILS = {
    "confirmed": "The receipt",
    "cancelled": "The cancellation mail",
    "shipped": "The shipping notice",
    "delivered": "The delivery notice",
    "refunded": "The refund notice",
}
MAIL_STATES = {
    "sent": "{} was mailed",
    "recorded": "{} was written",
    "undeliverable": "{} could not be delivered",
    "dead": "{} could not be delivered",
    "withdrawn": "{} was not mailed",
    "held": "{} was held back",
}
WORDS: dict[str, str] = {
    EventType.ORDER_PLACED: "Order placed",
    EventType.ORDER_RESERVED: "Stock held",
    EventType.ORDER_CONFIRMED: "Payment taken, order confirmed",
    EventType.ORDER_SHIPPED: "Handed to the carrier",
    EventType.ORDER_DELIVERED: "Delivered",
    EventType.ORDER_CANCELLED: "Order cancelled",
    EventType.PAYMENT_DELAYED: "Payment delayed",
    EventType.PAYMENT_UNKNOWN: "Payment being checked",
    EventType.PAYMENT_RETRIED: "Trying another card",
    EventType.PAYMENT_REFUND_GRANTED: "Refund issued",
    EventType.PAYMENT_REFUNDED: "Payment refunded",
    EventType.ADDRESS_CHANGED: "Shipping address changed",
    EventType.STOCK_LOW: "One of the last",
    EventType.STOCK_DEPLETED: "The last one",
    **{
        f"mail.{message}.{state}": words.format(name)
        for message, name in MAILS.items()
        for state, words in MAIL_STATES.items()
    },
}
RETRIED = EventType.PAYMENT_RETRIED.value
OF_PRODUCTS = frozenset({EventType.STOCK_LOW, EventType.STOCK_DEPLETED})
SYSTEM_ACTORS = frozenset({"", "worker", "timetable", "order"})


def latest_attempt(events: Sequence[Row]) -> list[Row]:
    """The events that say where the order stands: the placing, and what came since another card was tried."""
    since = max((place for place, event in enumerate(events) if event["type"] == RETRIED), default=0)
    return [*events[:1], *events[since + 1 :]] if since else list(events)


def in_words(type_: str) -> str:
    """What happened, for people; an event that an earlier release wrote and this one does not know is an update."""
    return WORDS.get(type_, "Order updated")


def for_buyer(event: Row, *, email: str) -> str:
    """The event as its buyer reads it: who of the shop did it, and what a mail server said, stays inside."""
    words = in_words(event["type"])
    if event["actor"] not in SYSTEM_ACTORS and event["actor"] not in ("customer", email):
        words += " (by the shop)"
    detail = detail_for_buyer(event, email=email)
    return f"{words}: {detail}" if detail else words


def detail_for_buyer(event: Row, *, email: str = "the address of this order") -> str:
    """What an event says beyond its type, without what servers and the people of the shop said among themselves."""
    if not event["type"].startswith("mail."):
        return str(event["detail"])
    state = event["type"].rpartition(".")[2]
    return {
        "undeliverable": f"We could not reach {email}.",
        "dead": f"We could not reach {email}.",
        "withdrawn": str(event["detail"]),
        "held": f"We sent many emails to {email} recently, so this one was held back. This page says the same.",
    }.get(state, "")
