"""How the account is signed in to: an authenticator app with recovery codes, and passkeys; added and removed."""

from collections.abc import Sequence
from dataclasses import replace

import segno
from pydantic import Field
from quart import Blueprint, Response, flash, g, request
from webauthn.helpers import bytes_to_base64url

from models.database import Transaction, Work, read, write
from models.shared.errors import Conflict, Invalid, TooManyRequests
from models.sign_in import authenticators, passkeys, recovery_codes, second_factors, security_notices
from models.sign_in.security_notices import SecurityChange
from web.forms.form_reader import read_form
from web.forms.input_model import Input
from web.http.redirects import see_other
from web.rendering import page, told_to_wait
from web.security.actor import actor
from web.security.device_names import device_words
from web.security.identity import caller
from web.sign_in import passkey_ceremony
from web.sign_in.codes import confirm_authenticator, factor_keys
from web.sign_in.fresh_proof import needs_proof
from web.sign_in.passkey_ceremony import PasskeyAnswer
from web.sign_in.required import is_required

PATH = "/account/security"
APP, PASSKEYS = f"{PATH}/authenticator", f"{PATH}/passkeys"

blueprint = Blueprint("account_security", __name__)


class FirstCode(Input):
    """The first code of a new app."""

    code: str = Field(max_length=100)


@blueprint.get(PATH)
async def show() -> Response:
    return await _page()


@blueprint.post(APP)
@needs_proof
async def begin() -> Response:
    """Make a new secret, and show it until a code confirms it."""
    account, keys = caller(), factor_keys().authenticator
    sealed = authenticators.seal(keys, authenticators.new_authenticator_secret())
    try:
        await write(lambda tx: authenticators.begin(tx, account.id, sealed))
    except Conflict as refusal:
        return await _page(problem=refusal.detail, status=409)
    return see_other(APP)


@blueprint.get(APP)
async def show_secret() -> Response:
    return await _secret_page({})


@blueprint.post(f"{APP}/confirmation")
@needs_proof
async def confirm() -> Response:
    form, errors = await read_form(FirstCode)
    if form is None:
        return await _secret_page(errors, status=422)
    try:
        await confirm_authenticator(caller(), form.code)
    except Invalid as refusal:
        return await _secret_page({"code": refusal.errors[0].message}, status=422)
    except TooManyRequests as refusal:
        return told_to_wait(await _secret_page({"code": refusal.detail}, status=429), refusal)
    return await _added("The authenticator app is set up", "an authenticator app")


@blueprint.post(f"{APP}/removal")
@needs_proof
async def remove_app() -> Response:
    user_id = caller().id
    return await _removed(lambda tx: authenticators.remove(tx, user_id), "the authenticator app")


@blueprint.post(f"{PATH}/recovery-codes")
@needs_proof
async def renew_codes() -> Response:
    """Ten new codes in the place of those there are."""
    account, keys = caller(), factor_keys()
    if not account.has_second_factor:
        return await _page(problem="Set up an authenticator app or a passkey first.", status=409)
    codes = await write(lambda tx: recovery_codes.issue_new(tx, keys.recovery, account.id))
    return await _page(codes=codes)


@blueprint.post(f"{PASSKEYS}/options")
@needs_proof
async def options() -> Response:
    """What the browser is to make a passkey with."""
    account = caller()
    return await passkey_ceremony.ask_for_new(account, await read(lambda tx: passkeys.of_account(tx, account.id)))


@blueprint.post(PASSKEYS)
@needs_proof
async def add_passkey() -> Response:
    answer, _ = await read_form(PasskeyAnswer)
    account = caller()
    try:
        if answer is None:
            raise Invalid(passkey_ceremony.REFUSED)
        made = await passkey_ceremony.check_new(answer)
        name = answer.name.strip() or device_words(request.headers.get("User-Agent", ""))
        values = {"credential_id": bytes_to_base64url(made.credential_id), "sign_count": made.sign_count, "name": name}
        key = bytes_to_base64url(made.credential_public_key)
        await write(lambda tx: passkeys.add(tx, account.id, public_key=key, **values))  # type: ignore[arg-type]
    except (Invalid, Conflict) as refusal:
        return await _page(problem=refusal.detail, status=refusal.status)
    response = await _added("The passkey is saved", "a passkey")
    passkey_ceremony.end_challenge(response)
    return response


@blueprint.post(f"{PASSKEYS}/<passkey_id>/removal")
@needs_proof
async def remove_passkey(passkey_id: str) -> Response:
    user_id = caller().id
    return await _removed(lambda tx: passkeys.remove(tx, user_id, passkey_id), "a passkey")


async def _added(words: str, what: str) -> Response:
    """Write down what came; the recovery codes that come with the first factor are shown in this answer alone."""
    account, by, secret = caller(), actor(), str(g.session_secret)

    async def work(tx: Transaction) -> list[str]:
        codes = await second_factors.settle(tx, factor_keys(), account, this_secret=secret)
        await security_notices.note_factor(tx, account, by, SecurityChange.FACTOR_ADDED, what)
        return codes

    codes = await write(work)
    if codes:
        g.account = replace(account, has_second_factor=True)
        return await _page(codes=codes, good=words)
    await flash(words, "success")
    return see_other(PATH)


async def _removed(removal: Work[None], what: str) -> Response:
    account, by, secret = caller(), actor(), str(g.session_secret)

    async def work(tx: Transaction) -> None:
        await removal(tx)
        await second_factors.settle(tx, factor_keys(), account, this_secret=secret)
        await security_notices.note_factor(tx, account, by, SecurityChange.FACTOR_REMOVED, what)

    await write(work)
    await flash("Removed", "success")
    return see_other(PATH)


async def _secret_page(errors: dict[str, str], *, status: int = 200) -> Response:
    """The secret that waits for its first code, as a picture and in letters."""
    account = caller()
    sealed = await read(lambda tx: authenticators.sealed_secret(tx, account.id, is_confirmed=False))
    secret = authenticators.unseal(factor_keys().authenticator, sealed) if sealed else None
    if secret is None:
        return see_other(PATH)
    address = authenticators.address_of(secret, account.email)
    code = segno.make(address, error="m").svg_data_uri(scale=5, border=4, light="#fff")
    letters = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return await page("account/authenticator.html", status=status, code=code, letters=letters, errors=errors)


async def _page(*, status: int = 200, problem: str = "", good: str = "", codes: Sequence[str] = ()) -> Response:
    account = caller()
    factors = await read(lambda tx: second_factors.of_account(tx, account.id))
    told = {"problem": problem, "good": good, "codes": codes, "is_required": is_required(account)}
    return await page("account/security.html", status=status, factors=factors, user=account, **told)
