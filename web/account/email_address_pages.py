"""The account's e-mail address: have a link mailed that proves it, and open the link. Opening asks, the button proves.

Programs that look into mail open links by themselves, so a GET changes nothing.
"""

import logging

from pydantic import Field
from quart import Blueprint, Response, flash, request

from models.accounts import accounts, email_links
from models.accounts.account_record import Account
from models.accounts.mail_caps import refuse_if_spent
from models.audit.audit_log import Actor, record
from models.database import ConstraintViolated, Transaction, read, write
from models.shared.errors import EmailTaken, InvalidToken
from web.forms.form_reader import form_values
from web.forms.input_model import Input
from web.http.envelope import request_id
from web.http.redirects import own_path, see_other
from web.rendering import page
from web.security.actor import actor
from web.security.identity import caller

PATH = "/auth/verify-email"
AFTERWARDS = "/auth/profile"

log = logging.getLogger(__name__)
blueprint = Blueprint("email_address", __name__)


class Confirmation(Input):
    """The secret of a link."""

    token: str = Field(max_length=200)


@blueprint.post(f"{PATH}/mail")
async def send() -> Response:
    account = caller()
    await send_link(account)
    await flash(
        f"We mailed a link to {account.email}. Open it within 24 hours, on any device you log in with", "success"
    )
    return see_other(own_path((await form_values("next"))["next"], AFTERWARDS))


@blueprint.get(PATH)
async def ask() -> Response:
    account, token = caller(), request.args.get("token", "")
    try:
        link = await read(lambda tx: email_links.find(tx, account, token))
    except InvalidToken:
        return await page("account/email_link_gone.html", status=410)
    return await _page(link, token)


@blueprint.post(PATH)
async def prove() -> Response:
    account, token = caller(), (await form_values("token"))["token"]
    try:
        link = await read(lambda tx: email_links.find(tx, account, token))
        proved, orders = await confirm(account, token)
    except InvalidToken:
        return await page("account/email_link_gone.html", status=410)
    except EmailTaken as refusal:
        return await _page(link, token, refusal.detail, status=refusal.status)
    joined = "" if not orders else ". One order joined it" if orders == 1 else f". {orders} orders joined it"
    await flash(f"{proved.email} is confirmed as the address of this account{joined}", "success")
    return see_other("/orders" if orders else AFTERWARDS)


async def send_link(account: Account) -> None:
    """Have a link mailed to the account's address. Raises TooManyRequests when enough went there of late."""

    async def work(tx: Transaction) -> None:
        await refuse_if_spent(tx, "email.verify", account.email)
        await email_links.ask(tx, account)

    await write(work)


async def confirm(account: Account, token: str) -> tuple[Account, int]:
    """The account with its address proved, and how many orders of guests it got by that.

    Raises:
        InvalidToken: the link is unknown, used, too old, or another account's.
        EmailTaken: the new address has an account by now.
    """
    by = actor()
    try:
        proved, orders = await write(lambda tx: _confirm(tx, account, token, by))
    except ConstraintViolated:  # somebody took the address in this very moment
        raise EmailTaken(accounts.TAKEN) from None
    log.info("request %s: address proved, account %s, orders %d", request_id(), account.public_id, orders)
    return proved, orders


async def _confirm(tx: Transaction, account: Account, token: str, by: Actor) -> tuple[Account, int]:
    orders = await email_links.use(tx, account, token)
    proved = await accounts.find_by_id(tx, account.public_id)
    assert proved is not None
    if proved.email != account.email:
        before, after = {"email": account.email}, {"email": proved.email}
        await record(tx, by, "account.email", ("account", account.public_id), before=before, after=after)
    return proved, orders


async def _page(link: email_links.LinkedAddress, token: str, problem: str = "", *, status: int = 200) -> Response:
    return await page("account/verify_email.html", status=status, link=link, token=token, problem=problem)
