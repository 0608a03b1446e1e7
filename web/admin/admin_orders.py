"""Admin pages of orders: the list, and one order with its timeline and the possible actions."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.database import Transaction, Work
from models.orders import order_filters, order_lists, order_views, shipments
from models.orders.order_filters import OrderFilter
from models.orders.order_states import MOVES, Status
from models.reports import admin_order_detail
from models.shared.errors import Invalid, Refusal
from pipelines.orders import fulfilment
from web.admin.admin_view import admin_page, asks_for, errors_of, fragment, in_place, status_of, tried
from web.forms.address_input import ADDRESS_FIELDS, ShippingAddress
from web.forms.date_ranges import range_of
from web.forms.form_reader import form_values, read_form
from web.forms.money_input import cents_of
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor
from web.staff.refund_proof import ask_for_refund_proof

blueprint = Blueprint("admin_orders", __name__)

QUERY = ("status", "q", "payment", "show", "since", "until", "age")
AGES = {"1": "1 hour", "24": "1 day", "72": "3 days", "168": "1 week"}
BY_HAND = {from_.value: [to.value for to in to_ if to in fulfilment.BY_HAND] for from_, to_ in MOVES.items()}


@blueprint.get("/admin/orders")
async def show() -> Response:
    query = {name: request.args.get(name, "").strip() for name in QUERY}
    status, text, number, refusal = query["status"], query["q"], page_number(), None
    try:
        chosen = _chosen(query)
    except Invalid as wrong:
        chosen, refusal = OrderFilter(), wrong

    async def facts(tx: Transaction) -> dict[str, Any]:
        wanted: dict[str, Any] = {"status": status, "q": text, "page": number, "chosen": chosen}
        page, to_ship = await order_lists.desk(tx, **wanted)
        return {"page": page, "to_ship": to_ship, "most": order_lists.COUNTED}

    choices: dict[str, Any] = {
        "errors": errors_of(refusal),
        "statuses": [each.value for each in Status],
        "payments": list(order_filters.PAYMENTS),
        "ages": AGES,
    }
    status_code = status_of(refusal)
    return await admin_page("admin/orders/list.html", facts, status=status_code, query=query, moves=BY_HAND, **choices)


@blueprint.get("/admin/orders/<order_id>")
async def one(order_id: str) -> Response:
    return await _show(order_id)


@blueprint.post("/admin/orders/<order_id>/shipment")
async def ship(order_id: str) -> Response:
    given = await form_values("carrier", "tracking", "ship_refunded")
    by, carrier, tracking = actor(), given["carrier"].strip(), given["tracking"].strip()
    sent: dict[str, Any] = {"carrier": carrier, "tracking": tracking, "ship_refunded": given["ship_refunded"] == "yes"}
    return await _act(order_id, lambda tx: fulfilment.ship(tx, order_id, by, **sent))


@blueprint.get("/admin/orders/<order_id>/address")
async def ask_address(order_id: str) -> Response:
    return await _address_form(order_id, None, {})


@blueprint.post("/admin/orders/<order_id>/address")
async def change_address(order_id: str) -> Response:
    by, (form, errors) = actor(), await read_form(ShippingAddress)
    if form is None:
        return await _address_form(order_id, await form_values(*ADDRESS_FIELDS), errors, status=422)
    address = form.model_dump()
    refusal = await tried(lambda tx: fulfilment.change_address(tx, order_id, by, address))
    if refusal is not None:
        return await _address_form(order_id, address, errors_of(refusal), status=refusal.status)
    await flash("Address saved.", "good")
    return see_other(f"/admin/orders/{order_id}")


@blueprint.post("/admin/orders/<order_id>/delivery")
async def deliver(order_id: str) -> Response:
    by = actor()
    return await _act(order_id, lambda tx: fulfilment.deliver(tx, order_id, by))


@blueprint.post("/admin/orders/<order_id>/cancellation")
async def cancel(order_id: str) -> Response:
    by, reason = actor(), (await form_values("reason"))["reason"].strip()
    if asked := await ask_for_refund_proof(order_id):
        return asked
    return await _act(order_id, lambda tx: fulfilment.cancel_by_admin(tx, order_id, by, reason=reason))


@blueprint.post("/admin/orders/<order_id>/refund")
async def refund(order_id: str) -> Response:
    given = await form_values("amount", "reason")

    async def work(tx: Transaction) -> Any:
        amount_cents = _amount(given["amount"])
        return await fulfilment.refund(tx, order_id, by, amount_cents=amount_cents, reason=given["reason"].strip())

    by = actor()
    if asked := await ask_for_refund_proof(order_id, cents_of(given["amount"])):
        return asked
    return await _act(order_id, work)


@blueprint.post("/admin/orders/<order_id>/notes")
async def note(order_id: str) -> Response:
    by, text = actor(), (await form_values("text"))["text"]
    return await _act(order_id, lambda tx: fulfilment.leave_note(tx, order_id, by, text))


def _chosen(query: dict[str, str]) -> OrderFilter:
    """What the list is narrowed to. Raises Invalid."""
    age, (since, until) = query["age"], range_of(query["since"], query["until"])
    return OrderFilter(
        payment=query["payment"],
        is_to_ship=query["show"] == "to_ship",
        is_under_review=query["show"] == "review",
        since=since,
        until=until,
        older_than_hours=int(age) if age in AGES else None,
    )


async def _address_form(
    order_id: str, typed: dict[str, str] | None, errors: dict[str, str], *, status: int = 200
) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        order = await order_views.view(tx, order_views.by_public_id(order_id))
        return {"order": order, "form": dict.fromkeys(ADDRESS_FIELDS, "") | (typed or order.shipping_address)}

    return await admin_page("admin/orders/address.html", facts, status=status, errors=errors)


async def _act(order_id: str, work: Work[Any]) -> Response:
    """Run an action; after a refusal show the order with the reason. For HTMX in the list only the row is returned."""
    refusal = await tried(work)
    if asks_for(f"row-{order_id}"):
        return await _row(order_id, refusal)
    if refusal is not None:
        return await _show(order_id, status=refusal.status, problem=refusal.detail)
    await flash("Done.", "good")
    return see_other(f"/admin/orders/{order_id}")


async def _row(order_id: str, refusal: Refusal | None) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"order": await order_lists.one_of_all(tx, order_id)}

    problem = refusal.detail if refusal else ""
    row = await fragment("admin/orders/_row.html", facts, status=status_of(refusal), moves=BY_HAND, problem=problem)
    return in_place(row, f"row-{order_id}")


async def _show(order_id: str, *, status: int = 200, problem: str = "") -> Response:
    if asks_for("order"):
        return await fragment("admin/orders/_order.html", lambda tx: _facts(tx, order_id))
    return await admin_page("admin/orders/order.html", lambda tx: _facts(tx, order_id), status=status, problem=problem)


async def _facts(tx: Transaction, order_id: str) -> dict[str, Any]:
    detail = await admin_order_detail.find(tx, order_id)
    moves = BY_HAND[detail.order.status]
    return {"detail": detail, "order": detail.order, "moves": moves, "notes": await shipments.notes_of(tx, order_id)}


def _amount(text: str) -> int | None:
    """The amount in cents; None for the whole rest. Raises Invalid."""
    if not text.strip():
        return None
    cents = cents_of(text)
    if cents is None:
        words = "Write an amount such as 12.99, or nothing for all of it."
        raise Invalid.field("amount", "invalid", words)
    return cents
