"""Orders over the API: place, follow until decided, list, cancel."""

import asyncio
import dataclasses
import json
import time
from typing import Any

from quart import Blueprint, Response, current_app, request

from models.carts import carts
from models.checkout.accepted_orders import view_of
from models.checkout.checkout import Buyer, Checkout, Placed
from models.database import Transaction, read, read_one, write
from models.orders import guest_access, order_lists, order_views
from models.orders.order_states import CancelReason
from models.orders.order_views import OrderView
from models.shared.errors import (
    AlreadyOrdered,
    Backlog,
    CartChanged,
    CartEmpty,
    Conflict,
    DuplicateRunning,
    IdempotencyKeyRequired,
    IdempotencyKeyReused,
    InsufficientStock,
    Invalid,
    NoLongerSold,
    NotFound,
    OrderNotCancellable,
    PaymentNotRetryable,
    PriceChanged,
)
from models.shared.idempotency import StoredAnswer
from models.shared.secret_tokens import hashed
from pipelines.orders.order_process import cancel as cancel_order
from pipelines.orders.payment_retry import retry_payment
from web.api.description.operation import CUSTOMER, EVERYBODY, TOKEN_HEADER, TOKEN_OR_CUSTOMER, Operation
from web.api.description.operation_tags import ORDERS
from web.api.documents.conditional_requests import etag, has_condition, is_known, preferred_wait_seconds
from web.api.documents.idempotency_keys import idempotency_key, write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.documents.order_documents import order_document, summary_document
from web.api.documents.order_watch import Watch
from web.api.operations.cart_api import cart_document
from web.api.schemas import shopping_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.checkout import place_order
from web.checkout.checkout_input import AnotherPayment, OrderLookup, PlaceOrder, checkout_of
from web.checkout.guest_cart import HEADER as CART_HEADER
from web.checkout.guest_cart import cart_owner, guest_cart_token
from web.errors.problems import problem
from web.http.shutdown import stopping
from web.http.time_limit import allow_more
from web.security.identity import caller, current_account

blueprint = Blueprint("api_orders", __name__)

POLL_SECONDS = 0.1


class OrderQuery(PageQuery):
    """The query string of a list of orders."""

    status: str = ""


@blueprint.post("/orders")
@Operation(
    "Place the order that the cart holds",
    ORDERS,
    EVERYBODY,
    gives=schemas.OrderDocument,
    status=202,
    refuses=(
        *(IdempotencyKeyRequired, IdempotencyKeyReused, DuplicateRunning, AlreadyOrdered, CartEmpty, InsufficientStock),
        *(Backlog, CartChanged, NoLongerSold, PriceChanged),
    ),
    answers=("Location", "ETag", "Retry-After", "Idempotency-Replayed"),
    asks=("Idempotency-Key", CART_HEADER),
    needs_key=True,
)
async def place(body: PlaceOrder) -> Response:
    key, wanted, account = idempotency_key(), body, current_account()
    if account is None and wanted.email is None:
        raise _invalid("email", "missing", "An order without an account needs an e-mail address.")
    answer, access_token = await place_order.place(
        checkout_of(key, wanted, _address(wanted)),
        _tell,
        route="POST /orders",
        account=account,
        cart_token=guest_cart_token(),
        email=wanted.email or "",
        address_id=wanted.address_id,
    )
    return _placed(answer, access_token)


@blueprint.get("/orders")
@Operation("List one's own orders", ORDERS, CUSTOMER, gives=Listed[schemas.OrderSummary])
async def own(query: OrderQuery) -> Response:
    user, wanted = caller().id, query.model_dump()
    return list_response(await read(lambda tx: order_lists.own_orders(tx, user, **wanted)), summary_document)


@blueprint.post("/orders/lookup")
@Operation(
    "Have the link to an order mailed, by its number and e-mail address",
    ORDERS,
    EVERYBODY,
    status=202,
)
async def look_up(body: OrderLookup) -> Response:
    """The same answer whether there is such an order or not."""
    await write(lambda tx: guest_access.ask_for_link(tx, body.number, body.email))
    return Response("", status=202)


