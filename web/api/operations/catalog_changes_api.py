"""Catalogue changes over the API, for admins: under /products, and alike under /admin/products."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import Field
from quart import Blueprint, Response, jsonify

from models.audit.audit_log import Actor
from models.catalog import admin_product_list, catalog, category_changes, product_changes
from models.catalog.catalog import ProductView
from models.catalog.product_changes import SKU, NewProduct
from models.database import Transaction, read, read_long, write
from models.inventory import stock_adjustments
from models.shared.errors import CategoryNotEmpty, CategoryTaken, NotFound, ProductNotFound, SkuTaken, VersionConflict
from web.api.description.operation import ADMIN, Operation, View
from web.api.description.operation_tags import CATALOG
from web.api.documents.conditional_requests import has_moved_on, header
from web.api.documents.idempotency_keys import write_once
from web.api.documents.list_pages import PageQuery, list_response
from web.api.operations.catalog_api import category_document, etag_of, product_document, product_response
from web.api.operations.inventory_api import OnHand, Threshold
from web.api.schemas import catalog_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.forms.input_model import Input, MoneyInput, RequiredLine, Text, says
from web.security.actor import actor

blueprint = Blueprint("api_catalog_changes", __name__)

Sku = Annotated[str, says(pattern=f"^{SKU.pattern}$")]
CategoryName = Annotated[RequiredLine, says(maxLength=category_changes.LONGEST_NAME)]


class FirstStock(Input):
    """The initial stock of a new product."""

    on_hand: OnHand = 0
    low_stock_threshold: Threshold = stock_adjustments.DEFAULT_THRESHOLD


class ProductToBe(Input):
    """The body that creates a product."""

    sku: Sku
    name: RequiredLine
    price: MoneyInput
    category_id: str = Field(description="id or slug")
    description: Text = ""
    stock: FirstStock = FirstStock()


class StockChange(Input):
    """New stock numbers of a product."""

    on_hand: OnHand | None = None
    low_stock_threshold: Threshold | None = None


class ProductChange(Input):
    """Changed fields of a product; omitted ones are kept."""

    sku: Sku = ""
    name: RequiredLine = ""
    price: MoneyInput = MoneyInput(amount=1)
    category_id: str = ""
    description: Text = ""
    status: Literal["active", "retired"] = "active"
    stock: StockChange = StockChange()

    def columns(self) -> dict[str, Any]:
        """The changed fields by column name."""
        named = self.model_dump(exclude_unset=True, exclude={"price", "stock"})
        return named | ({"price_cents": self.price.amount} if "price" in self.model_fields_set else {})


class CategoryToBe(Input):
    """The body that creates a category."""

    name: CategoryName
    description: Text = ""


class CategoryChange(Input):
    """Changed fields of a category; `position` sorts categories."""

    name: CategoryName = ""
    description: Text = ""
    position: int = 0


class AllProductsQuery(PageQuery):
    """The query string of the admin's list of products; `category` is a slug."""

    q: str = ""
    status: Literal["", "active", "retired"] = ""
    category: str = ""


def both(path: str, method: str) -> Callable[[View], View]:
    """The same route under /products and under /admin/products."""

    def add(view: View) -> View:
        for prefix, name in (("/products", view.__name__), ("/admin/products", f"{view.__name__}_alias")):
            blueprint.add_url_rule(prefix + path, name, view, methods=[method])
        return view

    return add


@both("", "POST")
@Operation(
    "Put a product on sale",
    CATALOG,
    ADMIN,
    gives=schemas.ProductDocument,
    status=201,
    refuses=(SkuTaken,),
    answers=("Location", "ETag"),
    is_once=True,
)
async def create(body: ProductToBe) -> Response:
    plain = body.model_dump(exclude={"price", "stock"})
    new = NewProduct(price_cents=body.price.amount, **plain, **body.stock.model_dump())
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        made = await product_changes.create(tx, by, new)
        return {"product": product_document(made), "etag": etag_of(made)}

    made = await write_once(work, body)
    response = jsonify(made["product"])
    response.status_code = 201
    response.set_etag(made["etag"])
    response.headers["Location"] = f"/api/v1/products/{made['product']['id']}"
    return response


