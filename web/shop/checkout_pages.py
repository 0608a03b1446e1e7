"""Checkout in pages: address, shipping, payment, review; then the order is placed, once however often one presses.

Answers are kept beside the cart, so that a step can be left and gone back to; a step that was skipped leads back to
itself. Everything may also be sent at once.
"""

import json
import time
from typing import Any

from quart import Blueprint, Response, flash, request

from models.carts import checkout_drafts
from models.checkout.checkout import Buyer, Checkout, Placed
from models.database import Transaction, read, write
from models.orders import order_lists
from models.shared.errors import (
    AlreadyOrdered,
    CartEmpty,
    IdempotencyKeyReused,
    InsufficientStock,
    Invalid,
    NotFound,
    PriceChanged,
    Refusal,
)
from web.checkout import place_order
from web.checkout.checkout_input import fingerprint
from web.checkout.checkout_steps import (
    FIELDS,
    OF_THE_PAGE,
    STEPS,
    AddressStep,
    CheckoutForm,
    PaymentStep,
    ShippingStep,
    billing_of,
    step_after,
    step_of,
    told_of_bill,
    unharmed,
    without_bill,
)
from web.checkout.guest_cart import cart_owner, guest_cart_token
from web.checkout.guest_orders import keep_order_key, known_keys
from web.forms.address_input import ADDRESS_FIELDS, saved_address
from web.forms.form_reader import form_values, read_values, sent_values
from web.forms.input_model import Input
from web.http.redirects import see_other
from web.rendering import page
from web.security.identity import current_account
from web.shop.checkout_view import State, state_now, step_page

blueprint = Blueprint("checkout", __name__)

MOMENT_MS = 15 * 60_000  # how long another tab with the same cart is likely to be open
ASKED: dict[str, type[Input]] = {"address": AddressStep, "shipping": ShippingStep, "payment": PaymentStep}
Bill = dict[str, str] | None  # another address than the parcel's
NEEDED = "This field is required."
NO_SUCH_WAY = "This way of shipping does not go there. Choose another."


@blueprint.after_request
async def keep_out_of_caches(response: Response) -> Response:
    """A guest's address is as private as a customer's."""
    response.headers.setdefault("Cache-Control", "no-store")
    return response


@blueprint.get("/checkout")
async def show_step() -> Response:
    """The step to go on with."""
    state = await state_now()
    return await _shown(state, state.first_open)


@blueprint.get("/checkout/<step>")
async def show_saved_step(step: str) -> Response:
    if step not in STEPS:
        raise NotFound("There is no such step.")
    state = await state_now()
    order = list(STEPS)
    if order.index(step) > order.index(state.first_open):
        return see_other(f"/checkout/{state.first_open}")
    return await _shown(state, step)


@blueprint.post("/checkout/<step>")
async def answer(step: str) -> Response:
    """Keep what a step was told, and go on to the next."""
    if step not in ASKED:
        raise NotFound("There is no such step.")
    state = await state_now()
    if not state.cart.items:
        return see_other("/cart")
    answers, errors = await _answers(state, step)
    if errors:
        typed = await form_values(*STEPS[step])
        return await step_page(state, step, typed=typed, errors=errors, status=422)
    owner = cart_owner()
    await write(lambda tx: checkout_drafts.save(tx, owner, answers))
    return see_other(f"/checkout/{step_after(step)}")


@blueprint.post("/checkout")
async def place() -> Response:
    account, state = current_account(), await state_now()
    form, bill, errors = await _everything(state)
    if form is None:
        return await _again(state, errors, 422)
    try:
        answered, token = await place_order.place(
            _wanted(form, bill),
            _tell,
            route="POST /checkout",
            account=account,
            cart_token=guest_cart_token(),
            email=form.email or "",
        )
    except (AlreadyOrdered, CartEmpty, PriceChanged, Invalid, IdempotencyKeyReused) as refusal:
        return await _refused(state, refusal)
    kept = json.loads(answered.body)
    if answered.status == 409:
        return await _again(state, {"__all__": kept["detail"]}, 409)
    response = see_other(f"/orders/{kept['id']}")
    return keep_order_key(response, kept["id"], token) if token else response


async def _refused(state: State, refusal: Refusal) -> Response:
    """Nothing was placed: show the order there is already, or what to look at again."""
    if isinstance(refusal, AlreadyOrdered):
        return see_other(f"/orders/{refusal.extra['order_id']}")
    if isinstance(refusal, CartEmpty):
        return await _latest_order(state)
    errors = {each.field: each.message for each in refusal.errors if each.field in FIELDS}
    errors = errors or {"__all__": refusal.detail}
    return await _again(state, errors, refusal.status)


