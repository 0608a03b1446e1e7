"""One's own data: everything the shop has about a person as a file, and its erasure."""

import json

from quart import Blueprint, Response, flash

from models.database import read, write
from models.privacy import erasure, personal_data
from models.shared.errors import IllegalTransition, Invalid, TooManyRequests
from web.forms.form_reader import WHOLE_FORM, read_form
from web.forms.input_model import Input, Password
from web.http.redirects import see_other
from web.rendering import page, told_to_wait
from web.security.actor import actor
from web.security.identity import caller, log_out
from web.sign_in.fresh_proof import needs_proof, prove_password

PATH = "/account/data"

blueprint = Blueprint("privacy", __name__)


class Erasure(Input):
    """The proof that its owner asks for it. The body of the API's erasure too."""

    current_password: Password


@blueprint.get(PATH)
async def show() -> Response:
    return await _page({})


@blueprint.post(f"{PATH}/file")
@needs_proof
async def download() -> Response:
    """Everything, as a file in JSON."""
    account = caller()
    text = json.dumps(await read(lambda tx: personal_data.collect(tx, account)), ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": 'attachment; filename="my-data.json"', "Cache-Control": "no-store"}
    return Response(text, content_type="application/json", headers=headers)


@blueprint.post(f"{PATH}/erasure")
async def erase() -> Response:
    form, errors = await read_form(Erasure)
    if form is None:
        return await _page(errors, status=422)
    try:
        await erase_account(form.current_password)
    except Invalid as refusal:
        return await _page({error.field: error.message for error in refusal.errors}, status=422)
    except TooManyRequests as refusal:
        return told_to_wait(await _page({"current_password": refusal.detail}, status=429), refusal)
    except IllegalTransition as refusal:
        return await _page({WHOLE_FORM: refusal.detail}, status=409)
    await log_out()
    await flash("Your account and everything about you was erased", "success")
    return see_other("/")


async def erase_account(password: str) -> None:
    """Erase the caller. Raises Invalid for a wrong password, TooManyRequests, IllegalTransition with open orders."""
    account, by = caller(), actor()
    await prove_password(account, password)
    await write(lambda tx: erasure.erase(tx, account, by))


async def _page(errors: dict[str, str], *, status: int = 200) -> Response:
    return await page("account/data.html", status=status, errors=errors, user=caller())
