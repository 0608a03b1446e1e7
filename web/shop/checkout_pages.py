"""Checkout in pages: address, shipping, payment, review; then the order is placed, once however often one presses.

Answers are kept beside the cart, so that a step can be left and gone back to; a step that was skipped leads back to
itself. Everything may also be sent at once. What is ordered is what the page showed.
"""

from collections.abc import Mapping
from typing import Any, cast

from quart import Blueprint, Response, flash, request

from models.accounts import address_book
from models.accounts.address_book import PARTS
from models.carts import checkout_drafts
from models.checkout import checkout_reads
from models.database import Transaction, read, write
from models.shared.errors import (
    AlreadyOrdered,
    CartChanged,
    CartEmpty,
    IdempotencyKeyReused,
    InsufficientStock,
    Invalid,
    NotFound,
    PriceChanged,
    Refusal,
    Unauthenticated,
)
from models.shared.money_text import money
from web.checkout import place_order
from web.checkout.checkout_backlog import refuse_when_deep
from web.checkout.checkout_form import ASKED, own_words, read_order_form, read_step, sent_fields
from web.checkout.checkout_state import State, state_now
from web.checkout.checkout_steps import FIELDS, STEPS, step_after, step_of, unharmed
from web.checkout.guest_cart import cart_owner
from web.checkout.guest_orders import keep_own_order
from web.checkout.place_order import PlacedOrder
from web.checkout.reviewed import WATCHED, Change, Reviewed, differences, read_reviewed
from web.forms.form_reader import form_values
from web.http.cookies import read_cookie
from web.http.redirects import see_other
from web.rendering import page
from web.security.identity import current_account
from web.security.known_devices import is_known_to_somebody
from web.shop.checkout_view import step_page

blueprint = Blueprint("checkout", __name__)

EMPTY = "Your cart is empty, so nothing was ordered."
UNRESOLVED = "Some items in your cart cannot be ordered as they are. Change or remove them to go on."
BOOK_FULL = "Your address book is full, so this address was used but not saved."


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
    if state.cart.items and order.index(step) > order.index(state.first_open):
        return see_other(f"/checkout/{state.first_open}")
    return await _shown(state, step)


@blueprint.post("/checkout/<step>")
async def answer(step: str) -> Response:
    """Keep what a step was told, and go on to the next."""
    if step not in ASKED:
        raise NotFound("There is no such step.")
    state = await state_now()
    if not state.cart.can_be_ordered:
        return see_other("/cart")
    answers, errors = await read_step(state, step)
    if errors:
        typed = await form_values(*STEPS[step])
        return await step_page(state, step, typed=typed, errors=errors, status=422)
    await _keep(answers)
    return see_other(f"/checkout/{step_after(step)}")


@blueprint.post("/checkout")
async def place() -> Response:
    """Place the order that was reviewed, and go to its page."""
    await refuse_when_deep()
    state, account = await state_now(), current_account()
    form, errors = await read_order_form(state)
    if form is None:
        return await _again(state, errors, 422)
    if form.seen is not None and (changes := await _changes(state, form.seen)):
        return await _again(state, {}, 409, changes)
    try:
        order = await place_order.place_from_page(cart_owner(), form, account)
    except (AlreadyOrdered, CartChanged, CartEmpty, InsufficientStock, PriceChanged, Invalid) as refusal:
        return await _refused(state, refusal)
    except IdempotencyKeyReused as refusal:  # the page was changed after its order: it is shown anew
        return await _again(state, {"__all__": refusal.detail}, refusal.status, is_reused=True)
    return _to_order(order)


def _to_order(order: PlacedOrder) -> Response:
    return keep_own_order(see_other(f"/orders/{order.id}"), order.id, order.guest_token)


async def _keep(answers: dict[str, Any]) -> None:
    """Save the answers beside the cart; an address that was typed also in the customer's book, if that is wanted."""
    owner, account = cart_owner(), current_account()
    wants_saving = answers.pop("save_address", "") == "1" and account is not None

    async def work(tx: Transaction) -> bool:
        entry = None
        if wants_saving and account is not None:
            entry = await address_book.remember(tx, account.id, {part: answers[part] for part in PARTS})
        await checkout_drafts.save(tx, owner, answers | ({"address_id": entry.id} if entry else {}))
        return entry is not None

    if not await write(work) and wants_saving:
        await flash(BOOK_FULL, "info")


