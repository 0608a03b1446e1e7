"""Where the account is signed in: a list, and a button to end each login or all others."""

from quart import Blueprint, Response, flash, g

from models.accounts import logins
from models.database import read, write
from web.http.redirects import see_other
from web.rendering import page
from web.security.identity import caller

LIST = "/account/logins"

blueprint = Blueprint("logins", __name__)


@blueprint.get(LIST)
async def show() -> Response:
    account, this = caller(), g.session_secret
    found = await read(lambda tx: logins.of_account(tx, account.id, account.role, this_secret=this))
    return await page("account/logins.html", logins=found)


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
