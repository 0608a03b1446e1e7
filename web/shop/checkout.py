"""Checkout in pages: see the summary, say where and how, place the order once however often the button is pressed."""

import json
import secrets
import time
from typing import Annotated, Any

from pydantic import StringConstraints
from quart import Blueprint, Response, flash, request

from models import addresses, carts, order_lists
from models.carts import CartView, Owner
from models.checkout import Buyer, Checkout, Placed
from models.database import read
from models.refusals import (
    AlreadyOrdered,
    CartEmpty,
    IdempotencyKeyReused,
    InsufficientStock,
    NoSuchAddress,
    PriceChanged,
    Refusal,
)
from models.shipping import SHIPPING_CENTS, SHIPPING_LABELS
from web import checkout
from web.backlog import are_orders_slow
from web.checkout_input import Method, ShippingAddress, Token, fingerprint
from web.current import settings
from web.forms import form_values, read_form
from web.identity import caller
from web.input import Text
from web.pages import page
from web.redirects import see_other

blueprint = Blueprint("checkout", __name__)

SHOWN = ("name", "line1", "line2", "city", "region", "postal_code", "country", "phone")
MOMENT_MS = 15 * 60_000  # how long another tab with the same cart is likely to be open
KEPT = (*SHOWN, "address_id", "shipping_method", "payment_token", "note")


class CheckoutForm(ShippingAddress):
    """The form. The key was made with the page; the total is the one the buyer saw."""

    shipping_method: Method
    payment_token: Token
    note: Annotated[Text, StringConstraints(max_length=1000)] = ""
    checkout_key: Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{16,100}$")]
    expected_total_cents: int
    address_id: str = ""


class SavedAddressForm(CheckoutForm):
    """The form when a saved address was chosen: what stands in the fields of a new one does not matter."""

    name: str = ""
    line1: str = ""
    line2: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    phone: str = ""


@blueprint.get("/checkout")
async def look() -> Response:
    cart = await _cart()
    if not cart.items:
        return see_other("/cart")
    method = request.args.get("shipping_method", "")
    return await _page(cart, {"name": caller().name, "shipping_method": method}, {})


@blueprint.post("/checkout")
async def place() -> Response:
    account = caller()
    is_saved = bool((await request.form).get("address_id"))
    form, errors = await read_form(SavedAddressForm if is_saved else CheckoutForm)
    if form is None:
        return await _again(errors, 422)
    address = {} if is_saved else form.model_dump(include=set(SHOWN))
    wanted = Checkout(
        key=form.checkout_key,
        fingerprint=fingerprint(form.model_dump(mode="json")),
        shipping_method=form.shipping_method,
        shipping_address=address,
        payment_method="test_card",
        payment_token=form.payment_token,
        note=form.note,
        expected_total_cents=form.expected_total_cents,
    )
    try:
        answer, _ = await checkout.place(
            wanted, _tell, route="POST /checkout", account=account, address_id=form.address_id or None
        )
    except AlreadyOrdered as refusal:
        return see_other(f"/orders/{refusal.extra['order_id']}")
    except CartEmpty:
        return await _latest_order()
    except (PriceChanged, IdempotencyKeyReused, NoSuchAddress) as refusal:
        return await _again({"__all__": refusal.detail}, refusal.status)
    kept = json.loads(answer.body)
    if answer.status == 409:
        return await _again({"__all__": kept["detail"]}, 409)
    return see_other(f"/orders/{kept['id']}")


def _tell(_: Buyer, __: Checkout, outcome: Placed | InsufficientStock) -> tuple[int, str]:
    """What is kept for a second press of the button."""
    if isinstance(outcome, Refusal):
        return 409, json.dumps({"detail": outcome.detail})
    return 303, json.dumps({"id": outcome.public_id})


async def _again(errors: dict[str, str], status: int) -> Response:
    """The form once more, with what was typed and a new key."""
    cart = await _cart()
    if not cart.items:
        return await _latest_order()
    return await _page(cart, await form_values(*KEPT), errors, status=status)


async def _latest_order() -> Response:
    """The cart was ordered a moment ago, from another tab: show that order. Raises CartEmpty if there is none."""
    account = caller()
    found = await read(lambda tx: order_lists.own_orders(tx, account.id, per_page=1))
    latest = next(iter(found.items), None)
    if latest is None or time.time() * 1000 - latest.created_at > MOMENT_MS:
        raise CartEmpty("There is nothing in the cart.")
    await flash("Your cart is empty. This is the order you placed just now.", "success")
    return see_other(f"/orders/{latest.id}")


async def _page(cart: CartView, form: dict[str, Any], errors: dict[str, str], *, status: int = 200) -> Response:
    method = form.get("shipping_method") if form.get("shipping_method") in SHIPPING_CENTS else "standard"
    methods = [
        {"key": key, "label": SHIPPING_LABELS[key], "price_cents": cents} for key, cents in SHIPPING_CENTS.items()
    ]
    return await page(
        "shop/checkout.html",
        status=status,
        cart=cart,
        form=dict.fromkeys(KEPT, "") | form | {"shipping_method": method},
        errors=errors,
        checkout_key=secrets.token_urlsafe(24),
        expected_total_cents=cart.subtotal_cents + SHIPPING_CENTS[str(method)],
        shipping_methods=methods,
        addresses=await read(lambda tx: addresses.book(tx, caller().id)),
        test_payments=settings().test_payments,
        orders_are_slow=await are_orders_slow(),
    )


async def _cart() -> CartView:
    owner = Owner(user_id=caller().id)
    return await read(lambda tx: carts.view(tx, owner))
