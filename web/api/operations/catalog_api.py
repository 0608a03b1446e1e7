"""Categories and products over the API, without a login."""

from typing import Annotated, Any

from pydantic import Field
from quart import Blueprint, Response, current_app, jsonify

from models.catalog import catalog
from models.catalog.catalog import CategoryView, ProductView
from models.catalog.family_views import Family
from models.catalog.product_lists import HIGHEST_PRICE, PER_PAGE, ProductQuery, list_products
from models.database import read
from models.shared.errors import NotFound, ProductNotFound
from models.shared.paging import Page
from models.shared.times import iso
from web.api.description.operation import EVERYBODY, Operation
from web.api.description.operation_tags import CATALOG
from web.api.documents.conditional_requests import tag_of
from web.api.documents.list_pages import PageQuery, list_response
from web.api.documents.money_format import amount
from web.api.schemas import catalog_schemas as schemas
from web.api.schemas.common_schemas import Listed
from web.cache.page_cache import shared, shows_only
from web.forms.input_model import says
from web.security.identity import current_account

blueprint = Blueprint("api_catalog", __name__)


class CategoryQuery(PageQuery):
    """The query string of the list of categories."""

    per_page: int = Field(default=100, ge=1, le=100)


class CatalogQuery(PageQuery):
    """The query string of the list of products; prices in minor units."""

    q: str = ""
    category: str = Field(default="", description="id or slug")
    min_price: Annotated[int | None, says(minimum=0, maximum=HIGHEST_PRICE)] = None
    max_price: Annotated[int | None, says(minimum=0, maximum=HIGHEST_PRICE)] = None
    in_stock: bool = False
    variants: bool = Field(default=False, description="each product of a family, not the family once")
    sort: str = Field(default="", description="name, -name, price, -price, newest, popular or relevance")
    per_page: int = Field(default=PER_PAGE, ge=1, le=100)


@blueprint.get("/categories")
@Operation("List the categories", CATALOG, EVERYBODY, gives=Listed[schemas.CategoryDocument])
async def categories(query: CategoryQuery) -> Response:
    found = await read(catalog.categories)
    page: Page[CategoryView] = Page([], query.page, query.per_page, len(found))
    page.items.extend(found[page.offset : page.offset + page.per_page])
    return list_response(page, category_document)


@blueprint.get("/categories/<category_id>")
@Operation("Read a category by id or slug", CATALOG, EVERYBODY, gives=schemas.CategoryDocument, refuses=(NotFound,))
async def category(category_id: str) -> Response:
    return jsonify(category_document(await read(lambda tx: catalog.find_category(tx, category_id))))


@blueprint.get("/products")
@Operation("Search the products", CATALOG, EVERYBODY, gives=Listed[schemas.ProductDocument])
async def products(query: CatalogQuery) -> Response:
    wanted = ProductQuery(**query.model_dump())

    async def render() -> Response:
        found = await read(lambda tx: list_products(tx, wanted))
        if wanted.names_its_products:
            shows_only(counted=found.items)
        return list_response(found, product_document)

    return await shared(0, render)


@blueprint.get("/products/<product_id>")
@Operation(
    "Read a product by id or sku:<SKU>",
    CATALOG,
    EVERYBODY,
    gives=schemas.ProductDocument,
    refuses=(ProductNotFound,),
    answers=("ETag",),
    asks=("If-None-Match",),
)
async def product(product_id: str) -> Response:
    account = current_account()
    include_retired = account is not None and account.is_admin
    return product_response(
        await read(lambda tx: catalog.find_product(tx, product_id, include_retired=include_retired))
    )


def product_response(product: ProductView, status: int = 200) -> Response:
    """The response with the product and its entity tag."""
    response = jsonify(product_document(product))
    response.status_code = status
    response.set_etag(etag_of(product))
    return response


def etag_of(product: ProductView) -> str:
    """The entity tag, which changes with the product, its stock and everything else in the document."""
    return tag_of(product_document(product), product.version, product.stock_version)


def category_document(category: CategoryView) -> dict[str, Any]:
    """The JSON of a category."""
    return {
        "id": category.id,
        "slug": category.slug,
        "name": category.name,
        "description": category.description,
        "product_count": category.product_count,
    }


def product_document(product: ProductView) -> dict[str, Any]:
    """The JSON of a product."""
    parent = product.category
    picture: Any = current_app.jinja_env.globals["picture"]
    return {
        "id": product.id,
        "sku": product.sku,
        "slug": product.slug,
        "name": product.name,
        "description": product.description,
        "price": amount(product.price_cents),
        "category": {"id": parent.id, "slug": parent.slug, "name": parent.name},
        "status": product.status,
        "image_url": picture(product.picture),
        "stock": {"available": product.available, "state": product.stock_state},
        "family": None if product.family is None else _family_document(product, product.family),
        "created_at": iso(product.created_at),
        "updated_at": iso(product.updated_at),
    }


def _family_document(product: ProductView, family: Family) -> dict[str, Any]:
    """What the product differs by from its siblings, which are on sale."""
    names = [option.name for option in family.options]
    return {
        "id": family.id,
        "name": family.name,
        "options": [
            {"name": option.name, "value": value, "values": list(option.values)}
            for option, value in zip(family.options, family.values, strict=True)
        ],
        "siblings": [
            {
                "id": each.id,
                "sku": each.sku,
                "slug": each.slug,
                "options": [{"name": name, "value": value} for name, value in zip(names, each.values, strict=True)],
                "price": amount(each.price_cents),
                "stock": {"available": each.available, "state": each.stock_state},
            }
            for each in family.members
            if each.id != product.id
        ],
    }
