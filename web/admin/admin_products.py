"""Admin pages of products: the list, a new product, and one product with all that can be changed of it."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.catalog import admin_product_list, catalog, product_pictures
from models.catalog.product_rows import details_of
from models.database import Transaction, write
from models.shared.errors import NotFound, Refusal, VersionConflict
from web.admin.admin_view import admin_page, errors_of, status_of
from web.admin.products.product_form import read_product_form, save, save_new, upload_of
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_products", __name__)

PER_PAGE = 20  # on a phone 2,500 pixels at most


@blueprint.get("/admin/products")
async def show() -> Response:
    number = page_number()
    query = {name: request.args.get(name, "").strip() for name in ("q", "status", "category")}

    async def facts(tx: Transaction) -> dict[str, Any]:
        found = await admin_product_list.list_all(tx, **query, page=number, per_page=PER_PAGE)
        return {"page": found, "categories": await catalog.categories(tx)}

    return await admin_page("admin/products/list.html", facts, query=query)


@blueprint.get("/admin/products/new")
async def new() -> Response:
    return await _new_page({"on_hand": "0", "low_stock_threshold": "5"})


@blueprint.post("/admin/products")
async def create() -> Response:
    by, sent = actor(), await read_product_form()
    try:
        upload = await upload_of(sent)
        product = await write(lambda tx: save_new(tx, by, sent, upload))
    except Refusal as refusal:
        return await _new_page(sent.given, refusal)
    await flash(f"{product.name} is on sale.", "good")
    return see_other(f"/admin/products/{product.id}")


@blueprint.get("/admin/products/<product_id>")
async def one(product_id: str) -> Response:
    return await _product_page(product_id)


@blueprint.post("/admin/products/<product_id>")
async def change(product_id: str) -> Response:
    by, sent = actor(), await read_product_form()
    try:
        upload = await upload_of(sent, product_id)
        await write(lambda tx: save(tx, by, product_id, sent, upload))
    except NotFound:
        raise
    except Refusal as refusal:
        return await _product_page(product_id, refusal, sent.given)
    await flash("Saved.", "good")
    return see_other(f"/admin/products/{product_id}")


async def _new_page(given: dict[str, str], refusal: Refusal | None = None) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"categories": await catalog.categories(tx)}

    status = refusal.status if refusal else 200
    return await admin_page("admin/products/new.html", facts, status=status, given=given, errors=errors_of(refusal))


async def _product_page(
    product_id: str, refusal: Refusal | None = None, given: dict[str, str] | None = None
) -> Response:
    """The page of a product. After a refusal the fields keep the input; if the product has changed since, the input is
    shown above the new values, so that no unseen change is overwritten."""

    async def facts(tx: Transaction) -> dict[str, Any]:
        product = await catalog.find_product(tx, product_id, include_retired=True)
        return {
            "product": product,
            "categories": await catalog.categories(tx),
            "images": await product_pictures.of_product(tx, product.id),
            "details": await details_of(product.id),
        }

    stale = given if isinstance(refusal, VersionConflict) else None
    values = {"given": None if stale else given, "stale": stale, "errors": errors_of(refusal)}
    return await admin_page("admin/products/product.html", facts, status=status_of(refusal), **values)
