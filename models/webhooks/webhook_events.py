"""Webhook events: each becomes one delivery and one job for each endpoint that subscribes to it, in the transaction
of the event. Without subscribers it costs nothing: `LISTENERS` is part of a statement that is sent anyway.
"""

import json
import secrets
from enum import StrEnum
from typing import Protocol

from models.database import Transaction
from models.jobs.ledger.job_kinds import WEBHOOK_DELIVER
from models.jobs.ledger.jobs import enqueue
from models.shared.times import iso


class EndpointState(StrEnum):
    """The state of an endpoint. `FAILING` is set by failed attempts, the others by admins too."""

    ACTIVE = "active"
    FAILING = "failing"
    DISABLED = "disabled"


class DeliveryState(StrEnum):
    """The state of a delivery. `FAILED`: it is tried again."""

    QUEUED = "queued"
    FAILED = "failed"
    DELIVERED = "delivered"
    DEAD = "dead"


LISTENERS = "(SELECT count(*) FROM webhook_endpoint WHERE state <> 'disabled') AS listeners"
TEST = "webhook.test"
EVENTS = (
    *("order.placed", "order.reserved", "order.confirmed", "order.shipped", "order.delivered", "order.cancelled"),
    *("payment.delayed", "payment.unknown", "payment.retried", "payment.refund_granted", "payment.refunded"),
    *("mail.confirmed", "mail.cancelled", "mail.shipped", "mail.delivered", "mail.refunded"),
    *("stock.low", "stock.depleted", "address.changed"),
)
GROUPS = ("order.*", "payment.*", "mail.*", "stock.*", "address.*", "*")
LARGEST_BODY = 20_000  # bytes


def is_known(pattern: str) -> bool:
    """Whether a pattern is valid: an event type, a group of them, or all."""
    return pattern in EVENTS or pattern in GROUPS or f"{pattern}.*" in GROUPS or pattern.removesuffix(".*") in EVENTS


def matches(patterns: list[str], type_: str) -> bool:
    """Whether a pattern matches this event; `mail.confirmed` also matches `mail.confirmed.sent`."""
    return any(
        pattern in ("*", type_) or type_.startswith(pattern.removesuffix("*").removesuffix(".") + ".")
        for pattern in patterns
    )


async def fan_out(tx: Transaction, type_: str, data: dict[str, object], *, order_id: int | None = None) -> None:
    """Schedule deliveries of this event to all subscribed endpoints."""
    rows = await tx.fetch("SELECT id, events FROM webhook_endpoint WHERE state <> 'disabled' ORDER BY id")
    listening = [row["id"] for row in rows if matches(json.loads(row["events"]), type_)]
    if listening:
        body = body_of(type_, tx.now, data)
        for endpoint_id in listening:
            await schedule_deliveries(tx, endpoint_id, type_, body, order_id=order_id)


async def schedule_deliveries(
    tx: Transaction, endpoint_id: int, type_: str, body: str, *, order_id: int | None = None
) -> str:
    """Write one delivery and its job; returns the `webhook-id`, which all attempts share."""
    webhook_id = f"msg_{secrets.token_hex(16)}"
    row = await tx.fetch_one(
        "INSERT INTO webhook_delivery (webhook_id, endpoint_id, type, order_id, body, state, attempts, last_answer,"
        " created_at, updated_at) VALUES (?, ?, ?, ?, ?, 'queued', 0, '', ?, ?) RETURNING id",
        *(webhook_id, endpoint_id, type_, order_id, body, tx.now, tx.now),
    )
    assert row is not None
    subject = ("webhook_delivery", row["id"])
    await enqueue(tx, WEBHOOK_DELIVER, str(row["id"]), subject=subject, concurrency_key=str(endpoint_id))
    return webhook_id


class OrderOfEvent(Protocol):
    """What an event says of its order."""

    @property
    def id(self) -> int: ...
    @property
    def public_id(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def status(self) -> StrEnum: ...
    @property
    def total_cents(self) -> int: ...
    @property
    def currency(self) -> str: ...


async def order_event(tx: Transaction, order: OrderOfEvent, type_: str, sequence: int, detail: str) -> None:
    """Schedule an order event; its `sequence` lets receivers sort events and skip duplicates."""
    data = {
        "id": order.public_id,
        "number": order.number,
        "status": str(order.status),
        "sequence": sequence,
        "detail": detail[:500],
        "total": {"amount": order.total_cents, "currency": order.currency},
    }
    await fan_out(tx, type_, data, order_id=order.id)


async def stock_event(tx: Transaction, product_id: int, level: str, crossing: int) -> None:
    """Schedule the event that a product is low in stock or sold out."""
    row = await tx.fetch_one(
        "SELECT p.public_id AS product_id, p.sku, p.name, i.on_hand - i.reserved AS available, i.low_stock_threshold"
        " FROM product p JOIN inventory i ON i.product_id = p.id WHERE p.id = ?",
        product_id,
    )
    if row is not None:
        names = ("product_id", "sku", "name", "available", "low_stock_threshold")
        await fan_out(tx, f"stock.{level}", {**{name: row[name] for name in names}, "sequence": crossing})


def body_of(type_: str, now: int, data: dict[str, object]) -> str:
    """The message body, which does not change afterwards. Raises ValueError if it exceeds `LARGEST_BODY`."""
    body = json.dumps({"type": type_, "timestamp": iso(now), "data": data}, separators=(",", ":"))
    if len(body) > LARGEST_BODY:
        raise ValueError(f"the event {type_} is larger than {LARGEST_BODY} bytes")
    return body
