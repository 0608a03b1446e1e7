"""Proving to be at the keys: by the password, or by a passkey."""

from quart import Blueprint, Response, request

from models.database import read
from models.shared.errors import Invalid, TooManyRequests
from models.sign_in import passkeys
from web.forms.form_reader import PROOF_FIELD, form_values, read_form
from web.http.redirects import own_path, see_other
from web.rendering import told_to_wait
from web.security.identity import caller
from web.sign_in import passkey_ceremony
from web.sign_in.fresh_proof import PATH, note_proof, proof_page, prove_password
from web.sign_in.passkey_ceremony import PasskeyAnswer

AFTERWARDS = "/account/security"

blueprint = Blueprint("proof", __name__)


@blueprint.get(PATH)
async def ask() -> Response:
    return await _page({}, request.args.get("next", ""))


@blueprint.post(PATH)
async def check() -> Response:
    asked_for = (await form_values("next"))["next"]
    try:
        await prove_password(caller(), (await request.form).get(PROOF_FIELD, ""))
    except (Invalid, TooManyRequests) as refusal:
        words = refusal.errors[0].message if refusal.errors else refusal.detail
        return told_to_wait(await _page({PROOF_FIELD: words}, asked_for, status=refusal.status), refusal)
    await note_proof()
    return see_other(own_path(asked_for, AFTERWARDS))


@blueprint.post(f"{PATH}/options")
async def options() -> Response:
    """What the browser is to ask the account's passkeys."""
    user_id = caller().id
    return await passkey_ceremony.ask_to_sign(await read(lambda tx: passkeys.of_account(tx, user_id)))


@blueprint.post(f"{PATH}/passkey")
async def check_passkey() -> Response:
    """Nothing, if a passkey of the account signed; its page sends the form it holds then."""
    answer, _ = await read_form(PasskeyAnswer)
    if answer is None or (await passkey_ceremony.check_signature(answer)).id != caller().id:
        raise Invalid(passkey_ceremony.REFUSED)
    await note_proof()
    response = Response("", status=204)
    passkey_ceremony.end_challenge(response)
    return response


async def _page(errors: dict[str, str], asked_for: str, *, status: int = 200) -> Response:
    return await proof_page(errors, status=status, action=PATH, next_path=own_path(asked_for, AFTERWARDS))
