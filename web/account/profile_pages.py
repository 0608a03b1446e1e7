"""The profile: who is signed in; the name and the e-mail address can be changed."""

import dataclasses

from pydantic import Field
from quart import Blueprint, Response, flash

from models.accounts import accounts, email_links
from models.accounts.account_record import Account
from models.accounts.mail_caps import refuse_if_spent
from models.database import Transaction, write
from models.shared.errors import EmailTaken, Invalid, TooManyRequests
from web.forms.form_reader import form_values, read_form
from web.forms.input_model import Email, Input, Line, Password
from web.http.redirects import see_other
from web.rendering import page, told_to_wait
from web.security.identity import caller
from web.security.login_attempts import count_prying, prying_address, refuse_prying
from web.sign_in.fresh_proof import prove_password

PATH = "/auth/profile"

blueprint = Blueprint("profile", __name__)


class ProfileChange(Input):
    """What is to be changed; what is not named stays. Another address takes the password, and a link mailed to it."""

    name: Line = ""
    email: Email = ""
    current_password: Password = Field(default="", description="needed for another e-mail address")


class NameForm(Input):
    """The form of the name."""

    name: Line = ""


class EmailForm(Input):
    """The form of the address."""

    email: Email
    current_password: Password


@blueprint.get(PATH)
async def show() -> Response:
    return await _page({})


@blueprint.post(PATH)
async def rename() -> Response:
    form, errors = await read_form(NameForm)
    if form is None:
        return await _page(errors, status=422)
    await change_profile(caller(), ProfileChange(name=form.name))
    await flash("Name saved", "success")
    return see_other(PATH)


@blueprint.post(f"{PATH}/email")
async def move() -> Response:
    form, errors = await read_form(EmailForm)
    if form is None:
        return await _page(errors, status=422)
    try:
        await change_profile(caller(), ProfileChange(email=form.email, current_password=form.current_password))
    except (Invalid, EmailTaken) as refusal:
        errors = {error.field: error.message for error in refusal.errors} or {"email": refusal.detail}
        return await _page(errors, status=refusal.status)
    except TooManyRequests as refusal:
        return told_to_wait(await _page({"email": refusal.detail}, status=429), refusal)
    if form.email != caller().email:
        await flash(f"We mailed a link to {form.email}. Open it within 24 hours, and the address changes", "success")
    return see_other(PATH)


async def change_profile(account: Account, change: ProfileChange) -> Account:
    """The account with its new name. A new address is not its own yet: a link is mailed there, a note to the old one.

    Raises:
        Invalid: another address without the password, or with a wrong one.
        EmailTaken: the new address has an account; that tells of somebody, and counts as prying.
        TooManyRequests: too many wrong passwords or too much prying, or enough mail went to the address of late.
    """
    named = change.model_fields_set
    if "email" in named and change.email != account.email:
        if not change.current_password:
            words = "To change the address, type your password too."
            raise Invalid.field("current_password", "missing", words)
        await prove_password(account, change.current_password)
        await _ask_for_address(account, change.email)
    if "name" in named and change.name != account.name:
        await write(lambda tx: accounts.rename(tx, account.id, change.name))
        account = dataclasses.replace(account, name=change.name)
    return account


async def _ask_for_address(account: Account, email: str) -> None:
    address = prying_address()
    await refuse_prying(address)

    async def work(tx: Transaction) -> None:
        await email_links.ask_for_change(tx, account, email)
        await refuse_if_spent(tx, "email.change", email)

    try:
        await write(work)
    except EmailTaken:
        await count_prying(address)
        raise


async def _page(errors: dict[str, str], *, status: int = 200) -> Response:
    kept = await form_values("name", "email") if errors else {}
    form = {"name": caller().name, "email": ""} | {name: text for name, text in kept.items() if text}
    return await page("account/profile.html", status=status, user=caller(), form=form, errors=errors)
