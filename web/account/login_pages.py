"""Sign in: to the page first asked for, or to the profile."""

from typing import Any

from quart import Blueprint, Response, request

from models.shared.errors import InvalidCredentials, TooManyRequests
from web.checkout.guest_cart import take_guest_cart
from web.forms.form_reader import WHOLE_FORM, form_values, read_form
from web.forms.input_model import Input, Password
from web.http.redirects import own_path, see_other
from web.rendering import page, told_to_wait
from web.security import credentials
from web.security.identity import current_account, log_in
from web.security.known_devices import remember_device

AFTERWARDS = "/auth/profile"

blueprint = Blueprint("login", __name__)


class LoginForm(Input):
    """The form."""

    email: str
    password: Password
    next: str = ""


@blueprint.get("/auth/login")
async def ask() -> Response:
    asked_for = own_path(request.args.get("next"), AFTERWARDS)
    if current_account() is not None:
        return see_other(asked_for)
    return await _page(asked_for, {"email": ""}, {})


@blueprint.post("/auth/login")
async def sign_in() -> Response:
    form, errors = await read_form(LoginForm)
    kept = await form_values("email", "next")
    asked_for = own_path(kept["next"], AFTERWARDS)
    if form is None:
        return await _page(asked_for, kept, errors, status=422)
    try:
        account = await credentials.check(form.email, form.password)
        await log_in(account)
    except (InvalidCredentials, TooManyRequests) as refusal:
        errors = {WHOLE_FORM: refusal.detail}
        return told_to_wait(await _page(asked_for, kept, errors, status=refusal.status), refusal)
    await take_guest_cart(account.id)
    response = see_other("/auth/change-password" if account.must_change_password else asked_for)
    remember_device(response, account.email)
    return response


async def _page(asked_for: str, form: dict[str, Any], errors: dict[str, str], *, status: int = 200) -> Response:
    return await page("account/login.html", status=status, form=form, errors=errors, next=asked_for)
