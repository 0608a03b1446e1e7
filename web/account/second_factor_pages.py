"""The second step of signing in: a code, or a passkey; and signing in with a passkey alone."""

from pydantic import Field
from quart import Blueprint, Response, request

from models.database import read
from models.shared.errors import Invalid, SecondFactorRequired, TooManyRequests
from models.sign_in import second_factors
from web.forms.form_reader import form_values, read_form
from web.forms.input_model import Input
from web.http.redirects import own_path, see_other
from web.rendering import page, told_to_wait
from web.sign_in import passkey_ceremony
from web.sign_in.codes import check_code
from web.sign_in.passkey_ceremony import PasskeyAnswer
from web.sign_in.second_step import finish, waiting_account

PATH = "/auth/second-factor"
AFTERWARDS = "/auth/profile"
TOO_LATE = "/auth/login"

blueprint = Blueprint("second_factor", __name__)


class CodeForm(Input):
    """The code, and where its owner was going."""

    code: str = Field(max_length=100)
    next: str = ""


@blueprint.get(PATH)
async def ask() -> Response:
    return await _page(own_path(request.args.get("next"), AFTERWARDS), {})


@blueprint.post(PATH)
async def check() -> Response:
    form, errors = await read_form(CodeForm)
    asked_for = own_path((await form_values("next"))["next"], AFTERWARDS)
    account = await waiting_account()
    if account is None:
        return see_other(TOO_LATE)
    if form is None:
        return await _page(asked_for, errors, status=422)
    try:
        await check_code(account, form.code)
    except (SecondFactorRequired, TooManyRequests) as refusal:
        response = await _page(asked_for, {"code": refusal.detail}, status=refusal.status)
        return told_to_wait(response, refusal)
    return await finish(account, asked_for, by="password and code")


@blueprint.post("/auth/passkey/options")
async def options() -> Response:
    """What the browser is to ask its passkeys; after a password, those of that account."""
    account = await waiting_account()
    known = await read(lambda tx: second_factors.of_account(tx, account.id)) if account else None
    return await passkey_ceremony.ask_to_sign(known.passkeys if known else ())


@blueprint.post("/auth/passkey")
async def sign_in() -> Response:
    answer, _ = await read_form(PasskeyAnswer)
    asked_for = own_path((await form_values("next"))["next"], AFTERWARDS)
    try:
        if answer is None:
            raise Invalid(passkey_ceremony.REFUSED)
        account = await passkey_ceremony.check_signature(answer)
    except Invalid:
        errors = {"__all__": passkey_ceremony.REFUSED}
        form = {"email": ""}
        return await page("account/login.html", status=422, form=form, errors=errors, next=asked_for)
    response = await finish(account, asked_for, by="passkey")
    passkey_ceremony.end_challenge(response)
    return response


async def _page(asked_for: str, errors: dict[str, str], *, status: int = 200) -> Response:
    account = await waiting_account()
    if account is None:
        return see_other(TOO_LATE)
    user_id = account.id
    factors = await read(lambda tx: second_factors.of_account(tx, user_id))
    values = {"factors": factors, "next": asked_for, "errors": errors, "email": account.email}
    return await page("account/second_factor.html", status=status, **values)
