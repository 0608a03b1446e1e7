"""The address book over the API: the caller's own entries, up to twenty."""

from dataclasses import asdict
from typing import Any

from quart import Blueprint, Response, jsonify

from models.accounts import address_book
from models.accounts.address_book import AddressBookEntry
from models.database import Transaction, read, write
from models.shared.errors import AddressBookFull, NotFound
from models.shared.paging import Page
from web.api.description.operation import CUSTOMER, Operation
from web.api.description.operation_tags import ACCOUNTS
from web.api.documents.idempotency_keys import write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.schemas.common_schemas import Listed
from web.api.schemas.shopping_schemas import SavedAddress
from web.forms.address_input import AddressChange, NewAddress
from web.security.identity import caller

blueprint = Blueprint("api_addresses", __name__)


@blueprint.get("/addresses")
@Operation("List the address book", tag=ACCOUNTS, access=CUSTOMER, gives=Listed[SavedAddress])
async def book(query: PageQuery) -> Response:
    user = caller().id
    found = await read(lambda tx: address_book.book(tx, user))
    first = (query.page - 1) * query.per_page
    page = Page(found[first : first + query.per_page], query.page, query.per_page, len(found))
    return list_response(page, address_document)


@blueprint.post("/addresses")
@Operation(
    "Save an address",
    ACCOUNTS,
    CUSTOMER,
    gives=SavedAddress,
    status=201,
    refuses=(AddressBookFull,),
    answers=("Location",),
    is_once=True,
)
async def add(body: NewAddress) -> Response:
    user = caller().id

    async def work(tx: Transaction) -> dict[str, Any]:
        return address_document(await address_book.add(tx, user, body.model_dump()))

    saved = await write_once(work, body)
    response = jsonify(saved)
    response.status_code = 201
    response.headers["Location"] = f"/api/v1/addresses/{saved['id']}"
    return response


@blueprint.get("/addresses/<address_id>")
@Operation("Read an address", tag=ACCOUNTS, access=CUSTOMER, gives=SavedAddress, refuses=(NotFound,))
async def show(address_id: str) -> Response:
    user = caller().id
    return jsonify(address_document(await read(lambda tx: address_book.find(tx, user, address_id))))


@blueprint.patch("/addresses/<address_id>")
@Operation("Change an address", tag=ACCOUNTS, access=CUSTOMER, gives=SavedAddress, refuses=(NotFound,))
async def change(address_id: str, body: AddressChange) -> Response:
    user = caller().id

    async def work(tx: Transaction) -> AddressBookEntry:
        saved = await address_book.find(tx, user, address_id)
        return await address_book.change(tx, user, address_id, body.applied_to(saved.parts))

    return jsonify(address_document(await write(work)))


@blueprint.delete("/addresses/<address_id>")
@Operation("Delete an address", tag=ACCOUNTS, access=CUSTOMER, status=204, refuses=(NotFound,))
async def remove(address_id: str) -> tuple[str, int]:
    user = caller().id
    await write(lambda tx: address_book.remove(tx, user, address_id))
    return "", 204


def address_document(address: AddressBookEntry) -> dict[str, Any]:
    """The JSON of an address book entry."""
    return asdict(address)
