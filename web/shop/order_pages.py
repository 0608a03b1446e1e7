"""The buyer's orders: the list, the live receipt, its polled fragment, cancelling, and keeping a guest's order.

A customer sees what was ordered with the account, a guest what this browser holds the keys of, an admin everything.
"""

import re
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from quart import Blueprint, Response, flash, g, request

from models.carts import carts
from models.carts.carts import CartView, LeftOut
from models.database import Transaction, read, write
from models.orders import guest_access, order_lists, order_views
from models.orders.cancellation_preview import undoing
from models.orders.order_states import CancelReason, Status
from models.orders.order_views import OrderView
from models.shared.errors import InsufficientStock, Invalid, NotFound, PaymentNotRetryable
from models.shared.secret_tokens import hashed
from models.staff.staff_roles import Permission, is_allowed
from pipelines.orders.order_process import cancel as cancel_order
from pipelines.orders.payment_retry import retry_payment
from web.app_context import settings
from web.checkout.checkout_input import Token
from web.checkout.guest_cart import cart_owner, keep_guest_cart
from web.checkout.guest_orders import given_key, keep_order_key, known_keys
from web.checkout.place_order import refuse_without_payment
from web.forms.form_reader import read_form
from web.forms.input_model import Input
from web.http.redirects import see_other
from web.http.request_kind import is_from_htmx
from web.rendering import page, page_number
from web.security.identity import caller, current_account

blueprint = Blueprint("orders", __name__)

PER_PAGE = 20
LEFT_OUT = {
    "no_longer_sold": "no longer sold",
    "sold_out": "sold out",
    "not_enough": "not enough in stock",
    "cart_full": "the cart is full",
}
VERSION = re.compile(r"[0-9]{1,9}")
Seen = TypeVar("Seen")
Look = Callable[[Transaction, order_views.OrderChoice], Awaitable[Seen]]


class AnotherCard(Input):
    """The form of a new attempt; `attempt` numbers it, so that a double click begins one."""

    payment_token: Token
    attempt: int


@blueprint.after_request
async def keep_out_of_caches(response: Response) -> Response:
    """A guest's order is as private as a customer's."""
    response.headers.setdefault("Cache-Control", "no-store")
    return response


@blueprint.get("/orders")
async def own() -> Response:
    account, keys = current_account(), known_keys()
    query: dict[str, Any] = {"status": request.args.get("status", ""), "page": page_number(), "per_page": PER_PAGE}
    if account is None and not keys:
        caller()

    async def work(tx: Transaction) -> Any:
        if account is None:
            return await order_lists.guest_orders(tx, keys, **query)
        return await order_lists.own_orders(tx, account.id, **query)

    found, statuses = await read(work), [each.value for each in Status]
    return await page("shop/orders/list.html", page=found, statuses=statuses, chosen=query["status"])


@blueprint.get("/orders/<order_id>")
async def show(order_id: str) -> Response:
    """The receipt. A link from a mail brings the key along; it is kept, and leaves the address bar."""
    if (token := given_key()) is not None:
        await read(lambda tx: order_views.version_of(tx, order_id, user_id=None, token_hash=hashed(token)))
        return keep_order_key(see_other(f"/orders/{order_id}"), order_id, token)
    return await _page("shop/orders/order.html", await _see(order_id, order_views.view))


@blueprint.get("/orders/<order_id>/status")
async def status(order_id: str) -> Response:
    """What the receipt asks for again and again: one line as long as nothing has changed, else all of it anew."""
    asked = VERSION.fullmatch(request.args.get("v", ""))
    seen = int(asked[0]) if asked else None
    if seen is not None:
        polled = g.get("polled_version") or await _see(order_id, order_views.read_version)
        if polled.version == seen and not polled.is_given_up:
            return await page("shop/orders/_live.html", order=polled)
    response = await _page("shop/orders/_status.html", await _see(order_id, order_views.view), seen_version=seen)
    response.headers["HX-Retarget"] = "#order-status"
    return response


