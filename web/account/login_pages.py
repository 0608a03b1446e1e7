"""Sign in: to the page first asked for, or to the profile."""

from typing import Any
from urllib.parse import urlencode

from quart import Blueprint, Response, request

from models.shared.errors import InvalidCredentials, TooManyRequests
from web.forms.form_reader import WHOLE_FORM, form_values, read_form
from web.forms.input_model import Input, Password
from web.http.redirects import own_path, see_other
from web.rendering import page, told_to_wait
from web.security import credentials
from web.security.identity import current_account
from web.sign_in.second_step import ask_for_second, finish

AFTERWARDS = "/auth/profile"
SECOND = "/auth/second-factor"

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
        if account.has_second_factor:
            return await ask_for_second(account, f"{SECOND}?{urlencode({'next': asked_for})}")
        return await finish(account, asked_for, by="password")
    except (InvalidCredentials, TooManyRequests) as refusal:
        errors = {WHOLE_FORM: refusal.detail}
        return told_to_wait(await _page(asked_for, kept, errors, status=refusal.status), refusal)


async def _page(asked_for: str, form: dict[str, Any], errors: dict[str, str], *, status: int = 200) -> Response:
    return await page("account/login.html", status=status, form=form, errors=errors, next=asked_for)
