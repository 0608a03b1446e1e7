"""Admin pages of products: the list, a new product, and one product with its fields and stock."""

from typing import Any

from quart import Blueprint, Response, flash, request

from models.catalog import admin_product_list, catalog, product_changes, product_details, product_pictures
from models.catalog.product_changes import NewProduct
from models.database import Transaction, write
from models.shared.errors import Invalid, Refusal, VersionConflict
from web.admin.admin_view import admin_page, errors_of, status_of, tried, whole_number
from web.admin.money_input import cents_of
from web.forms.form_reader import form_values
from web.http.redirects import see_other
from web.rendering import page_number
from web.security.actor import actor

blueprint = Blueprint("admin_products", __name__)

FIELDS = ("sku", "name", "description", "price", "category_id")
STOCK = ("on_hand", "low_stock_threshold")


@blueprint.get("/admin/products")
async def show() -> Response:
    number = page_number()
    query = {name: request.args.get(name, "").strip() for name in ("q", "status", "category")}

    async def facts(tx: Transaction) -> dict[str, Any]:
        found = await admin_product_list.list_all(
            tx, q=query["q"], status=query["status"], category=query["category"], page=number
        )
        return {"page": found, "categories": await catalog.categories(tx)}

    return await admin_page("admin/products/list.html", facts, query=query)


@blueprint.get("/admin/products/new")
async def new() -> Response:
    return await _form("admin/products/new.html", {"on_hand": "0", "low_stock_threshold": "5"})


@blueprint.post("/admin/products")
async def create() -> Response:
    given = await form_values(*FIELDS, *STOCK)
    by = actor()
    try:
        product = await write(lambda tx: product_changes.create(tx, by, _new(given)))
    except Refusal as refusal:
        return await _form("admin/products/new.html", given, refusal)
    await flash(f"{product.name} is on sale.", "good")
    return see_other(f"/admin/products/{product.id}")


@blueprint.get("/admin/products/<product_id>")
async def one(product_id: str) -> Response:
    return await show_product(product_id)


@blueprint.post("/admin/products/<product_id>")
async def change(product_id: str) -> Response:
    given = await form_values(*FIELDS, "version")
    by = actor()

    async def work(tx: Transaction) -> Any:
        changes = _changes(given)
        version = whole_number(given["version"], "version")
        return await product_changes.change(tx, by, product_id, changes, version=version)

    refusal = await tried(work)
    if refusal is not None:
        return await show_product(product_id, refusal, given)
    await flash("Kept.", "good")
    return see_other(f"/admin/products/{product_id}")


@blueprint.post("/admin/products/<product_id>/details")
async def change_details(product_id: str) -> Response:
    by, given = actor(), await form_values("details")
    refusal = await tried(lambda tx: product_details.change(tx, by, product_id, given["details"]))
    if refusal is not None:
        return await show_product(product_id, refusal)
    await flash("Kept, as far as it is safe.", "good")
    return see_other(f"/admin/products/{product_id}")


@blueprint.post("/admin/products/<product_id>/retirement")
async def retire(product_id: str) -> Response:
    by = actor()
    await write(lambda tx: product_changes.retire(tx, by, product_id))
    return see_other(f"/admin/products/{product_id}")


@blueprint.post("/admin/products/<product_id>/restoration")
async def restore(product_id: str) -> Response:
    by = actor()
    await write(lambda tx: product_changes.restore(tx, by, product_id))
    return see_other(f"/admin/products/{product_id}")


def _changes(given: dict[str, str]) -> dict[str, Any]:
    """The columns to change. Raises Invalid for a malformed price."""
    cents = cents_of(given["price"])
    if cents is None:
        words = "Write a price such as 12.99."
        raise Invalid.field("price", "invalid", words)
    plain = {"sku": given["sku"].strip(), "name": given["name"].strip(), "description": given["description"].strip()}
    return {**plain, "price_cents": cents, "category_id": given["category_id"]}


def _new(given: dict[str, str]) -> NewProduct:
    numbers: dict[str, Any] = {name: whole_number(given[name], name) for name in STOCK}
    return NewProduct(**_changes(given), **numbers)


async def _form(template: str, given: dict[str, str], refusal: Refusal | None = None) -> Response:
    async def facts(tx: Transaction) -> dict[str, Any]:
        return {"categories": await catalog.categories(tx)}

    status = refusal.status if refusal else 200
    return await admin_page(template, facts, status=status, given=given, errors=errors_of(refusal))


async def show_product(
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
            "details": await product_details.find(tx, product.id),
        }

    stale = given if isinstance(refusal, VersionConflict) else None
    values = {"given": None if stale else given, "stale": stale, "errors": errors_of(refusal)}
    return await admin_page("admin/products/product.html", facts, status=status_of(refusal), **values)
