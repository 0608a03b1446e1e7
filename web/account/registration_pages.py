"""Open an account, then sign in with it."""

from urllib.parse import quote

from quart import Blueprint, Response, flash, request

from models.accounts import accounts, email_links
from models.accounts.account_record import Account
from models.accounts.passwords import objection
from models.database import Transaction, write
from models.shared.errors import EmailTaken, TooManyRequests
from web.forms.form_reader import WHOLE_FORM, form_values, read_form
from web.forms.input_model import Email, Input, Line, Password
from web.http.redirects import own_path, see_other
from web.rendering import page, told_to_wait
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
    return await _page({"email": "", "name": "", "next": request.args.get("next", "")}, {})


@blueprint.post("/auth/register")
async def open_account() -> Response:
    form, errors = await read_form(RegistrationForm)
    kept = await form_values("email", "name", "next")
    if form is None:
        return await _page(kept, errors, status=422)
    if reason := objection(form.password):
        return await _page(kept, {"password": reason}, status=422)
    try:
        await create(form)
    except EmailTaken as refusal:
        return await _page(kept, {"email": refusal.detail}, status=409)
    except TooManyRequests as refusal:
        return told_to_wait(await _page(kept, {WHOLE_FORM: refusal.detail}, status=429), refusal)
    await flash("Account created. We mailed a link that confirms your address", "success")
    asked_for = own_path(form.next, "")
    return see_other(f"/auth/login?next={quote(asked_for, safe='/')}" if asked_for else "/auth/login")


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
        return account

    try:
        return await write(work)
    except EmailTaken:
        await count_prying(address)
        raise


async def _page(form: dict[str, str], errors: dict[str, str], *, status: int = 200) -> Response:
    asked_for = own_path(form["next"], "")
    return await page("account/register.html", status=status, form=form, errors=errors, next=asked_for)
