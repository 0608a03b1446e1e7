"""Stock over the API, for admins: levels, restocks, recounts, thresholds and the stock ledger."""

from typing import Annotated, Any

from quart import Blueprint, Response, jsonify

from models.audit.audit_log import Actor
from models.catalog.stock_list import list_stock
from models.database import Transaction, read_long, write
from models.inventory import stock_adjustments
from models.inventory.stock_adjustments import StockLevel, StockMovementView
from models.shared.errors import BelowReserved, ProductNotFound, VersionConflict
from models.shared.times import iso
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import INVENTORY
from web.api.documents.conditional_requests import has_moved_on, header, tag_of
from web.api.documents.idempotency_keys import write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.schemas import catalog_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.forms.input_model import Input, Line, says
from web.security.actor import actor

blueprint = Blueprint("api_inventory", __name__)


OnHand = Annotated[int, says(minimum=0, maximum=stock_adjustments.MOST_ON_HAND)]
Threshold = Annotated[int, says(minimum=0, maximum=stock_adjustments.HIGHEST_THRESHOLD)]


class StockQuery(PageQuery):
    """The query string of the list of stock."""

    q: str = ""
    low: bool = False


class Restock(Input):
    """The number of units that have arrived."""

    quantity: Annotated[int, says(minimum=1, maximum=stock_adjustments.LARGEST_RESTOCK)]
    note: Line = ""


class Count(Input):
    """The counted units and the threshold; omitted fields are kept."""

    low_stock_threshold: Threshold | None = None
    on_hand: OnHand | None = None
    reason: Line = ""


@blueprint.get("/inventory")
@Operation("List the stock", INVENTORY, ADMIN, gives=Listed[schemas.StockDocument])
async def stock(query: StockQuery) -> Response:
    page, per_page = query.page, query.per_page
    found = await read_long(lambda tx: list_stock(tx, q=query.q, is_low=query.low, page=page, per_page=per_page))
    return list_response(found, stock_document)


@blueprint.get("/inventory/<product_id>")
@Operation(
    "Read a product's stock",
    INVENTORY,
    ADMIN,
    gives=schemas.StockDocument,
    refuses=(ProductNotFound,),
    answers=("ETag",),
)
async def one(product_id: str) -> Response:
    return _answer(await read_long(lambda tx: stock_adjustments.find(tx, product_id)))


@blueprint.patch("/inventory/<product_id>")
@Operation(
    "Recount the stock, or set the threshold",
    INVENTORY,
    ADMIN,
    gives=schemas.StockDocument,
    refuses=(ProductNotFound, BelowReserved, VersionConflict),
    answers=("ETag",),
    asks=("If-Match",),
)
async def count(product_id: str, body: Count) -> Response:
    by = actor()
    return _answer(await write(lambda tx: _count(tx, by, product_id, body)))


@blueprint.post("/inventory/<product_id>/restock")
@Operation(
    *("Restock a product", INVENTORY, ADMIN),
    gives=schemas.StockDocument,
    refuses=(ProductNotFound,),
    answers=("ETag",),
    is_once=True,
)
async def restock(product_id: str, body: Restock) -> Response:
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        return stock_document(await stock_adjustments.restock(tx, by, product_id, body.quantity, note=body.note))

    return _response(await write_once(work, body))


@blueprint.get("/inventory/<product_id>/ledger")
@Operation(
    "Read a product's ledger", INVENTORY, ADMIN, gives=Listed[schemas.MovementDocument], refuses=(ProductNotFound,)
)
async def ledger(product_id: str, query: PageQuery) -> Response:
    page, per_page = query.page, query.per_page
    found = await read_long(lambda tx: stock_adjustments.ledger(tx, product_id, page=page, per_page=per_page))
    return list_response(found, movement_document)


def stock_document(stock: StockLevel) -> dict[str, Any]:
    """The JSON of a product's stock."""
    return {
        "product_id": stock.product_id,
        "sku": stock.sku,
        "name": stock.name,
        "on_hand": stock.on_hand,
        "reserved": stock.reserved,
        "available": stock.available,
        "low_stock_threshold": stock.low_stock_threshold,
        "version": stock.version,
        "updated_at": iso(stock.updated_at),
    }


def movement_document(movement: StockMovementView) -> dict[str, Any]:
    """The JSON of one movement in the stock ledger."""
    return {
        "sequence": movement.sequence,
        "at": iso(movement.at),
        "kind": movement.kind,
        "on_hand_change": movement.on_hand_change,
        "reserved_change": movement.reserved_change,
        "on_hand": movement.on_hand,
        "reserved": movement.reserved,
        "actor": movement.actor,
        "note": movement.note,
        "order_id": movement.order_id,
    }


def _answer(stock: StockLevel) -> Response:
    return _response(stock_document(stock))


def _response(document: dict[str, Any]) -> Response:
    response = jsonify(document)
    response.set_etag(tag_of(document, document["version"]))
    return response


def etag_of(stock: StockLevel) -> str:
    """The entity tag, which changes with the numbers, the name and the SKU."""
    return tag_of(stock_document(stock), stock.version)


async def _count(tx: Transaction, by: Actor, product_id: str, body: Count) -> StockLevel:
    version = None
    if header("If-Match"):
        before = await stock_adjustments.find(tx, product_id)
        if has_moved_on(etag_of(before)):
            raise VersionConflict("This stock has changed since you read it.", version=before.version)
        version = before.version
    return await stock_adjustments.adjust(tx, by, product_id, **body.model_dump(), version=version)
