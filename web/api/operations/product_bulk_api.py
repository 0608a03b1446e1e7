"""Many products at once over the API, for admins: price and stock of several, and all of them as a CSV file."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pydantic import Field
from quart import Blueprint, Response, jsonify

from models.catalog import bulk_changes, product_import
from models.catalog.bulk_changes import MOST_AT_ONCE, BulkChange, PlannedProduct, ProductAsSeen
from models.catalog.product_import import ImportPlan
from models.database import Transaction, read, read_long
from models.shared.errors import BelowReserved, ProductNotFound, SkuTaken, VersionConflict
from web.api.description.operation import ADMIN, Operation
from web.api.description.operation_tags import CATALOG
from web.api.documents.idempotency_keys import write_once
from web.api.documents.money_format import amount
from web.api.operations.inventory_api import OnHand, Threshold
from web.api.schemas import catalog_schemas as schemas
from web.forms.csv_files import csv_response
from web.forms.input_model import Input, Line, MoneyInput
from web.forms.product_table import NAMES, parse_products, table_of
from web.security.actor import actor

blueprint = Blueprint("api_product_bulk", __name__)

LONGEST_FILE = 1_000_000  # characters


class SeenProduct(Input):
    """A product as the preview showed it."""

    id: str
    version: int
    on_hand: int


class ManyProducts(Input):
    """Which products, and what is to change of each; omitted fields are kept."""

    product_ids: list[str] = Field(min_length=1, max_length=MOST_AT_ONCE)
    price: MoneyInput | None = None
    price_percent: float | None = Field(default=None, gt=-100, le=1000, description="-10 lowers by a tenth")
    price_add: int | None = Field(default=None, description="minor units; negative lowers")
    on_hand: OnHand | None = None
    stock_add: int | None = Field(default=None, description="units; negative takes away")
    low_stock_threshold: Threshold | None = None
    reason: Line = Field(default="", description="needed when stock is set or taken away")
    preview: bool = Field(default=False, description="only say what would change")
    seen: list[SeenProduct] = Field(
        default_factory=list, max_length=MOST_AT_ONCE, description="of the preview: what differs now is refused"
    )

    def change(self) -> BulkChange:
        """What is to change."""
        return BulkChange(
            price_cents=None if self.price is None else self.price.amount,
            price_percent=None if self.price_percent is None else Decimal(str(self.price_percent)),
            price_add_cents=self.price_add,
            on_hand=self.on_hand,
            stock_add=self.stock_add,
            low_stock_threshold=self.low_stock_threshold,
            reason=self.reason,
        )


class ProductFile(Input):
    """The text of a CSV file. `plan` is that of a preview: anything else is refused then."""

    csv: str = Field(max_length=LONGEST_FILE)
    preview: bool = Field(default=False, description="only say what would change")
    plan: Line = ""


@blueprint.post("/admin/products/changes")
@Operation(
    "Change price and stock of several products, or preview that",
    *(CATALOG, ADMIN),
    gives=schemas.BulkChangeDocument,
    refuses=(ProductNotFound, BelowReserved, VersionConflict),
    is_once=True,
)
async def change_many(body: ManyProducts) -> Response:
    by, change, ids = actor(), body.change(), body.product_ids
    if body.preview:
        planned = await read(lambda tx: bulk_changes.plan(tx, ids, change))
        return jsonify(_bulk_document(planned, is_done=False))
    seen = [ProductAsSeen(each.id, each.version, each.on_hand) for each in body.seen]

    async def work(tx: Transaction) -> dict[str, Any]:
        return _bulk_document(await bulk_changes.carry_out(tx, by, ids, change, seen=seen), is_done=True)

    return jsonify(await write_once(work, body))


@blueprint.get("/admin/products/file")
@Operation("Export all products and their stock as CSV", CATALOG, ADMIN, media="text/csv")
async def export_file() -> Response:
    return csv_response("products.csv", table_of(await read_long(product_import.all_products)))


@blueprint.post("/admin/products/file")
@Operation(
    "Import products and their stock from CSV, or preview that",
    *(CATALOG, ADMIN),
    gives=schemas.ImportDocument,
    refuses=(VersionConflict, SkuTaken, BelowReserved),
    is_once=True,
)
async def import_file(body: ProductFile) -> Response:
    by, table = actor(), parse_products(body.csv.encode())
    if body.preview:
        return jsonify(_import_document(await read_long(lambda tx: product_import.plan(tx, table)), is_done=False))

    async def work(tx: Transaction) -> dict[str, Any]:
        return _import_document(await product_import.carry_out(tx, by, table, digest=body.plan), is_done=True)

    return jsonify(await write_once(work, body))


def _bulk_document(planned: Sequence[PlannedProduct], *, is_done: bool) -> dict[str, Any]:
    return {"is_done": is_done, "items": [_planned_product(each) for each in planned]}


def _planned_product(planned: PlannedProduct) -> dict[str, Any]:
    product = planned.product
    return {
        "id": product.id,
        "sku": product.sku,
        "version": product.version,
        "price": amount(product.price_cents),
        "new_price": amount(planned.price_cents),
        "on_hand": product.on_hand,
        "new_on_hand": planned.on_hand,
        "low_stock_threshold": product.low_stock_threshold,
        "new_low_stock_threshold": planned.low_stock_threshold,
        "problem": planned.problem,
    }


def _import_document(made: ImportPlan, *, is_done: bool) -> dict[str, Any]:
    lines = [
        {
            "line": line.line,
            "sku": line.sku,
            "is_new": not line.product_id,
            "changes": [
                {"column": NAMES.get(each.column, each.column), "before": each.before, "after": each.after}
                for each in line.changes
            ],
        }
        for line in made.effective
    ]
    return {"is_done": is_done, "plan": made.digest, "lines": lines, "errors": [e._asdict() for e in made.errors]}
