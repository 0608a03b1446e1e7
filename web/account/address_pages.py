"""The address book on pages: the list, one form to add and edit, and a button to delete."""

from typing import Any

from quart import Blueprint, Response, flash

from models.accounts import address_book
from models.accounts.address_book import DEFAULTS, PARTS
from models.database import read, write
from models.shared.errors import AddressBookFull
from web.forms.address_input import NewAddress
from web.forms.form_reader import WHOLE_FORM, form_values, read_form
from web.http.redirects import see_other
from web.rendering import page
from web.security.identity import caller

BOOK = "/account/addresses"

blueprint = Blueprint("addresses", __name__)


@blueprint.get(BOOK)
async def book() -> Response:
    user = caller().id
    found = await read(lambda tx: address_book.book(tx, user))
    return await page("account/addresses.html", addresses=found, most=address_book.MOST)


@blueprint.get(f"{BOOK}/new")
async def ask() -> Response:
    return await _form({"name": caller().name}, {}, "")


@blueprint.post(BOOK)
async def add() -> Response:
    user = caller().id
    form, errors = await read_form(NewAddress)
    if form is None:
        return await _again(errors, "")
    try:
        await write(lambda tx: address_book.add(tx, user, form.model_dump()))
    except AddressBookFull as refusal:
        return await _again({WHOLE_FORM: refusal.detail}, "", status=409)
    await flash("Address saved", "success")
    return see_other(BOOK)


@blueprint.get(f"{BOOK}/<address_id>")
async def edit(address_id: str) -> Response:
    user = caller().id
    address = await read(lambda tx: address_book.find(tx, user, address_id))
    return await _form({name: getattr(address, name) for name in (*PARTS, *DEFAULTS)}, {}, address.id)


@blueprint.post(f"{BOOK}/<address_id>")
async def change(address_id: str) -> Response:
    user = caller().id
    await read(lambda tx: address_book.find(tx, user, address_id))
    form, errors = await read_form(NewAddress)
    if form is None:
        return await _again(errors, address_id)
    await write(lambda tx: address_book.change(tx, user, address_id, form.model_dump()))
    await flash("Address saved", "success")
    return see_other(BOOK)


@blueprint.post(f"{BOOK}/<address_id>/removal")
async def remove(address_id: str) -> Response:
    user = caller().id
    await write(lambda tx: address_book.remove(tx, user, address_id))
    await flash("Address deleted", "success")
    return see_other(BOOK)


async def _again(errors: dict[str, str], address_id: str, *, status: int = 422) -> Response:
    return await _form(await form_values(*PARTS, *DEFAULTS), errors, address_id, status=status)


async def _form(form: dict[str, Any], errors: dict[str, str], address_id: str, *, status: int = 200) -> Response:
    values = dict.fromkeys((*PARTS, *DEFAULTS), "") | form
    return await page("account/address.html", status=status, form=values, errors=errors, address_id=address_id)
