"""Accounts over the API: register, log in, refresh tokens, log out; change password, name and address."""

import logging
from typing import Any

from quart import Blueprint, Response, g, jsonify

from models.accounts import password_resets, refresh_tokens
from models.accounts.account_record import Account
from models.accounts.passwords import objection
from models.accounts.refresh_tokens import Issued
from models.database import Transaction, write
from models.shared.errors import (
    EmailTaken,
    IdempotencyKeyUnsupported,
    Invalid,
    InvalidCredentials,
    InvalidToken,
    Unauthenticated,
)
from models.shared.times import iso
from web.account.email_address_pages import Confirmation, confirm, send_link
from web.account.password_pages import PasswordChange, set_new_password
from web.account.password_reset_pages import Forgotten, NewPassword, choose_new_password
from web.account.profile_pages import ProfileChange, change_profile
from web.account.registration_pages import Registration, create
from web.api.description.operation import CUSTOMER, PUBLIC, Operation
from web.api.description.operation_tags import ACCOUNTS
from web.api.documents.idempotency_keys import refuse_key
from web.api.schemas.shopping_schemas import TokenPair, UserDocument
from web.checkout.guest_cart import take_guest_cart
from web.forms.input_model import Input, Password
from web.http.envelope import request_id
from web.security import access_tokens, credentials
from web.security.authorization import access_keys
from web.security.identity import caller
from web.security.known_devices import remember_device

log = logging.getLogger(__name__)
blueprint = Blueprint("api_auth", __name__)


class Credentials(Input):
    """The body of a login."""

    email: str
    password: Password


class Refresh(Input):
    """The body of a token refresh."""

    refresh_token: str


class Logout(Input):
    """The body of a logout."""

    refresh_token: str | None = None


@blueprint.post("/auth/register")
@Operation(
    "Open an account",
    tag=ACCOUNTS,
    access=PUBLIC,
    gives=UserDocument,
    status=201,
    refuses=(EmailTaken, IdempotencyKeyUnsupported),
)
async def register(body: Registration) -> tuple[Response, int]:
    refuse_key()
    if reason := objection(body.password):
        raise Invalid.field("password", "weak_password", reason)
    account = await create(body)
    await take_guest_cart(account.id)
    return jsonify(user_document(account)), 201


@blueprint.post("/auth/login")
@Operation("Log in for a pair of tokens", tag=ACCOUNTS, access=PUBLIC, gives=TokenPair, refuses=(InvalidCredentials,))
async def log_in(body: Credentials) -> Response:
    account = await credentials.check(body.email, body.password)
    issued = await write(lambda tx: refresh_tokens.start_family(tx, account.id, account.password_hash))
    if issued is None:
        raise InvalidCredentials(credentials.SENTENCE)
    log.info("request %s: signed in for tokens, account %s", request_id(), account.public_id)
    await take_guest_cart(account.id)
    response = jsonify(token_pair(issued))
    remember_device(response, account.email)
    return response


@blueprint.post("/auth/refresh")
@Operation("Swap a refresh token", tag=ACCOUNTS, access=PUBLIC, gives=TokenPair, refuses=(Unauthenticated,))
async def refresh(body: Refresh) -> Response:
    issued = await write(lambda tx: refresh_tokens.rotate(tx, body.refresh_token))
    if issued is None:
        log.warning("request %s: refresh token refused", request_id())
        raise Unauthenticated("The refresh token is unknown, expired, used or revoked. Log in again.")
    return jsonify(token_pair(issued))


@blueprint.post("/auth/logout")
@Operation("Log out", tag=ACCOUNTS, access=CUSTOMER, status=204)
async def log_out(body: Logout) -> tuple[str, int]:
    account, family = caller(), g.family

    async def work(tx: Transaction) -> None:
        if family:
            await refresh_tokens.revoke_family(tx, family)
        if body.refresh_token:
            await refresh_tokens.revoke_by_secret(tx, body.refresh_token, account.id)

    await write(work)
    return "", 204


@blueprint.get("/auth/me")
@Operation("Who am I", tag=ACCOUNTS, access=CUSTOMER, gives=UserDocument)
async def me() -> Response:
    return jsonify(user_document(caller()))


@blueprint.patch("/auth/me")
@Operation(
    "Change one's name, or ask for another e-mail address by a link mailed to it",
    ACCOUNTS,
    CUSTOMER,
    gives=UserDocument,
    refuses=(EmailTaken,),
)
async def change_me(body: ProfileChange) -> Response:
    return jsonify(user_document(await change_profile(caller(), body)))


@blueprint.post("/auth/email/verification")
@Operation("Ask for a link that proves one's e-mail address", tag=ACCOUNTS, access=CUSTOMER, status=202)
async def send_verification() -> tuple[str, int]:
    await send_link(caller())
    return "", 202


@blueprint.post("/auth/email/verification/confirm")
@Operation(
    "Prove one's e-mail address, present or new, by that link",
    ACCOUNTS,
    CUSTOMER,
    gives=UserDocument,
    refuses=(InvalidToken, EmailTaken),
)
async def confirm_address(body: Confirmation) -> Response:
    account, _ = await confirm(caller(), body.token)
    return jsonify(user_document(account))


@blueprint.post("/auth/password")
@Operation("Choose a new password", tag=ACCOUNTS, access=CUSTOMER, status=204)
async def change_password(body: PasswordChange) -> tuple[str, int]:
    await set_new_password(caller(), body, keep_family=g.family)
    return "", 204


@blueprint.post("/auth/password/forgot")
@Operation("Ask for a link to choose a new password", tag=ACCOUNTS, access=PUBLIC, status=202)
async def forgot(body: Forgotten) -> tuple[str, int]:
    await write(lambda tx: password_resets.ask(tx, body.email))
    return "", 202


@blueprint.post("/auth/password/reset")
@Operation("Choose a new password by that link", tag=ACCOUNTS, access=PUBLIC, status=204, refuses=(InvalidToken,))
async def reset(body: NewPassword) -> tuple[str, int]:
    await choose_new_password(body)
    return "", 204


def user_document(account: Account) -> dict[str, Any]:
    """The JSON of an account, for its owner."""
    return {
        "id": account.public_id,
        "email": account.email,
        "name": account.name,
        "role": account.role,
        "must_change_password": account.must_change_password,
        "email_verified_at": iso(account.email_verified_at) if account.email_verified_at else None,
        "created_at": iso(account.created_at),
    }


def token_pair(issued: Issued) -> dict[str, Any]:
    """A new access token with the refresh token."""
    account = issued.account
    claims = access_tokens.Claims(account.public_id, account.token_version, issued.family)
    return {
        "access_token": access_tokens.issue(access_keys(), claims),
        "refresh_token": issued.secret,
        "token_type": "Bearer",
        "expires_in": access_tokens.LIFE_SECONDS,
    }
