"""The cart's page and what can be done there; with HTMX only what changed is sent."""

from typing import Any

from quart import Blueprint, Response

from models.carts import carts
from models.carts.carts import CartView
from models.database import read, write
from models.shared.errors import FieldError, Invalid
from web.checkout.guest_cart import cart_owner, keep_guest_cart
from web.forms.form_reader import read_form
from web.forms.input_model import Input
from web.http.redirects import see_other
from web.http.request_kind import is_from_htmx
from web.rendering import page

blueprint = Blueprint("cart", __name__)


class CartFormAddition(Input):
    """The form beside a product."""

    product_id: str
    quantity: int = 1


class CartFormChange(Input):
    """The form of a line."""

    quantity: int


@blueprint.get("/cart")
async def show() -> Response:
    owner = cart_owner()
    cart = await read(lambda tx: carts.view(tx, owner))
    return await page("shop/cart.html", cart=cart, cart_count=cart.count)


@blueprint.post("/cart/items")
async def add() -> Response:
    owner, wanted = cart_owner(), await _read(CartFormAddition)
    cart = await write(lambda tx: carts.add_item(tx, owner, wanted.product_id, wanted.quantity))
    if is_from_htmx():
        name = next(line.name for line in cart.items if line.product_id == wanted.product_id)
        response = await page("shop/_added.html", message=f"{name} is in your cart.", cart_count=cart.count)
    else:
        response = see_other("/cart")
    return keep_guest_cart(response, cart)


@blueprint.post("/cart/items/<item_id>")
async def change(item_id: str) -> Response:
    owner, wanted = cart_owner(), await _read(CartFormChange)
    return await _changed(await write(lambda tx: carts.change_item(tx, owner, item_id, wanted.quantity)))


@blueprint.post("/cart/items/<item_id>/removal")
async def remove(item_id: str) -> Response:
    owner = cart_owner()
    return await _changed(await write(lambda tx: carts.remove_item(tx, owner, item_id)))


@blueprint.post("/cart/clearing")
async def clear() -> Response:
    owner = cart_owner()
    return await _changed(await write(lambda tx: carts.clear(tx, owner)))


async def _read(model: Any) -> Any:
    """The form, or the refusal of it as a whole: a toast has no fields to write beside."""
    form, errors = await read_form(model)
    if form is None:
        wrong = [FieldError(name, "invalid", message) for name, message in errors.items()]
        raise Invalid(
            " ".join(f"{name.replace('_', ' ').capitalize()}: {errors[name]}" for name in errors), errors=wrong
        )
    return form


async def _changed(cart: CartView) -> Response:
    if not is_from_htmx():
        return see_other("/cart")
    return await page("shop/_cart.html", cart=cart, cart_count=cart.count)
