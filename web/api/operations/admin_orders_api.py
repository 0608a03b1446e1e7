"""All orders over the API, for admins, and the admins' actions on them."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints
from quart import Blueprint, Response, current_app

from models.audit.audit_log import Actor
from models.database import Transaction, read, read_long
from models.orders import order_lists, order_views, shipments
from models.orders.order_filters import PAYMENTS, OrderFilter
from models.orders.order_states import Status
from models.orders.orders import OrderRecord
from models.shared.errors import (
    IllegalTransition,
    Invalid,
    NotFound,
    OrderRefunded,
    RefundTooLarge,
)
from pipelines.orders import fulfilment
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import ADMIN_ORDERS
from web.api.documents.conditional_requests import tag_of
from web.api.documents.idempotency_keys import idempotency_key, write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.documents.order_documents import admin_order_document, admin_summary_document
from web.api.schemas import shopping_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.forms.address_input import ShippingAddress
from web.forms.date_ranges import DateOrTime, begin_of, end_of
from web.forms.input_model import Input, Line, MoneyInput, Text, says
from web.security.actor import actor

blueprint = Blueprint("api_admin_orders", __name__)

Reason = Annotated[Line, StringConstraints(max_length=500)]
MOVES = (NotFound, IllegalTransition)


class AllOrdersQuery(PageQuery):
    """The query string of the list of all orders.

    `q` is an order number or a part of it, or the beginning of an e-mail address, of a word of the addressee's name, of
    a SKU or of a tracking number. A date in `from` and `to` is a whole day of the shop, and both are included.
    """

    status: str = ""
    q: str = ""
    payment: str = Field(default="", examples=list(PAYMENTS))
    to_ship: bool = Field(default=False, description="confirmed, and not all of it given back")
    under_review: bool = False
    since: DateOrTime = Field(default="", alias="from")
    until: DateOrTime = Field(default="", alias="to")
    older_than_hours: int | None = Field(default=None, ge=0, le=100_000)

    def chosen(self) -> OrderFilter:
        """What the list is narrowed to."""
        return OrderFilter(
            payment=self.payment,
            is_to_ship=self.to_ship,
            is_under_review=self.under_review,
            since=begin_of(self.since, "from"),
            until=end_of(self.until, "to"),
            older_than_hours=self.older_than_hours,
        )


class Shipping(Input):
    """Carrier and tracking number."""

    carrier: Line = ""
    tracking: Line = ""
    ship_refunded: bool = Field(default=False, description="ship it although all of it was given back")


class Cancelling(Input):
    """The reason, which the buyer sees."""

    reason: Reason = ""


class Refunding(Input):
    """The amount, by default all that is left; and the reason."""

    amount: MoneyInput | None = None
    reason: Reason = ""


class Noting(Input):
    """An internal note."""

    text: Annotated[Text, says(minLength=1)]


class Moving(Input):
    """The target status."""

    status: Literal["pending", "reserved", "confirmed", "shipped", "delivered", "cancelled"]


def move(summary: str, *more: Any, **words: Any) -> Operation:
    """An operation that changes an order and returns it."""
    refuses = (*MOVES, *more)
    return Operation(
        summary, ADMIN_ORDERS, ADMIN, gives=schemas.AdminOrder, refuses=refuses, answers=("ETag",), **words
    )


@blueprint.get("/admin/orders")
@Operation("List all orders", ADMIN_ORDERS, ADMIN, gives=Listed[schemas.AdminOrderSummary])
async def orders(query: AllOrdersQuery) -> Response:
    wanted: dict[str, Any] = {"status": query.status, "q": query.q, "page": query.page, "per_page": query.per_page}
    wanted["chosen"] = query.chosen()
    return list_response(await read_long(lambda tx: order_lists.all_orders(tx, **wanted)), admin_summary_document)


@blueprint.get("/admin/orders/<order_id>")
@Operation("Read any order", ADMIN_ORDERS, ADMIN, gives=schemas.AdminOrder, refuses=(NotFound,), answers=("ETag",))
async def order(order_id: str) -> Response:
    return _answer(await read(lambda tx: _document(tx, order_id)))


@blueprint.post("/admin/orders/<order_id>/shipment")
@move("Ship an order", OrderRefunded, is_once=True)
async def ship(order_id: str, body: Shipping) -> Response:
    words = body.model_dump()
    return await _act(order_id, lambda tx, by: fulfilment.ship(tx, order_id, by, **words), body)


@blueprint.post("/admin/orders/<order_id>/delivery")
@move("Say that an order arrived", is_once=True)
async def deliver(order_id: str) -> Response:
    return await _act(order_id, lambda tx, by: fulfilment.deliver(tx, order_id, by))


@blueprint.post("/admin/orders/<order_id>/cancellation")
@move("Cancel an order", is_once=True)
async def cancel(order_id: str, body: Cancelling) -> Response:
    return await _act(order_id, lambda tx, by: fulfilment.cancel_by_admin(tx, order_id, by, reason=body.reason), body)


@blueprint.post("/admin/orders/<order_id>/refund")
@move("Give money back", RefundTooLarge, is_once=True)
async def refund(order_id: str, body: Refunding) -> Response:
    """All that is left can be given once only; a part could be given twice, and so needs a key."""
    cents = body.amount.amount if body.amount else None
    if cents is not None:
        idempotency_key()
    why = body.reason
    return await _act(
        order_id, lambda tx, by: fulfilment.refund(tx, order_id, by, amount_cents=cents, reason=why), body
    )


@blueprint.put("/admin/orders/<order_id>/shipping-address")
@move("Send an order elsewhere before it is shipped", Invalid)
async def change_address(order_id: str, body: ShippingAddress) -> Response:
    address = body.model_dump()
    return await _act(order_id, lambda tx, by: fulfilment.change_address(tx, order_id, by, address))


@blueprint.post("/admin/orders/<order_id>/notes")
@move("Leave a note", status=201, is_once=True)
async def note(order_id: str, body: Noting) -> Response:
    response = await _act(order_id, lambda tx, by: fulfilment.leave_note(tx, order_id, by, body.text), body)
    response.status_code = 201
    return response


@blueprint.patch("/orders/<order_id>/status")
@move("Move an order to a status", OrderRefunded, is_deprecated=True)
async def move_to(order_id: str, body: Moving) -> Response:
    return await _act(order_id, lambda tx, by: fulfilment.move_to(tx, order_id, by, Status(body.status)))


async def _act(
    order_id: str, verb: Callable[[Transaction, Actor], Awaitable[OrderRecord | None]], sent: Input | None = None
) -> Response:
    """Run the action and read the changed order in one transaction; once for an Idempotency-Key."""
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        await verb(tx, by)
        return await _document(tx, order_id)

    return _answer(await write_once(work, sent))


async def _document(tx: Transaction, order_id: str) -> dict[str, Any]:
    order = await order_views.view(tx, order_views.by_public_id(order_id))
    return admin_order_document(order, await shipments.notes_of(tx, order_id))


def _answer(document: dict[str, Any]) -> Response:
    response = Response(current_app.json.dumps(document), content_type="application/json")
    response.set_etag(tag_of(document))
    return response