@blueprint.post("/orders/<order_id>/cancellation")
async def cancel(order_id: str) -> Response:
    owner = _owner(order_id)

    async def work(tx: Transaction) -> OrderView:
        own_id = await order_views.own_id(tx, order_id, **owner)
        await cancel_order(tx, own_id, actor="customer", reason=CancelReason.CUSTOMER)
        return await order_views.view(tx, order_views.by_row(own_id))

    order = await write(work)
    if is_from_htmx():
        return await _page("shop/orders/_status.html", order)
    return see_other(f"/orders/{order.id}")


@blueprint.post("/orders/<order_id>/payment")
async def try_another_card(order_id: str) -> Response:
    """A new attempt at an order whose card was declined."""
    owner = _owner(order_id)
    form, _ = await read_form(AnotherCard)
    if form is None:
        return await _refused(order_id, "Choose a card.", 422)

    async def work(tx: Transaction) -> None:
        own_id = await order_views.own_id(tx, order_id, **owner)
        await retry_payment(tx, own_id, method="test_card", token=form.payment_token, attempt=form.attempt)

    try:
        refuse_without_payment()
        await write(work)
    except (PaymentNotRetryable, InsufficientStock, Invalid) as refusal:
        return await _refused(order_id, f"{refusal.detail} Nothing was charged.", refusal.status)
    return see_other(f"/orders/{order_id}")


@blueprint.post("/orders/<order_id>/cart")
async def buy_again(order_id: str) -> Response:
    """Put what the order had into the cart, as far as it is available; what is not is told."""
    owner, cart_of = _owner(order_id), cart_owner()

    async def work(tx: Transaction) -> tuple[CartView, list[LeftOut]]:
        own_id = await order_views.own_id(tx, order_id, **owner)
        return await carts.buy_again(tx, cart_of, own_id)

    cart, left_out = await write(work)
    for line in left_out:
        await flash(f"{line.name}: {line.quantity} not added, {LEFT_OUT[line.reason]}.", "info")
    if not left_out:
        await flash("Everything is back in your cart at today's prices", "success")
    return keep_guest_cart(see_other("/cart"), cart)


@blueprint.post("/orders/<order_id>/claim")
async def claim(order_id: str) -> Response:
    """Put a guest's order, whose key this browser has, into the account."""
    user, key = caller().id, known_keys().get(order_id)
    await write(lambda tx: guest_access.claim(tx, user, order_id, key))
    await flash("The order is in your account", "success")
    return see_other(f"/orders/{order_id}")


async def _refused(order_id: str, words: str, status: int) -> Response:
    """The order's page, with why another card was not tried."""
    order = await _see(order_id, order_views.view)
    return await _page("shop/orders/order.html", order, status=status, problem_with_order=words)


async def _page(template: str, order: OrderView, **values: Any) -> Response:
    values["undoing"] = undoing(order) if order.can_cancel else None
    values["shows_tokens"] = settings().env == "development"
    values["can_claim"] = order.user_id is None and current_account() is not None and order.id in known_keys()
    return await page(template, order=order, **values)


async def _see(order_id: str, look: Look[Seen]) -> Seen:
    """The caller's own order; staff who may see orders see everybody's."""
    account = current_account()
    if is_allowed(account, Permission.SEE_ORDERS):
        choice = order_views.by_public_id(order_id)
    else:
        choice = order_views.of_buyer(order_id, **_owner(order_id))
    return await read(lambda tx: look(tx, choice))


def _owner(order_id: str) -> dict[str, Any]:
    """Whose order it has to be. Raises Unauthenticated for somebody who has neither an account nor any key."""
    account, keys = current_account(), known_keys()
    if account is None and not keys:
        caller()
    if account is None and order_id not in keys:
        raise NotFound("There is no such order.")
    return {"user_id": account.id if account else None, "token_hash": keys.get(order_id)}