@blueprint.get("/orders/<order_id>")
@Operation(
    "Read an order, or wait for its next version",
    ORDERS,
    TOKEN_OR_CUSTOMER,
    gives=schemas.OrderDocument,
    refuses=(NotFound,),
    answers=("ETag", "Retry-After", "Preference-Applied"),
    asks=("If-None-Match", "Prefer", TOKEN_HEADER),
)
async def show(order_id: str) -> Response:
    owner = order_owner()
    waited = await _wait(order_id, owner)
    if has_condition():
        version, decided = await _version(order_id, owner)
        if is_known(version):
            response = Response("", status=304)
            return _with_headers(response, version, decided, waited)
    order = await read(lambda tx: order_views.visible_to(tx, order_id, **owner))
    response = Response(current_app.json.dumps(order_document(order)), content_type="application/json")
    return _with_headers(response, order.version, order.decided, waited, order.progress.retry_seconds)


@blueprint.post("/orders/<order_id>/cancellation")
@blueprint.post("/orders/<order_id>/cancel", endpoint="cancel_alias")
@Operation(
    "Cancel an order",
    ORDERS,
    TOKEN_OR_CUSTOMER,
    gives=schemas.OrderDocument,
    status=202,
    refuses=(NotFound, OrderNotCancellable),
    answers=("ETag",),
    asks=(TOKEN_HEADER,),
)
async def cancel(order_id: str) -> Response:
    owner = order_owner()

    async def work(tx: Transaction) -> OrderView:
        own_id = await order_views.own_id(tx, order_id, **owner)
        await cancel_order(tx, own_id, actor="customer", reason=CancelReason.CUSTOMER)
        return await order_views.view(tx, order_views.by_row(own_id))

    order = await write(work)
    response = Response(current_app.json.dumps(order_document(order)), status=202, content_type="application/json")
    return _with_headers(response, order.version, order.decided, None)


@blueprint.post("/orders/<order_id>/payment")
@Operation(
    "Try another card for an order whose card was declined",
    ORDERS,
    TOKEN_OR_CUSTOMER,
    gives=schemas.OrderDocument,
    status=202,
    refuses=(NotFound, PaymentNotRetryable, InsufficientStock),
    answers=("ETag", "Retry-After"),
    asks=(TOKEN_HEADER,),
    is_once=True,
)
async def try_another_card(order_id: str, body: AnotherPayment) -> Response:
    owner = order_owner()
    place_order.refuse_without_payment()

    async def work(tx: Transaction) -> dict[str, Any]:
        own_id = await order_views.own_id(tx, order_id, **owner)
        await retry_payment(tx, own_id, method=body.payment.method, token=body.payment.token)
        return order_document(await order_views.view(tx, order_views.by_row(own_id)))

    document = await write_once(work, body)
    response = Response(current_app.json.dumps(document), status=202, content_type="application/json")
    return _with_headers(response, document["version"], document["decided"], None)