@both("/<product_id>", "PATCH")
@Operation(
    "Change a product",
    CATALOG,
    ADMIN,
    gives=schemas.ProductDocument,
    refuses=(ProductNotFound, SkuTaken, VersionConflict),
    answers=("ETag",),
    asks=("If-Match",),
)
async def change(product_id: str, body: ProductChange) -> Response:
    by = actor()
    return product_response(await write(lambda tx: _change(tx, by, product_id, body)))


@both("/<product_id>", "DELETE")
@Operation("Retire a product", CATALOG, ADMIN, status=204, refuses=(ProductNotFound,))
async def retire(product_id: str) -> tuple[str, int]:
    by = actor()
    await write(lambda tx: product_changes.retire(tx, by, product_id))
    return "", 204


@both("/<product_id>/restoration", "POST")
@Operation(
    *("Bring a retired product back", CATALOG, ADMIN),
    gives=schemas.ProductDocument,
    refuses=(ProductNotFound,),
)
async def restore(product_id: str) -> Response:
    by = actor()
    return product_response(await write(lambda tx: product_changes.restore(tx, by, product_id)))


@blueprint.get("/admin/products")
@Operation("Search all products, retired ones too", CATALOG, ADMIN, gives=Listed[schemas.ProductDocument])
async def products(query: AllProductsQuery) -> Response:
    wanted = query.model_dump()
    return list_response(await read_long(lambda tx: admin_product_list.list_all(tx, **wanted)), product_document)


@blueprint.get("/admin/products/<product_id>")
@Operation(
    "Read a product, retired ones too", CATALOG, ADMIN, gives=schemas.ProductDocument, refuses=(ProductNotFound,)
)
async def product(product_id: str) -> Response:
    return product_response(await read(lambda tx: catalog.find_product(tx, product_id, include_retired=True)))


@blueprint.post("/categories")
@Operation(
    "Open a category",
    CATALOG,
    ADMIN,
    gives=schemas.CategoryDocument,
    status=201,
    refuses=(CategoryTaken,),
    answers=("Location",),
    is_once=True,
)
async def create_category(body: CategoryToBe) -> Response:
    by = actor()

    async def work(tx: Transaction) -> dict[str, Any]:
        return category_document(await category_changes.create(tx, by, body.name, description=body.description))

    made = await write_once(work, body)
    response = jsonify(made)
    response.status_code = 201
    response.headers["Location"] = f"/api/v1/categories/{made['id']}"
    return response


@blueprint.patch("/categories/<category_id>")
@Operation("Change a category", CATALOG, ADMIN, gives=schemas.CategoryDocument, refuses=(NotFound, CategoryTaken))
async def change_category(category_id: str, body: CategoryChange) -> Response:
    by, named = actor(), body.model_dump(exclude_unset=True)
    return jsonify(category_document(await write(lambda tx: category_changes.change(tx, by, category_id, named))))


@blueprint.delete("/categories/<category_id>")
@Operation("Close an empty category", CATALOG, ADMIN, status=204, refuses=(NotFound, CategoryNotEmpty))
async def delete_category(category_id: str) -> tuple[str, int]:
    by = actor()
    await write(lambda tx: category_changes.delete(tx, by, category_id))
    return "", 204


async def _change(tx: Transaction, by: Actor, product_id: str, body: ProductChange) -> ProductView:
    """The product's own fields and its stock, in one transaction."""
    before = await catalog.find_product(tx, product_id, include_retired=True)
    if has_moved_on(etag_of(before)):
        raise VersionConflict("Somebody else has changed this product since you read it.", version=before.version)
    if "stock" in body.model_fields_set:
        numbers = body.stock.model_dump(exclude_unset=True)
        await stock_adjustments.adjust(tx, by, before.id, **numbers, reason="with the product")
    version = before.version if header("If-Match") else None  # the row is locked from here on
    return await product_changes.change(tx, by, before.id, body.columns(), version=version)
