"""A product's pictures: upload, describe, make primary, delete."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.catalog import product_pictures
from models.database import Transaction, read
from models.shared.errors import Refusal
from pipelines.gateways.picture_files import LARGEST_BYTES, decode
from web.admin.admin_products import show_product
from web.admin.admin_view import tried, whole_number
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.security.actor import actor

blueprint = Blueprint("admin_pictures", __name__)


@blueprint.post("/admin/products/<product_id>/pictures")
async def add(product_id: str) -> Response:
    by, alt = actor(), (await form_values("alt"))["alt"]
    file = (await request.files).get("picture")
    content = file.read(LARGEST_BYTES + 1) if file is not None else b""
    try:
        await read(lambda tx: product_pictures.refuse_full(tx, product_id))
        upload = await decode(content)
    except Refusal as refusal:
        return await show_product(product_id, refusal)
    return await _after(product_id, await tried(lambda tx: product_pictures.add(tx, by, product_id, upload, alt)))


@blueprint.post("/admin/products/<product_id>/pictures/<image_id>")
async def change(product_id: str, image_id: str) -> Response:
    by, given = actor(), await form_values("alt", "first")

    async def work(tx: Transaction) -> Any:
        number, is_first = whole_number(image_id, "picture"), given["first"] == "1"
        return await product_pictures.describe(tx, by, product_id, number, given["alt"], first=is_first)

    return await _after(product_id, await tried(work))


@blueprint.post("/admin/products/<product_id>/pictures/<image_id>/removal")
async def remove(product_id: str, image_id: str) -> Response:
    by = actor()

    async def work(tx: Transaction) -> Any:
        return await product_pictures.remove(tx, by, product_id, whole_number(image_id, "picture"))

    return await _after(product_id, await tried(work))


async def _after(product_id: str, refusal: Refusal | None) -> Response:
    if refusal is not None:
        return await show_product(product_id, refusal)
    await flash("Kept.", "good")
    return see_other(f"/admin/products/{product_id}")
