"""The address book over the API: the caller's own entries, up to twenty."""

from dataclasses import asdict
from typing import Any

from quart import Blueprint, Response, jsonify

from models import addresses
from models.addresses import Address
from models.database import read, write
from models.paging import Page
from web.address_input import AddressChange, NewAddress
from web.api.body import read_body
from web.api.lists import PageQuery, list_response, read_query
from web.identity import caller

blueprint = Blueprint("api_addresses", __name__)


@blueprint.get("/addresses")
async def book() -> Response:
    user, query = caller().id, read_query(PageQuery)
    found = await read(lambda tx: addresses.book(tx, user))
    first = (query.page - 1) * query.per_page
    page = Page(found[first : first + query.per_page], query.page, query.per_page, len(found))
    return list_response(page, address_document)


@blueprint.post("/addresses")
async def add() -> Response:
    user, given = caller().id, await read_body(NewAddress)
    saved = await write(lambda tx: addresses.add(tx, user, given.model_dump()))
    response = jsonify(address_document(saved))
    response.status_code = 201
    response.headers["Location"] = f"/api/v1/addresses/{saved.id}"
    return response


@blueprint.get("/addresses/<address_id>")
async def show(address_id: str) -> Response:
    user = caller().id
    return jsonify(address_document(await read(lambda tx: addresses.find(tx, user, address_id))))


@blueprint.patch("/addresses/<address_id>")
async def change(address_id: str) -> Response:
    user, given = caller().id, await read_body(AddressChange)
    return jsonify(address_document(await write(lambda tx: addresses.change(tx, user, address_id, given.named()))))


@blueprint.delete("/addresses/<address_id>")
async def remove(address_id: str) -> tuple[str, int]:
    user = caller().id
    await write(lambda tx: addresses.remove(tx, user, address_id))
    return "", 204


def address_document(address: Address) -> dict[str, Any]:
    """An entry as the API shows it to its owner."""
    return asdict(address)
