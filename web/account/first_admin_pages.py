"""The first admin of a shop that has none: a link in the log opens a page that makes it, once."""

import logging
import time

from pydantic import Field
from quart import Blueprint, Response, flash, request

from core.settings import Settings
from models.accounts import first_admin
from models.accounts.passwords import objection
from models.database import read, write
from models.shared.errors import EmailTaken, InvalidToken
from web.account.registration_pages import Registration
from web.app_context import derived_keys
from web.app_context import settings as its
from web.forms.form_reader import form_values, read_form
from web.http.envelope import request_id
from web.http.redirects import see_other
from web.rendering import page
from web.security.login_attempts import hash_in_turn

PATH = "/auth/set-up"

log = logging.getLogger(__name__)
blueprint = Blueprint("set_up", __name__)


class FirstAdmin(Registration):
    """Who it is, and the secret of the link."""

    link: str = Field(max_length=100)


async def announce(settings: Settings) -> None:
    """Called at the start: while there is no admin, tell the operator how to make one."""
    if await read(first_admin.is_missing):
        link = first_admin.new_link(derived_keys(settings, first_admin.PURPOSE)[0], int(time.time() * 1000))
        address = f"{settings.public_url.rstrip('/')}{PATH}?link={link}"
        log.warning("no admin yet: open %s within the hour, or run `cartwright admin create`", address)


@blueprint.get(PATH)
async def ask() -> Response:
    link = request.args.get("link", "")
    try:
        await read(lambda tx: first_admin.check(tx, _keys(), link))
    except InvalidToken:
        return await _gone()
    return await _form({"email": "", "name": "", "link": link}, {})


@blueprint.post(PATH)
async def make() -> Response:
    kept = await form_values("email", "name", "link")
    form, errors = await read_form(FirstAdmin)
    try:
        await read(lambda tx: first_admin.check(tx, _keys(), kept["link"]))
        if form is None:
            return await _form(kept, errors, status=422)
        if reason := objection(form.password, "admin"):
            return await _form(kept, {"password": reason}, status=422)
        await _create(form)
    except InvalidToken:
        return await _gone()
    except EmailTaken as refusal:
        return await _form(kept, {"email": refusal.detail}, status=409)
    await flash("The shop has its admin. Log in to begin", "success")
    return see_other("/auth/login?next=/admin")


async def _create(form: FirstAdmin) -> None:
    fields = {"email": form.email, "name": form.name, "password_hash": await hash_in_turn(form.password)}
    made = await write(lambda tx: first_admin.create(tx, _keys(), form.link, **fields))
    log.info("request %s: first admin made, account %s", request_id(), made.public_id)


def _keys() -> tuple[bytes, ...]:
    return derived_keys(its(), first_admin.PURPOSE)


async def _form(form: dict[str, str], errors: dict[str, str], *, status: int = 200) -> Response:
    return await page("account/set_up.html", status=status, form=form, errors=errors)


async def _gone() -> Response:
    return await page("account/set_up_gone.html", status=410)
