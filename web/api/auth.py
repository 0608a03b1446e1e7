"""Accounts over the API: register, log in for a pair of tokens, swap them, log out, change the password."""

import logging
from typing import Any

from quart import Blueprint, Response, g, jsonify

from models import password_resets, refresh_tokens
from models.accounts import Account, account_of
from models.database import Transaction, write
from models.passwords import objection
from models.refresh_tokens import Issued
from models.refusals import FieldError, Invalid, InvalidCredentials, Unauthenticated
from web import access_tokens, credentials
from web.account.forgotten import Forgotten, NewPassword, choose_new_password
from web.account.password import PasswordChange, set_new_password
from web.account.register import Registration, create
from web.api.body import read_body
from web.authorization import access_keys
from web.envelope import request_id
from web.guest_cart import take_guest_cart
from web.identity import caller
from web.input import Input, Password
from web.template_values import iso

log = logging.getLogger(__name__)
blueprint = Blueprint("api_auth", __name__)


class Credentials(Input):
    """The body of a login."""

    email: str
    password: Password


class Refresh(Input):
    """The body of a swap of tokens."""

    refresh_token: str


class Logout(Input):
    """The body of a logout."""

    refresh_token: str | None = None


@blueprint.post("/auth/register")
async def register() -> tuple[Response, int]:
    wanted = await read_body(Registration)
    if reason := objection(wanted.password):
        raise Invalid(reason, errors=[FieldError("password", "weak_password", reason)])
    account = await create(wanted)
    await take_guest_cart(account.id)
    return jsonify(user_document(account)), 201


@blueprint.post("/auth/login")
async def log_in() -> Response:
    given = await read_body(Credentials)
    account = await credentials.check(given.email, given.password)
    issued = await write(lambda tx: refresh_tokens.start_family(tx, account.id, account.password_hash))
    if issued is None:
        raise InvalidCredentials(credentials.SENTENCE)
    log.info("request %s: signed in for tokens, account %s", request_id(), account.public_id)
    await take_guest_cart(account.id)
    return jsonify(token_pair(issued))


@blueprint.post("/auth/refresh")
async def refresh() -> Response:
    given = await read_body(Refresh)
    issued = await write(lambda tx: refresh_tokens.rotate(tx, given.refresh_token))
    if issued is None:
        log.warning("request %s: refresh token refused", request_id())
        raise Unauthenticated("The refresh token is unknown, expired, used or revoked. Log in again.")
    return jsonify(token_pair(issued))


@blueprint.post("/auth/logout")
async def log_out() -> tuple[str, int]:
    account, family = caller(), g.family
    given = await read_body(Logout, may_be_empty=True)

    async def work(tx: Transaction) -> None:
        if family:
            await refresh_tokens.revoke_family(tx, family)
        if given.refresh_token:
            await refresh_tokens.revoke_by_secret(tx, given.refresh_token, account.id)

    await write(work)
    return "", 204


@blueprint.get("/auth/me")
async def me() -> Response:
    return jsonify(user_document(caller()))


@blueprint.post("/auth/password")
async def change_password() -> tuple[str, int]:
    account = caller()
    await set_new_password(account, await read_body(PasswordChange), keep_family=g.family)
    return "", 204


@blueprint.post("/auth/password/forgot")
async def forgot() -> tuple[str, int]:
    given = await read_body(Forgotten)
    await write(lambda tx: password_resets.ask(tx, given.email))
    return "", 202


@blueprint.post("/auth/password/reset")
async def reset() -> tuple[str, int]:
    await choose_new_password(await read_body(NewPassword))
    return "", 204


def user_document(account: Account) -> dict[str, Any]:
    """An account as the API shows it to its owner."""
    return {
        "id": account.public_id,
        "email": account.email,
        "name": account.name,
        "role": account.role,
        "must_change_password": account.must_change_password,
        "created_at": iso(account.created_at),
    }


def token_pair(issued: Issued) -> dict[str, Any]:
    """A fresh access token beside the refresh token."""
    account = account_of(issued.user)
    claims = access_tokens.Claims(account.public_id, account.token_version, issued.family)
    return {
        "access_token": access_tokens.issue(access_keys(), claims),
        "refresh_token": issued.secret,
        "token_type": "Bearer",
        "expires_in": access_tokens.LIFE_SECONDS,
    }