@blueprint.post("/orders/<order_id>/cart")
@Operation(
    "Put what an order had back into the cart",
    ORDERS,
    TOKEN_OR_CUSTOMER,
    gives=schemas.RefilledCart,
    refuses=(NotFound,),
    asks=(TOKEN_HEADER, CART_HEADER),
    is_once=True,
)
async def buy_again(order_id: str) -> Response:
    owner, cart_of = order_owner(), cart_owner()

    async def work(tx: Transaction) -> dict[str, Any]:
        own_id = await order_views.own_id(tx, order_id, **owner)
        cart, left_out = await carts.buy_again(tx, cart_of, own_id)
        return {"cart": cart_document(cart), "left_out": [dataclasses.asdict(each) for each in left_out]}

    response = Response(current_app.json.dumps(await write_once(work)), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("/orders/<order_id>/claim")
@Operation(
    "Put a guest's order into one's account by its token",
    ORDERS,
    CUSTOMER,
    gives=schemas.OrderDocument,
    refuses=(NotFound, Conflict),
    answers=("ETag",),
    asks=(TOKEN_HEADER,),
)
async def claim(order_id: str) -> Response:
    owner = order_owner()

    async def work(tx: Transaction) -> OrderView:
        await guest_access.claim(tx, owner["user_id"], order_id, owner["token_hash"])
        return await order_views.view(tx, order_views.by_public_id(order_id))

    order = await write(work)
    response = Response(current_app.json.dumps(order_document(order)), content_type="application/json")
    return _with_headers(response, order.version, order.decided, None)


def _tell(buyer: Buyer, wanted: Checkout, outcome: Placed | InsufficientStock) -> tuple[int, str]:
    """The response that is stored for duplicate requests."""
    if isinstance(outcome, InsufficientStock):
        told = {"code": outcome.code, "title": outcome.title, "detail": outcome.detail}
        return outcome.status, json.dumps({**told, **outcome.extra})
    return 202, json.dumps(order_document(view_of(buyer, wanted, outcome)))


def _placed(answer: StoredAnswer, access_token: str | None) -> Response:
    replay = {"Idempotency-Replayed": "true"} if answer.is_replay else {}
    if answer.status == 409:
        body = json.loads(answer.body)
        code, title = body.pop("code", InsufficientStock.code), body.pop("title", InsufficientStock.title)
        response = problem(409, code, title, body.pop("detail"), **body)
        response.headers.update(replay)
        return response
    document = json.loads(answer.body)
    if access_token:
        document["access_token"] = access_token
    response = Response(current_app.json.dumps(document), status=202, content_type="application/json")
    response.headers.update({"Location": document["links"]["self"], **replay})
    return _with_headers(response, document["version"], document["decided"], None)


def _address(wanted: PlaceOrder) -> dict[str, str]:
    """The address in the request; empty if it refers to a saved one, which is read with the rest."""
    if wanted.shipping_address is None and wanted.address_id is None:
        raise _invalid("shipping_address", "missing", "Say where it should go.")
    if wanted.shipping_address is not None and wanted.address_id is not None:
        raise _invalid("address_id", "ambiguous", "Send either shipping_address or address_id.")
    return wanted.shipping_address.model_dump() if wanted.shipping_address else {}


def order_owner() -> dict[str, Any]:
    """The condition on the order's owner: the caller's account, or the guest's access token."""
    account, token = current_account(), request.headers.get(TOKEN_HEADER)
    if account is None and not token:
        caller()
    return {"user_id": account.id if account else None, "token_hash": hashed(token) if token else None}


async def _version(order_id: str, owner: dict[str, Any]) -> tuple[int, bool]:
    return await read_one(lambda tx: order_views.version_of(tx, order_id, **owner))


async def _wait(order_id: str, owner: dict[str, Any]) -> int | None:
    """Hold the response for as long as the client prefers; returns the granted seconds.

    It is held until there is a version the client does not know, or no other will come soon: the order is decided, or
    this server stops.
    """
    seconds = preferred_wait_seconds()
    if seconds is None:
        return None
    allow_more(seconds)
    end, watch, pause = time.monotonic() + seconds, Watch(), POLL_SECONDS
    first, version, decided = None, 0, False
    while True:
        if watch.may_have_changed():
            version, decided = await _version(order_id, owner)
        first = version if first is None else first
        is_news = version != first or (has_condition() and not is_known(version))
        left = end - time.monotonic()
        if is_news or decided or left <= 0 or stopping().is_set():
            return seconds
        await asyncio.sleep(min(pause, left))
        pause = min(pause * 1.2, 0.5)


def _with_headers(
    response: Response, version: int, decided: bool, waited: int | None, retry_seconds: int = 1
) -> Response:
    response.headers["ETag"] = etag(version)
    response.headers["Cache-Control"] = "private, no-cache"
    if not decided:
        response.headers["Retry-After"] = str(retry_seconds)
    if waited is not None:
        response.headers["Preference-Applied"] = f"wait={waited}"
    return response


def _invalid(field: str, code: str, words: str) -> Invalid:
    return Invalid.field(field, code, words)
