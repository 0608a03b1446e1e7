"""The front page, the list of products with its search, and a product's page."""

from typing import Any

from quart import Blueprint, Response

from models import catalog
from models.catalog import Product
from models.database import Transaction, read
from models.paging import Page
from models.product_lists import ProductQuery, list_products
from web.catalog_query import Filters, read_filters
from web.guest_cart import cart_count, cart_owner
from web.identity import current_account
from web.pages import page

blueprint = Blueprint("catalog", __name__)

FEATURED = 8


@blueprint.get("/")
async def home() -> Response:
    owner = cart_owner()

    async def work(tx: Transaction) -> dict[str, Any]:
        featured = await list_products(tx, ProductQuery(in_stock=True, per_page=FEATURED))
        shelves = await catalog.categories(tx)
        return {"categories": shelves, "featured": featured.items, "cart_count": await cart_count(tx, owner)}

    return await page("shop/home.html", **await read(work))


@blueprint.get("/products")
async def products() -> Response:
    filters, owner = read_filters(), cart_owner()

    async def work(tx: Transaction) -> dict[str, Any]:
        found, shelves = await _found(tx, filters), await catalog.categories(tx)
        return {"page": found, "categories": shelves, "cart_count": await cart_count(tx, owner)}

    values = await read(work)
    status = 422 if filters.errors else 200
    return await page("shop/products/list.html", status=status, query=filters.typed, errors=filters.errors, **values)


@blueprint.get("/products/search")
async def search() -> Response:
    """The shelf alone; HTMX writes the address of the whole page into the address bar."""
    filters = read_filters()
    found = await read(lambda tx: _found(tx, filters))
    status = 422 if filters.errors else 200
    response = await page(
        "shop/products/_results.html", status=status, page=found, query=filters.typed, errors=filters.errors
    )
    if not filters.errors:
        response.headers["HX-Push-Url"] = filters.address
    return response


@blueprint.get("/products/<product_id>")
async def product(product_id: str) -> Response:
    account, owner = current_account(), cart_owner()

    async def work(tx: Transaction) -> tuple[Product, int]:
        return await catalog.find_product(tx, product_id), await cart_count(tx, owner)

    found, count = await read(work)
    admin_stock = found if account is not None and account.is_admin else None
    return await page("shop/products/product.html", product=found, admin_stock=admin_stock, cart_count=count)


async def _found(tx: Transaction, filters: Filters) -> Page[Product]:
    if filters.errors:
        return Page([], 1, filters.query.per_page, 0)
    return await list_products(tx, filters.query)
