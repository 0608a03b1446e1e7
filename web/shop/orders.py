"""A customer's orders: the list, the live receipt, its polled fragment, and cancelling."""

from typing import Any

from quart import Blueprint, Response, request

from models import order_lists, order_views
from models.database import Transaction, read, write
from models.order_states import CancelReason, Status
from models.order_views import OrderView
from pipelines.order import cancel as cancel_order
from web.identity import caller
from web.pages import page
from web.redirects import see_other
from web.surfaces import is_from_htmx

blueprint = Blueprint("orders", __name__)

PER_PAGE = 20


@blueprint.get("/orders")
async def own() -> Response:
    account, status = caller(), request.args.get("status", "")
    number = request.args.get("page", "1")
    wanted = int(number) if number.isascii() and number.isdigit() and len(number) < 7 else 1

    async def work(tx: Transaction) -> Any:
        return await order_lists.own_orders(tx, account.id, status=status, page=max(wanted, 1), per_page=PER_PAGE)

    found = await read(work)
    return await page("shop/orders/list.html", page=found, statuses=[each.value for each in Status], status=status)


@blueprint.get("/orders/<order_id>")
async def show(order_id: str) -> Response:
    return await page("shop/orders/order.html", order=await _own(order_id))


@blueprint.get("/orders/<order_id>/status")
async def status(order_id: str) -> Response:
    """The fragment that asks for itself again until the order is settled."""
    seen = request.args.get("v", "")
    order = await _own(order_id)
    return await page(
        "shop/orders/_status.html", order=order, seen_version=int(seen) if seen.isascii() and seen.isdigit() else None
    )


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
    account = caller()
    return await read(lambda tx: order_views.visible_to(tx, order_id, user_id=account.id, token_hash=None))
