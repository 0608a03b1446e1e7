"""One's own account over the API: logins and named tokens, the data the shop has, and its erasure."""

from typing import Any

from quart import Blueprint, Response, jsonify

from models.accounts import logins
from models.database import read, write
from models.privacy import personal_data
from models.shared.errors import Conflict, FreshLoginRequired, IdempotencyKeyUnsupported, IllegalTransition, NotFound
from models.shared.times import iso
from models.sign_in import api_tokens
from models.sign_in.api_tokens import NamedToken, TokenScope
from web.account.privacy_pages import Erasure, erase_account
from web.account.session_pages import NewTokenForm, new_token
from web.api.description.operation import CUSTOMER, Operation
from web.api.description.operation_tags import ACCOUNTS
from web.api.documents.idempotency_keys import TOLD_ONCE, refuse_key
from web.api.schemas.account_schemas import LoginList, NamedTokenDocument, NamedTokenList, PersonalData
from web.security.identity import caller
from web.sign_in.fresh_login import require_fresh_login

blueprint = Blueprint("api_own_account", __name__)


@blueprint.get("/account/logins")
@Operation("List where the account is signed in", tag=ACCOUNTS, access=CUSTOMER, gives=LoginList)
async def list_logins() -> Response:
    account = caller()
    found = await read(lambda tx: logins.of_account(tx, account.id, account.role, this_secret=""))
    return jsonify(
        items=[
            {
                "id": each.id,
                "device": each.device,
                "is_program": each.is_program,
                "created_at": iso(each.created_at),
                "seen_at": iso(each.seen_at),
            }
            for each in found
        ]
    )


@blueprint.delete("/account/logins/<login_id>")
@Operation("End a login", tag=ACCOUNTS, access=CUSTOMER, status=204, refuses=(NotFound,))
async def end_login(login_id: str) -> tuple[str, int]:
    user_id = caller().id
    await write(lambda tx: logins.end(tx, user_id, login_id))
    return "", 204


@blueprint.get("/account/tokens")
@Operation("List the named tokens", tag=ACCOUNTS, access=CUSTOMER, gives=NamedTokenList)
async def list_tokens() -> Response:
    user_id = caller().id
    found = await read(lambda tx: api_tokens.of_account(tx, user_id))
    return jsonify(items=[_document(each) for each in found])


@blueprint.post("/account/tokens")
@Operation(
    "Make a named token; it is in this answer alone",
    ACCOUNTS,
    CUSTOMER,
    gives=NamedTokenDocument,
    status=201,
    refuses=(Conflict, FreshLoginRequired, IdempotencyKeyUnsupported),
)
async def make_token(body: NewTokenForm) -> tuple[Response, int]:
    refuse_key(TOLD_ONCE)
    await require_fresh_login()
    made, secret = await new_token(caller(), body.name, TokenScope(body.scope), body.days)
    return jsonify({**_document(made), "token": secret}), 201


@blueprint.delete("/account/tokens/<token_id>")
@Operation("Revoke a named token", tag=ACCOUNTS, access=CUSTOMER, status=204, refuses=(NotFound,))
async def revoke_token(token_id: str) -> tuple[str, int]:
    user_id = caller().id
    await write(lambda tx: api_tokens.revoke(tx, user_id, token_id))
    return "", 204


@blueprint.get("/account/data")
@Operation("Take along everything that the shop knows about oneself", ACCOUNTS, CUSTOMER, gives=PersonalData)
async def data() -> Response:
    account = caller()
    return jsonify(await read(lambda tx: personal_data.collect(tx, account)))


@blueprint.post("/account/erasure")
@Operation(
    "Erase one's account; orders stay in the books without the person",
    ACCOUNTS,
    CUSTOMER,
    status=204,
    refuses=(IllegalTransition,),
)
async def erase(body: Erasure) -> tuple[str, int]:
    await erase_account(body.current_password)
    return "", 204


def _document(token: NamedToken) -> dict[str, Any]:
    return {
        "id": token.id,
        "name": token.name,
        "scope": token.scope,
        "created_at": iso(token.created_at),
        "expires_at": iso(token.expires_at),
        "used_at": iso(token.used_at) if token.used_at else None,
    }