async def _refused(state: State, refusal: Refusal) -> Response:
    """Nothing was placed: show the order there is already, or what to look at again."""
    if isinstance(refusal, AlreadyOrdered):
        return see_other(f"/orders/{refusal.extra['order_id']}")
    if isinstance(refusal, CartEmpty):
        return await _nothing_to_order(state)
    if isinstance(refusal, InsufficientStock):
        await _save_under_new_key({})  # the refusal stands under the old one for ever
        return await _unresolved(refusal.detail)
    if isinstance(refusal, CartChanged | PriceChanged):
        fresh = await state_now()
        sent = await sent_fields(fresh)
        seen = read_reviewed(sent[0].get("reviewed"))
        changes = await _changes(fresh, seen) if seen else []
        if isinstance(refusal, PriceChanged):
            total = cast(Mapping[str, int], refusal.extra["total"])
            changes = changes or [Change("Total", f"now {money(total['amount'])}")]
        return await _again(fresh, {}, 409, changes)
    errors = {each.field: each.message for each in refusal.errors if each.field in FIELDS}
    return await _again(state, errors or {"__all__": refusal.detail}, refusal.status)


async def _changes(state: State, seen: Reviewed) -> list[Change]:
    """What is different from what the page had shown, but for what its own form says."""
    sent = (await sent_fields(state))[0]
    now = state.known
    before = Reviewed(seen.version, seen.lines, {name: text for name, text in seen.answers.items() if name not in sent})
    kept = {name: text for name, text in now.items() if name in WATCHED and name not in sent}
    gone = [line.product_id for line in seen.lines]
    names = await read(lambda tx: checkout_reads.names_of(tx, gone)) if _lacks_some(state, seen) else {}
    return differences(before, state.cart, kept, state.methods, names)


def _lacks_some(state: State, seen: Reviewed) -> bool:
    return not {line.product_id for line in seen.lines} <= {line.product_id for line in state.cart.items}


async def _shown(state: State, step: str) -> Response:
    """A step, or the cart when there is nothing to check out. Choosing a way of shipping asks for its price here."""
    if not state.cart.items:
        return await _without_cart()
    if not state.cart.can_be_ordered:
        return see_other("/cart")  # which says what has to be resolved
    method = request.args.get("shipping_method")
    return await step_page(state, step, typed={"shipping_method": method} if method else None)


async def _without_cart() -> Response:
    """The order that emptied the cart, if that was the last thing done with it; the login if that has ended."""
    owner = cart_owner()
    if order_id := await read(lambda tx: checkout_reads.just_ordered(tx, owner)):
        return see_other(f"/orders/{order_id}")
    if current_account() is None and (read_cookie("sid") or is_known_to_somebody()):
        raise Unauthenticated("Log in to go on with your order.")
    return see_other("/cart")


async def _unresolved(words: str) -> Response:
    """The cart, with what has to be resolved before anything can be ordered."""
    state = await state_now()
    return await page("shop/cart.html", status=409, cart=state.cart, cart_count=state.cart.count, problem=words)


async def _again(
    state: State, errors: dict[str, str], status: int, changes: list[Change] | None = None, *, is_reused: bool = False
) -> Response:
    """The step that has to be looked at once more, with what was typed. What was right is kept, under a new key."""
    key = (await form_values("checkout_key"))["checkout_key"]
    if not state.cart.items or not is_reused:
        owner = cart_owner()
        if order_id := await read(lambda tx: checkout_reads.ordered_under(tx, owner, key)):
            return _to_order(place_order.placed_by(order_id, current_account()))
    if not state.cart.items:
        return await _nothing_to_order(state)
    if not state.cart.can_be_ordered:
        return await _unresolved(UNRESOLVED)
    sent = own_words((await sent_fields(state))[0])
    right = {name: sent[name] for name in unharmed(errors) if name in sent}
    new_key = await _save_under_new_key(right)
    fresh = await state_now()
    typed = {name: sent[name] for name in FIELDS if name in sent}
    step = step_of(errors) if errors or fresh.first_open == "review" else fresh.first_open
    return await step_page(fresh, step, typed=typed, errors=errors, changes=changes or (), key=new_key, status=status)


async def _save_under_new_key(answers: dict[str, str]) -> str:
    owner = cart_owner()

    async def work(tx: Transaction) -> str:
        await checkout_drafts.save(tx, owner, answers)
        return await checkout_drafts.renew_key(tx, owner)

    return await write(work)


async def _nothing_to_order(state: State) -> Response:
    return await page("shop/cart.html", status=409, cart=state.cart, cart_count=state.cart.count, problem=EMPTY)
