"""The JSON of orders."""

from collections.abc import Sequence
from typing import Any

from models.orders.event_types import detail_for_buyer
from models.orders.order_lists import Summary
from models.orders.order_states import MOVES, Status
from models.orders.order_views import OrderView
from models.orders.shipments import Note
from models.shared.times import iso
from models.shipping.carrier_links import tracking_url
from pipelines.orders.fulfilment import BY_HAND
from web.api.documents.money_format import amount


def order_document(order: OrderView, *, is_for_staff: bool = False) -> dict[str, Any]:
    """One order in full; what mail servers said is for the people of the shop alone."""
    path = f"/api/v1/orders/{order.id}"
    return {
        "id": order.id,
        "number": order.number,
        "status": order.status,
        "decided": order.decided,
        "cancel_reason": order.cancel_reason,
        "version": order.version,
        "lines": [_line(order, line) for line in order.lines],
        "subtotal": amount(order.subtotal_cents, order.currency),
        "shipping": amount(order.shipping_cents, order.currency),
        "total": amount(order.total_cents, order.currency),
        "refunded": amount(order.refunded_cents, order.currency),
        "shipping_address": order.shipping_address,
        "shipping_method": order.shipping_method,
        "shipment": _shipment(order),
        "email": order.email,
        "note": order.note,
        "payment": order.payment,
        "can_retry_payment": order.can_retry_payment,
        "progress": {
            "step": order.progress.step,
            "state": order.progress.state,
            "queue_position": order.progress.queue_position,
            "estimated_seconds": order.progress.estimated_seconds,
        },
        "events": [event_document(event, is_for_staff=is_for_staff) for event in order.events],
        "created_at": iso(order.created_at),
        "updated_at": iso(order.updated_at),
        "links": {
            "self": path,
            "events": f"{path}/events",
            "cancellation": f"{path}/cancellation",
            "payment": f"{path}/payment",
            "cart": f"{path}/cart",
            "html": f"/orders/{order.id}",
        },
    }


def admin_order_document(order: OrderView, notes: Sequence[Note]) -> dict[str, Any]:
    """One order in full, for admins."""
    path = f"/api/v1/admin/orders/{order.id}"
    document = order_document(order, is_for_staff=True)
    document["links"] |= {"self": path, "cancellation": f"{path}/cancellation", "html": f"/admin/orders/{order.id}"}
    return {
        **document,
        "under_review": order.under_review,
        "moves": [status.value for status in MOVES[Status(order.status)] if status in BY_HAND],
        "notes": [{"author": note.author, "text": note.text, "at": iso(note.at)} for note in notes],
    }


def admin_summary_document(order: Summary) -> dict[str, Any]:
    """One order in the admin's list."""
    links = {"self": f"/api/v1/admin/orders/{order.id}", "html": f"/admin/orders/{order.id}"}
    mine = {"email": order.email, "under_review": order.under_review, "payment_status": order.payment, "links": links}
    return {**summary_document(order), **mine}


def event_document(event: Any, *, is_for_staff: bool = False) -> dict[str, Any]:
    """One order event, without its actor, which is internal; what mail servers said is for the shop's people alone."""
    return {
        "sequence": event["sequence"],
        "type": event["type"],
        "status": event["status"],
        "at": iso(event["at"]),
        "detail": event["detail"] if is_for_staff else detail_for_buyer(event),
    }


def summary_document(order: Summary) -> dict[str, Any]:
    """One order in a list."""
    return {
        "id": order.id,
        "number": order.number,
        "status": order.status,
        "decided": order.decided,
        "cancel_reason": order.cancel_reason,
        "version": order.version,
        "items": order.units,
        "total": amount(order.total_cents, order.currency),
        "created_at": iso(order.created_at),
        "updated_at": iso(order.updated_at),
        "links": {"self": f"/api/v1/orders/{order.id}", "html": f"/orders/{order.id}"},
    }


def _shipment(order: OrderView) -> dict[str, Any] | None:
    sent = order.shipment
    if not sent:
        return None
    url = tracking_url(sent["carrier"], sent["tracking"])
    return {
        "carrier": sent["carrier"],
        "tracking": sent["tracking"],
        "tracking_url": url,
        "shipped_at": iso(sent["at"]),
    }


def _line(order: OrderView, line: dict[str, Any]) -> dict[str, Any]:
    return {
        "product_id": line["product_id"],
        "sku": line["sku"],
        "name": line["name"],
        "quantity": line["quantity"],
        "unit_price": amount(line["unit_price_cents"], order.currency),
        "line_total": amount(line["line_total_cents"], order.currency),
    }
