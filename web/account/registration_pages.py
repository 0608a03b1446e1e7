"""Open an account, then sign in with it; who comes from an order or a checkout is signed in at once."""

import contextlib

from quart import Blueprint, Response, flash, request

from models.accounts import accounts, email_links, login_failures
from models.accounts.account_record import Account
from models.accounts.passwords import objection
from models.database import Transaction, read, write
from models.orders import guest_access, order_views
from models.shared.errors import Conflict, EmailTaken, NotFound, TooManyRequests
from web.checkout.guest_cart import take_guest_cart
from web.checkout.guest_orders import known_keys, order_of
from web.forms.form_reader import WHOLE_FORM, form_values, read_form
from web.forms.input_model import Email, Input, Line, Password
from web.http.client_address import client_address
from web.http.redirects import own_path, see_other
from web.rendering import page, told_to_wait
from web.security.identity import log_in
from web.security.known_devices import remember_device
from web.security.login_attempts import count_prying, hash_in_turn, prying_address, refuse_prying

blueprint = Blueprint("register", __name__)


class Registration(Input):
    """The body of the API's registration, and the most of the form."""

    email: Email
    password: Password
    name: Line = ""


class RegistrationForm(Registration):
    """The form alone also knows where its visitor was going."""

    next: str = ""


@blueprint.get("/auth/register")
async def ask() -> Response:
    """The form. Who comes from an order placed without an account finds its address and name filled in."""
    asked_for = request.args.get("next", "")
    return await _page({**await _known_from(asked_for), "next": asked_for}, {})


async def _known_from(path: str) -> dict[str, str]:
    order_id = order_of(path)
    token_hash = known_keys().get(order_id)
    if token_hash is None:
        return {"email": "", "name": ""}
    try:
        order = await read(lambda tx: order_views.visible_to(tx, order_id, user_id=None, token_hash=token_hash))
    except NotFound:
        return {"email": "", "name": ""}
    return {"email": order.email, "name": order.shipping_address["name"]}


@blueprint.post("/auth/register")
async def open_account() -> Response:
    form, errors = await read_form(RegistrationForm)
    kept = await form_values("email", "name", "next")
    if form is None:
        return await _page(kept, errors, status=422)
    if reason := objection(form.password):
        return await _page(kept, {"password": reason}, status=422)
    try:
        account = await create(form)
    except EmailTaken as refusal:
        return await _page(kept, {"email": refusal.detail}, status=409)
    except TooManyRequests as refusal:
        return told_to_wait(await _page(kept, {WHOLE_FORM: refusal.detail}, status=429), refusal)
    await flash("Account created. Check your email for a link that confirms your address", "success")
    asked_for = own_path(form.next, "")
    return await _go_on(account, asked_for) if asked_for else see_other("/auth/login")


async def _go_on(account: Account, path: str) -> Response:
    """Who was on the way somewhere is signed in and goes on, with the cart; the order they come from is theirs."""
    await log_in(account)
    await take_guest_cart(account.id)
    order_id = order_of(path)
    if (token_hash := known_keys().get(order_id)) is not None:
        with contextlib.suppress(NotFound, Conflict):
            await write(lambda tx: guest_access.claim(tx, account.id, order_id, token_hash))
    response = see_other(path)
    remember_device(response, account.email)
    return response


async def create(registration: Registration) -> Account:
    """Open the account, and have a link mailed that proves its address.

    Raises:
        EmailTaken: there is one; that tells of somebody, and counts as prying.
        TooManyRequests: too much prying came from this address of late.
        Busy: too many passwords wait for their hash.
    """
    address = prying_address()
    await refuse_prying(address)
    hashed = await hash_in_turn(registration.password)

    async def work(tx: Transaction) -> Account:
        email, name = registration.email, registration.name
        account = await accounts.create_user(tx, email=email, password_hash=hashed, name=name)
        await email_links.ask(tx, account)
        await login_failures.remember(tx, account.email, client_address())
        return account

    try:
        return await write(work)
    except EmailTaken:
        await count_prying(address)
        raise


async def _page(form: dict[str, str], errors: dict[str, str], *, status: int = 200) -> Response:
    asked_for = own_path(form["next"], "")
    return await page("account/register.html", status=status, form=form, errors=errors, next=asked_for)
