"""Choose a new password; every other login ends."""

import dataclasses
import logging

from quart import Blueprint, Response, flash

from models.accounts import accounts
from models.accounts.account_record import Account
from models.accounts.passwords import objection
from models.database import Transaction, write
from models.shared.errors import Invalid, TooManyRequests
from models.sign_in import security_notices
from models.sign_in.security_notices import SecurityChange
from web.forms.form_reader import read_form
from web.forms.input_model import Input, Password
from web.http.envelope import request_id
from web.http.redirects import see_other
from web.rendering import page, told_to_wait
from web.security.identity import caller, log_in
from web.security.login_attempts import hash_in_turn
from web.sign_in.fresh_proof import prove_password

log = logging.getLogger(__name__)
blueprint = Blueprint("password", __name__)


class PasswordChange(Input):
    """The form, and the body of the API's password change."""

    current_password: Password
    new_password: Password


@blueprint.get("/auth/change-password")
async def ask() -> Response:
    return await _page({})


@blueprint.post("/auth/change-password")
async def change() -> Response:
    form, errors = await read_form(PasswordChange)
    if form is None:
        return await _page(errors, status=422)
    try:
        await log_in(await set_new_password(caller(), form))
    except Invalid as refusal:
        return await _page({error.field: error.message for error in refusal.errors}, status=422)
    except TooManyRequests as refusal:
        return told_to_wait(await _page({"current_password": refusal.detail}, status=429), refusal)
    await flash("Password changed", "success")
    return see_other("/auth/profile")


async def set_new_password(account: Account, change: PasswordChange, *, keep_family: str | None = None) -> Account:
    """The account with its new password; all its logins but `keep_family` have ended.

    Raises:
        Invalid: the current password is wrong, or the new one will not do.
        TooManyRequests: the current one was wrong too often of late.
    """
    await prove_password(account, change.current_password)
    if change.new_password == change.current_password:
        raise _invalid("new_password", "same_password", "Choose a password that differs from the current one.")
    if reason := objection(change.new_password, account.role):
        raise _invalid("new_password", "weak_password", reason)
    hashed = await hash_in_turn(change.new_password)

    async def work(tx: Transaction) -> bool:
        is_changed = await accounts.change_password(tx, account, hashed, keep_family=keep_family)
        if is_changed:
            await security_notices.tell(tx, account, SecurityChange.PASSWORD)
        return is_changed

    if not await write(work):
        raise _invalid("current_password", "wrong_password", "The password was changed meanwhile. Sign in again.")
    log.info("request %s: password changed, account %s", request_id(), account.public_id)
    return dataclasses.replace(account, password_hash=hashed, must_change_password=False)


def _invalid(field: str, code: str, message: str) -> Invalid:
    return Invalid.field(field, code, message)


async def _page(errors: dict[str, str], *, status: int = 200) -> Response:
    return await page(
        "account/change_password.html", status=status, errors=errors, required=caller().must_change_password
    )
