"""A forgotten password: ask for a link by mail, then choose a new one with it."""

import logging

from pydantic import Field
from quart import Blueprint, Response, flash, request

from models.accounts import login_failures, password_resets
from models.accounts.account_record import Account
from models.accounts.passwords import objection
from models.database import Transaction, read, write
from models.shared.errors import Invalid, InvalidToken
from models.sign_in import security_notices
from models.sign_in.security_notices import SecurityChange
from web.forms.form_reader import form_values, read_form
from web.forms.input_model import Email, Input, Password
from web.http.client_address import client_address
from web.http.envelope import request_id
from web.http.redirects import see_other
from web.rendering import page
from web.security.known_devices import remember_device
from web.security.login_attempts import hash_in_turn

log = logging.getLogger(__name__)
blueprint = Blueprint("forgotten", __name__)


class Forgotten(Input):
    """Who has forgotten it."""

    email: Email


class NewPassword(Input):
    """The link's secret and what it is used for."""

    token: str = Field(max_length=200)
    new_password: Password


@blueprint.get("/auth/forgot-password")
async def ask() -> Response:
    return await page("account/forgot_password.html", form={"email": request.args.get("email", "")}, errors={})


@blueprint.post("/auth/forgot-password")
async def send_link() -> Response:
    form, errors = await read_form(Forgotten)
    if form is None:
        kept = await form_values("email")
        return await page("account/forgot_password.html", status=422, form=kept, errors=errors)
    await write(lambda tx: password_resets.ask(tx, form.email))
    return await page("account/link_sent.html", email=form.email)


@blueprint.get("/auth/reset-password")
async def ask_for_new() -> Response:
    token = request.args.get("token", "")
    if await read(lambda tx: password_resets.find(tx, token)) is None:
        return await _gone()
    return await _form(token, {})


@blueprint.post("/auth/reset-password")
async def set_new() -> Response:
    form, errors = await read_form(NewPassword)
    token = (await form_values("token"))["token"]
    try:
        if form is not None:
            account = await choose_new_password(form)
            await flash("Password changed. Log in with the new one", "success")
            response = see_other("/auth/login")
            remember_device(response, account.email)
            return response
    except InvalidToken:
        return await _gone()
    except Invalid as refusal:
        errors = {error.field: error.message for error in refusal.errors}
    return await _form(token, errors, status=422)


async def choose_new_password(chosen: NewPassword) -> Account:
    """Set it for the account that is returned. Its logins have ended, and others' guesses keep it waiting here no more.

    Raises:
        InvalidToken: the link is unknown, used or too old.
        Invalid: the password will not do.
    """
    account = await read(lambda tx: password_resets.find(tx, chosen.token))
    if account is None:
        raise _no_good()
    if reason := objection(chosen.new_password, account.role):
        raise Invalid.field("new_password", "weak_password", reason)
    hashed = await hash_in_turn(chosen.new_password)
    address = client_address()

    async def work(tx: Transaction) -> bool:
        is_used = await password_resets.use(tx, chosen.token, hashed)
        if is_used:
            await login_failures.remember(tx, account.email, address)
            await security_notices.tell(tx, account, SecurityChange.PASSWORD)
        return is_used

    if not await write(work):
        raise _no_good()
    log.info("request %s: password reset, account %s", request_id(), account.public_id)
    return account


def _no_good() -> InvalidToken:
    return InvalidToken("The link was used before, is older than an hour, or is not one of ours. Ask for a new one.")


async def _form(token: str, errors: dict[str, str], *, status: int = 200) -> Response:
    return await page("account/reset_password.html", status=status, token=token, errors=errors)


async def _gone() -> Response:
    return await page("account/link_gone.html", status=410)
