"""Passkeys: the options that a browser is asked with, and the check of what it answers. A challenge is good once."""

import json
from collections.abc import Sequence
from urllib.parse import urlsplit

from pydantic import Field
from quart import Response
from webauthn import (
    base64url_to_bytes,
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import bytes_to_base64url
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from models.accounts.account_record import Account
from models.accounts.accounts import find_by_row_id
from models.database import Transaction, read, write
from models.shared.errors import Invalid
from models.sign_in import passkeys, sign_in_steps
from models.sign_in.passkeys import KnownPasskey
from models.sign_in.sign_in_steps import StepPurpose
from web.app_context import settings
from web.forms.input_model import Input
from web.http.cookies import drop_cookie, read_cookie, set_cookie

COOKIE = "challenge"
COOKIE_SECONDS = sign_in_steps.LIFE_MS // 1000
LARGEST_CREDENTIAL = 16_000  # characters of JSON
REFUSED = "The passkey was not accepted. Try again, or sign in another way."


class PasskeyAnswer(Input):
    """What the browser's passkey answered, as JSON; and where to go on to."""

    credential: str = Field(max_length=LARGEST_CREDENTIAL)
    name: str = Field(default="", max_length=passkeys.LONGEST_NAME)
    next: str = ""


async def ask_to_sign(known: Sequence[KnownPasskey] = ()) -> Response:
    """The options for a signature by one of these passkeys, or by any that this shop knows."""
    options = generate_authentication_options(
        rp_id=_host(),
        allow_credentials=_descriptors(known),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return await _challenge(StepPurpose.PASSKEY, options.challenge, options_to_json(options))


async def ask_for_new(account: Account, known: Sequence[KnownPasskey]) -> Response:
    """The options for a new passkey of the account."""
    options = generate_registration_options(
        rp_id=_host(),
        rp_name="Cartwright",
        user_id=account.public_id.encode(),
        user_name=account.email,
        user_display_name=account.name or account.email,
        exclude_credentials=_descriptors(known),
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
    )
    return await _challenge(StepPurpose.REGISTER, options.challenge, options_to_json(options))


async def check_new(answer: PasskeyAnswer) -> VerifiedRegistration:
    """A new passkey that the browser made. Raises Invalid."""
    challenge = await _used_challenge(StepPurpose.REGISTER)
    try:
        return verify_registration_response(
            credential=answer.credential,
            expected_challenge=challenge,
            expected_rp_id=_host(),
            expected_origin=_origin(),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise _refused() from error


async def check_signature(answer: PasskeyAnswer) -> Account:
    """Whose passkey signed the challenge. Raises Invalid, also for an account that is disabled."""
    challenge = await _used_challenge(StepPurpose.PASSKEY)
    known = await read(lambda tx: passkeys.find(tx, _id_in(answer.credential)))
    if known is None:
        raise _refused()
    try:
        verified = verify_authentication_response(
            credential=answer.credential,
            expected_challenge=challenge,
            expected_rp_id=_host(),
            expected_origin=_origin(),
            credential_public_key=base64url_to_bytes(known.public_key),
            credential_current_sign_count=known.sign_count,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, KeyError, TypeError) as error:
        raise _refused() from error

    async def work(tx: Transaction) -> Account | None:
        account = await find_by_row_id(tx, known.user_id)
        is_noted = await passkeys.note_use(tx, known, verified.new_sign_count)
        return account if is_noted else None

    account = await write(work)
    if account is None or not account.is_active:
        raise _refused()
    return account


def end_challenge(response: Response) -> None:
    """Take the cookie back."""
    drop_cookie(response, COOKIE)


async def _challenge(purpose: StepPurpose, challenge: bytes, options: str) -> Response:
    text = bytes_to_base64url(challenge)
    secret = await write(lambda tx: sign_in_steps.begin(tx, purpose, challenge=text))
    response = Response(options, content_type="application/json", headers={"Cache-Control": "no-store"})
    set_cookie(response, COOKIE, secret, max_age_seconds=COOKIE_SECONDS)
    return response


async def _used_challenge(purpose: StepPurpose) -> bytes:
    secret = read_cookie(COOKIE) or ""
    challenge = await write(lambda tx: sign_in_steps.take_challenge(tx, purpose, secret))
    if challenge is None:
        raise _refused()
    return base64url_to_bytes(challenge)


def _id_in(credential: str) -> str:
    try:
        found = json.loads(credential)["id"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _refused() from None
    return str(found)


def _descriptors(known: Sequence[KnownPasskey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(each.credential_id)) for each in known]


def _host() -> str:
    return urlsplit(settings().public_url).hostname or ""


def _origin() -> str:
    parts = urlsplit(settings().public_url)
    return f"{parts.scheme}://{parts.netloc}"


def _refused() -> Invalid:
    return Invalid.field("credential", "passkey_refused", REFUSED)
