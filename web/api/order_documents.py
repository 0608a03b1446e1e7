"""Orders as the API shows them."""

from typing import Any

from models.order_lists import Summary
from models.order_views import OrderView
from web.api.money import amount
from web.template_values import iso


def order_document(order: OrderView) -> dict[str, Any]:
    """One order in full."""
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
        "shipping_address": order.shipping_address,
        "shipping_method": order.shipping_method,
        "email": order.email,
        "note": order.note,
        "payment": order.payment,
        "progress": {
            "step": order.progress.step,
            "state": order.progress.state,
            "queue_position": order.progress.queue_position,
            "estimated_seconds": order.progress.estimated_seconds,
        },
        "events": [event_document(event) for event in order.events],
        "created_at": iso(order.created_at),
        "updated_at": iso(order.updated_at),
        "links": {
            "self": path,
            "events": f"{path}/events",
            "cancellation": f"{path}/cancellation",
            "html": f"/orders/{order.id}",
        },
    }


def event_document(event: Any) -> dict[str, Any]:
    """One line of the diary. Who did it stays inside."""
    return {
        "sequence": event["sequence"],
        "type": event["type"],
        "status": event["status"],
        "at": iso(event["at"]),
        "detail": event["detail"],
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


def _line(order: OrderView, line: dict[str, Any]) -> dict[str, Any]:
    return {
        "product_id": line["product_id"],
        "sku": line["sku"],
        "name": line["name"],
        "quantity": line["quantity"],
        "unit_price": amount(line["unit_price_cents"], order.currency),
        "line_total": amount(line["line_total_cents"], order.currency),
    }
