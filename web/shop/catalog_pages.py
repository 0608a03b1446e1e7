"""The front page, the list of products with its search, and a product's page."""

from collections.abc import Awaitable, Callable
from typing import Any

from markupsafe import Markup
from quart import Blueprint, Response

from models.carts.cart_views import Owner
from models.catalog import catalog
from models.catalog.catalog import ProductView
from models.catalog.product_lists import featured_products, list_products, related_products
from models.database import Transaction, read
from models.shared.paging import Page
from models.shared.rich_text import clean
from web.cache.page_cache import shared, shows_only
from web.checkout.guest_cart import cart_count, cart_owner
from web.forms.catalog_query import Filters, read_filters
from web.rendering import page
from web.security.identity import current_account

blueprint = Blueprint("catalog", __name__)

FEATURED = 8
RELATED = 4
Look = Callable[[Transaction], Awaitable[dict[str, Any]]]


@blueprint.get("/")
async def home() -> Response:
    async def look(tx: Transaction) -> dict[str, Any]:
        return {"featured": await featured_products(tx, FEATURED), "categories": await catalog.categories(tx)}

    async def show(values: dict[str, Any]) -> Response:
        return await page("shop/home.html", **values)

    return await _for_many(look, show)


@blueprint.get("/products")
async def products() -> Response:
    filters = read_filters()

    async def look(tx: Transaction) -> dict[str, Any]:
        return {"page": await _found(tx, filters), "categories": await catalog.categories(tx)}

    async def show(values: dict[str, Any]) -> Response:
        status = 422 if filters.errors else 200
        if filters.query.names_its_products:
            shows_only(labelled=values["page"].items)
        return await page(
            "shop/products/list.html",
            status=status,
            query=filters.typed,
            errors=filters.errors,
            page_past_the_end=True,
            **values,
        )

    return await _for_many(look, show)


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
    async def look(tx: Transaction) -> dict[str, Any]:
        shown = await catalog.find_shown(tx, product_id)
        return {"shown": shown, "related": await related_products(tx, shown.product, RELATED)}

    async def show(values: dict[str, Any]) -> Response:
        account, shown = current_account(), values["shown"]
        shows_only(counted=[shown.product], labelled=values["related"])
        admin_stock = shown.product if account is not None and account.is_admin else None
        details = Markup(clean(shown.details))  # noqa: S704  cleaned just now, whoever wrote it
        return await page(
            "shop/products/product.html", product=shown.product, details=details, admin_stock=admin_stock, **values
        )

    return await _for_many(look, show)


async def _for_many(look: Look, show: Callable[[dict[str, Any]], Awaitable[Response]]) -> Response:
    """Look and show in one read; strangers are shown what another one was shown a moment ago."""
    owner = cart_owner()
    if current_account() is not None:
        return await show(await read(look))
    count = 0 if owner == Owner() else await read(lambda tx: cart_count(tx, owner))

    async def render() -> Response:
        return await show({**await read(look), "cart_count": count})

    return await shared(count, render)


async def _found(tx: Transaction, filters: Filters) -> Page[ProductView]:
    if filters.errors:
        return Page([], 1, filters.query.per_page, 0)
    return await list_products(tx, filters.query)
