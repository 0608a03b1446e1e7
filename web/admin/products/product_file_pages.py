"""All products and their stock as a file, and back: previewed, then imported as a whole or not at all."""

import time
from typing import Any

from quart import Blueprint, Response, flash, request

from core import shop_time
from models.catalog import product_import
from models.catalog.product_import import ImportPlan, ImportTable
from models.database import read_long, write
from models.shared.errors import Invalid, Refusal, VersionConflict
from web.admin.admin_view import admin_page, errors_of, no_facts, status_of
from web.forms.csv_files import csv_response
from web.forms.form_reader import form_values
from web.forms.product_table import NAMES, parse_products, table_of
from web.http.body_limits import LARGEST_TABLE
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_product_file", __name__)


@blueprint.get("/admin/products/file.csv")
async def export() -> Response:
    products = await read_long(product_import.all_products)
    return csv_response(f"products-{shop_time.day_of(int(time.time() * 1000)).isoformat()}.csv", table_of(products))


@blueprint.get("/admin/products/file")
async def show() -> Response:
    return await _page()


@blueprint.post("/admin/products/file")
async def send() -> Response:
    """Preview the file or, if it was previewed before, import it."""
    by, digest = actor(), (await form_values("plan"))["plan"]
    try:
        table = await _table()
        made = await read_long(lambda tx: product_import.plan(tx, table))
        if made.errors or not digest:
            return await _page(made, status=422 if made.errors else 200)
        made = await write(lambda tx: product_import.carry_out(tx, by, table, digest=digest))
    except VersionConflict as conflict:
        return await _page(made, conflict)
    except Refusal as refusal:
        return await _page(None, refusal)
    await flash(_told(made), "good")
    return see_other("/admin/products")


async def _table() -> ImportTable:
    file = (await request.files).get("file")
    content = file.read(LARGEST_TABLE) if file is not None else b""
    if not content:
        raise Invalid.field("file", "missing", "Choose a file.")
    return parse_products(content)


async def _page(made: ImportPlan | None = None, refusal: Refusal | None = None, *, status: int = 200) -> Response:
    status = status_of(refusal) if refusal is not None else status
    shown: dict[str, Any] = {"plan": made, "errors": errors_of(refusal), "names": NAMES}
    return await admin_page("admin/products/file.html", no_facts, status=status, **shown)


def _told(made: ImportPlan) -> str:
    changed = len(made.effective) - made.new_count
    return f"Imported: {made.new_count:,} new, {changed:,} changed."