async def _everything(state: State) -> tuple[CheckoutForm | None, Bill, dict[str, str]]:
    """What the steps were told, and what came with this form; the address on the bill; or what is wrong."""
    sent, errors = await _sent(state)
    values = {**state.known, **sent}
    form, wrong = read_values(CheckoutForm, without_bill(values))
    bill, wrong_bill = billing_of(values)
    errors |= wrong | wrong_bill
    if form is not None and state.is_guest and not form.email:
        errors["email"] = NEEDED
    return (None, None, errors) if errors else (form, bill, {})


async def _sent(state: State) -> tuple[dict[str, Any], dict[str, str]]:
    """The form, with the saved address it may name in place of a typed one."""
    sent = await sent_values()
    address_id = sent.pop("address_id", "")
    if not address_id:
        return sent, {}
    saved, errors = _saved_address(state, address_id)
    saved.pop("address_id", None)
    return {**sent, **saved}, errors


def _wanted(form: CheckoutForm, bill: Bill) -> Checkout:
    return Checkout(
        key=form.checkout_key,
        fingerprint=fingerprint(form.model_dump(mode="json"), bill),
        shipping_method=form.shipping_method,
        shipping_address=form.model_dump(include=set(ADDRESS_FIELDS)),
        payment_method="test_card",
        payment_token=form.payment_token,
        note=form.note,
        expected_total_cents=form.expected_total_cents,
        billing_address=bill,
    )


def _tell(_: Buyer, __: Checkout, outcome: Placed | InsufficientStock) -> tuple[int, str]:
    """What is kept for a second press of the button."""
    if isinstance(outcome, Refusal):
        return 409, json.dumps({"detail": outcome.detail})
    return 303, json.dumps({"id": outcome.public_id})


async def _answers(state: State, step: str) -> tuple[dict[str, Any], dict[str, str]]:
    """What a step was told, or what is wrong with it."""
    sent = {name: value for name, value in (await sent_values()).items() if name not in OF_THE_PAGE}
    address_id = sent.pop("address_id", "")
    if step == "address" and address_id:
        return _saved_address(state, address_id)
    form, errors = read_values(ASKED[step], without_bill(sent) if step == "payment" else sent)
    if form is None:
        return {}, errors
    answers = form.model_dump()
    if step == "payment":
        bill, errors = billing_of(sent)
        return answers | told_of_bill(bill), errors
    if step == "shipping":
        fits = answers["shipping_method"] in {each.code for each in state.offered(state.answers.get("country", ""))}
        return answers, {} if fits else {"shipping_method": NO_SUCH_WAY}
    return answers | {"address_id": ""}, {"email": NEEDED} if state.is_guest and not answers["email"] else {}


def _saved_address(state: State, address_id: str) -> tuple[dict[str, Any], dict[str, str]]:
    found = next((each for each in state.addresses if each.id == address_id), None)
    if found is None:
        return {}, {"address_id": "There is no such saved address. Choose another, or write one."}
    try:
        return {**saved_address(found.parts), "address_id": found.id}, {}
    except Invalid as refusal:
        return {}, {"address_id": refusal.detail}


async def _shown(state: State, step: str) -> Response:
    """A step, or the cart when there is nothing to check out. Choosing a way of shipping asks for its price here."""
    if not state.cart.items:
        return see_other("/cart")
    method = request.args.get("shipping_method")
    return await step_page(state, step, typed={"shipping_method": method} if method else None)


async def _again(state: State, errors: dict[str, str], status: int) -> Response:
    """The step that has to be looked at once more, with what was typed. What was right is kept, under a new key."""
    if not state.cart.items:
        return await _latest_order(state)
    sent = {name: text for name, text in (await _sent(state))[0].items() if isinstance(text, str)}
    right = {name: sent[name] for name in unharmed(errors) if name in sent}
    owner = cart_owner()

    async def work(tx: Transaction) -> str:
        if right:
            await checkout_drafts.save(tx, owner, right)
        return await checkout_drafts.renew_key(tx, owner)

    key = await write(work)
    typed = {name: sent[name] for name in FIELDS if name in sent}
    return await step_page(await state_now(), step_of(errors), typed=typed, errors=errors, key=key, status=status)


async def _latest_order(state: State) -> Response:
    """The cart was ordered a moment ago, from another tab: show that order, or the empty cart if there is none."""
    account, keys = current_account(), known_keys()
    if account is not None:
        found = await read(lambda tx: order_lists.own_orders(tx, account.id, per_page=1))
    else:
        found = await read(lambda tx: order_lists.guest_orders(tx, keys, per_page=1))
    latest = next(iter(found.items), None)
    if latest is None or time.time() * 1000 - latest.created_at > MOMENT_MS:
        words = "There is nothing to order: the cart is empty."
        return await page("shop/cart.html", status=409, cart=state.cart, cart_count=state.cart.count, problem=words)
    await flash("Your cart is empty. This is the order you placed just now.", "success")
    return see_other(f"/orders/{latest.id}")
