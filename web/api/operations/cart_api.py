"""The cart over the API: a customer's by access token, a guest's by the secret from the first POST."""

from typing import Annotated, Any

from quart import Blueprint, Response, jsonify

from models.carts import carts
from models.carts.cart_views import CartLine
from models.carts.carts import CartView
from models.database import Transaction, read, write
from models.shared.errors import CartFull, InsufficientStock, NotFound, ProductNotFound, Refusal
from web.api.description.operation import EVERYBODY, Operation
from web.api.description.operation_tags import CART
from web.api.documents.idempotency_keys import write_once
from web.api.documents.money_format import amount
from web.api.schemas.shopping_schemas import CartDocument
from web.checkout.guest_cart import HEADER, cart_owner
from web.forms.input_model import Input, says

blueprint = Blueprint("api_cart", __name__)


class CartItemAddition(Input):
    """The body that adds a product."""

    product_id: str
    quantity: Annotated[int, says(minimum=1, maximum=carts.MOST_OF_ONE)] = 1


class CartItemChange(Input):
    """The body that changes a line; quantity 0 removes it."""

    quantity: Annotated[int, says(minimum=0, maximum=carts.MOST_OF_ONE)]


def _cart(summary: str, *refuses: type[Refusal], status: int = 200, is_once: bool = False) -> Operation:
    """An operation on the caller's cart."""
    return Operation(
        *(summary, CART, EVERYBODY),
        gives=CartDocument,
        status=status,
        refuses=refuses,
        asks=(HEADER,),
        is_once=is_once,
    )


@blueprint.get("/cart")
@_cart("Read the cart")
async def show() -> Response:
    owner = cart_owner()
    return _answer(await read(lambda tx: carts.view(tx, owner)))


@blueprint.post("/cart/items")
@_cart("Put something in", ProductNotFound, InsufficientStock, CartFull, status=201, is_once=True)
async def add(body: CartItemAddition) -> Response:
    owner = cart_owner()

    async def work(tx: Transaction) -> dict[str, Any]:
        return cart_document(await carts.add_item(tx, owner, body.product_id, body.quantity))

    return _response(await write_once(work, body), status=201)


@blueprint.patch("/cart/items/<item_id>")
@_cart("Change a line", NotFound, InsufficientStock)
async def change(item_id: str, body: CartItemChange) -> Response:
    owner = cart_owner()
    return _answer(await write(lambda tx: carts.change_item(tx, owner, item_id, body.quantity)))


@blueprint.delete("/cart/items/<item_id>")
@_cart("Take a line out", NotFound)
async def remove(item_id: str) -> Response:
    owner = cart_owner()
    return _answer(await write(lambda tx: carts.remove_item(tx, owner, item_id)))


@blueprint.delete("/cart")
@_cart("Empty the cart")
async def clear() -> Response:
    owner = cart_owner()
    return _answer(await write(lambda tx: carts.clear(tx, owner)))


def _answer(cart: CartView) -> Response:
    return _response(cart_document(cart))


def _response(document: dict[str, Any], *, status: int = 200) -> Response:
    response = jsonify(document)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response


def cart_document(cart: CartView) -> dict[str, Any]:
    """The JSON of a cart; the secret is included only when the cart is created."""
    token = {"cart_token": cart.token} if cart.token is not None else {}
    return {
        "id": cart.id,
        **token,
        "version": cart.version,
        "items": [_line(line) for line in cart.items],
        "subtotal": amount(cart.subtotal_cents),
        "can_be_ordered": cart.can_be_ordered,
        "warnings": cart.warnings,
    }


def _line(line: CartLine) -> dict[str, Any]:
    before = line.previous_price_cents
    return {
        "id": line.id,
        "product_id": line.product_id,
        "sku": line.sku,
        "name": line.name,
        "quantity": line.quantity,
        "unit_price": amount(line.unit_price_cents),
        "line_total": amount(line.line_total_cents),
        "available": line.available,
        "previous_price": None if before is None else amount(before),
        "problem": line.problem,
        "problem_code": line.problem_code,
    }
