"""Where the account is signed in, and the named tokens of its programs: lists, and buttons to end each or all."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints
from quart import Blueprint, Response, flash, g

from models.accounts import logins
from models.accounts.account_record import Account
from models.database import Transaction, read, write
from models.shared.errors import Conflict
from models.sign_in import api_tokens, security_notices
from models.sign_in.api_tokens import NamedToken, TokenScope
from models.sign_in.security_notices import SecurityChange
from web.forms.form_reader import WHOLE_FORM, form_values, read_form
from web.forms.input_model import Input, RequiredLine
from web.http.redirects import see_other
from web.rendering import page
from web.security.identity import caller
from web.sign_in.fresh_proof import needs_proof

LIST = "/account/logins"
RequiredName = Annotated[RequiredLine, StringConstraints(max_length=api_tokens.LONGEST_TOKEN_NAME)]

blueprint = Blueprint("logins", __name__)


class NewTokenForm(Input):
    """A token's name, what it opens, and for how many days."""

    name: RequiredName
    scope: Literal["read", "shop", "staff"]
    days: Annotated[int, Field(ge=api_tokens.SHORTEST_DAYS, le=api_tokens.LONGEST_DAYS)]


@blueprint.get(LIST)
async def show() -> Response:
    return await _page()


@blueprint.post(f"{LIST}/<login_id>/ending")
async def end(login_id: str) -> Response:
    user = caller().id
    await write(lambda tx: logins.end(tx, user, login_id))
    await flash("The login has ended", "success")
    return see_other(LIST)


@blueprint.post(f"{LIST}/ending")
async def end_others() -> Response:
    user, this = caller().id, g.session_secret
    await write(lambda tx: logins.end_others(tx, user, this_secret=this))
    await flash("All other logins have ended", "success")
    return see_other(LIST)


@blueprint.post("/account/tokens")
@needs_proof
async def make_token() -> Response:
    """The secret is in this answer alone."""
    form, errors = await read_form(NewTokenForm)
    if form is None:
        return await _page(errors=errors, status=422)
    try:
        _, secret = await new_token(caller(), form.name, TokenScope(form.scope), form.days)
    except Conflict as refusal:
        return await _page(errors={WHOLE_FORM: refusal.detail}, status=409)
    return await _page(secret=secret)


@blueprint.post("/account/tokens/<token_id>/revocation")
async def revoke_token(token_id: str) -> Response:
    user = caller().id
    await write(lambda tx: api_tokens.revoke(tx, user, token_id))
    await flash("The token was revoked", "success")
    return see_other(LIST)


@blueprint.post("/account/tokens/revocation")
async def revoke_tokens() -> Response:
    user = caller().id
    await write(lambda tx: api_tokens.revoke_all(tx, user))
    await flash("All tokens were revoked", "success")
    return see_other(LIST)


async def new_token(account: Account, name: str, scope: TokenScope, days: int) -> tuple[NamedToken, str]:
    """A named token and its secret; its owner is mailed. Raises Conflict where there are too many."""

    async def work(tx: Transaction) -> tuple[NamedToken, str]:
        made = await api_tokens.make(tx, account.id, name=name, scope=scope, days=days)
        await security_notices.tell(tx, account, SecurityChange.TOKEN)
        return made

    return await write(work)


async def _page(*, errors: dict[str, str] | None = None, secret: str = "", status: int = 200) -> Response:
    account, this = caller(), g.session_secret

    async def facts(tx: Transaction) -> dict[str, Any]:
        found = await logins.of_account(tx, account.id, account.role, this_secret=this)
        return {"logins": found, "tokens": await api_tokens.of_account(tx, account.id)}

    shown = {
        "errors": errors or {},
        "secret": secret,
        "form": await form_values("name", "scope", "days") if errors else {},
    }
    return await page("account/logins.html", status=status, user=account, **shown, **await read(facts))
