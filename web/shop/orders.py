"""A customer's orders: the list, the live receipt, its polled fragment, and cancelling."""

import re
from typing import Any

from quart import Blueprint, Response, request

from models import order_lists, order_views
from models.database import Transaction, read, write
from models.order_states import CancelReason, Status
from models.order_views import OrderView
from pipelines.order import cancel as cancel_order
from web.identity import caller
from web.pages import page, page_number
from web.redirects import see_other
from web.surfaces import is_from_htmx

blueprint = Blueprint("orders", __name__)

PER_PAGE = 20
VERSION = re.compile(r"[0-9]{1,9}")


@blueprint.get("/orders")
async def own() -> Response:
    account, status, number = caller(), request.args.get("status", ""), page_number()

    async def work(tx: Transaction) -> Any:
        return await order_lists.own_orders(tx, account.id, status=status, page=number, per_page=PER_PAGE)

    found = await read(work)
    return await page("shop/orders/list.html", page=found, statuses=[each.value for each in Status], chosen=status)


@blueprint.get("/orders/<order_id>")
async def show(order_id: str) -> Response:
    return await page("shop/orders/order.html", order=await _own(order_id))


@blueprint.get("/orders/<order_id>/status")
async def status(order_id: str) -> Response:
    """The fragment that asks for itself again until the order is settled."""
    seen = VERSION.fullmatch(request.args.get("v", ""))
    order = await _own(order_id)
    return await page("shop/orders/_status.html", order=order, seen_version=int(seen[0]) if seen else None)


@blueprint.post("/orders/<order_id>/cancellation")
async def cancel(order_id: str) -> Response:
    account = caller()

    async def work(tx: Transaction) -> OrderView:
        own_id = await order_views.own_id(tx, order_id, user_id=account.id, token_hash=None)
        await cancel_order(tx, own_id, actor="customer", reason=CancelReason.CUSTOMER)
        return await order_views.view(tx, "o.id = ?", own_id)

    order = await write(work)
    if is_from_htmx():
        return await page("shop/orders/_status.html", order=order)
    return see_other(f"/orders/{order.id}")


async def _own(order_id: str) -> OrderView:
    """The caller's own order; an admin sees everybody's."""
    account = caller()
    if account.is_admin:
        return await read(lambda tx: order_views.view(tx, "o.public_id = ?", order_id))
    return await read(lambda tx: order_views.visible_to(tx, order_id, user_id=account.id, token_hash=None))
