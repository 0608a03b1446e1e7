"""The front page, the list of products with its search, and a product's page."""

from collections.abc import Awaitable, Callable
from typing import Any

from markupsafe import Markup
from quart import Blueprint, Response, current_app, request

from models.carts.cart_views import Owner
from models.catalog import catalog
from models.catalog.catalog import CategoryView, ProductView, Shown
from models.catalog.family_views import Member
from models.catalog.product_lists import counts_by_category, featured_products, list_products, related_products
from models.catalog.search.product_search import LONGEST_TEXT
from models.catalog.suggestions import suggest
from models.database import Transaction, read
from models.shared.paging import Page
from models.shared.public_ids import is_public_id
from models.shared.rich_text import clean
from web.cache.page_cache import shared, shows_only
from web.checkout.guest_cart import cart_count, cart_owner
from web.forms.catalog_query import Filters, read_filters
from web.http.redirects import moved_for_good
from web.rendering import page
from web.security.identity import current_account
from web.shop.option_choices import option_choices
from web.shop.structured_data import home_data, list_data, product_data
from web.shop_addresses import LIST, category_path, product_id_in, product_path
from web.template_values import UPLOADED

blueprint = Blueprint("catalog", __name__)

FEATURED = 8
RELATED = 4
Look = Callable[[Transaction], Awaitable[dict[str, Any]]]


@blueprint.get("/")
async def home() -> Response:
    async def look(tx: Transaction) -> dict[str, Any]:
        return {"featured": await featured_products(tx, FEATURED), "categories": await catalog.categories(tx)}

    async def show(values: dict[str, Any]) -> Response:
        return await page("shop/home.html", canonical="/", structured=home_data(), **values)

    return await _for_many(look, show)


@blueprint.get("/products")
async def products() -> Response:
    """All products. A category that a form or an old link names has a page of its own."""
    filters = read_filters()
    if (named := filters.typed["category"]) and not filters.errors:
        category = await read(lambda tx: catalog.category_if_any(tx, named))
        if category is not None:
            return moved_for_good(filters.address(category), with_query=False)
    return await _list(filters, None)


@blueprint.get("/products/<category_slug>/")
async def category_page(category_slug: str) -> Response:
    """The products of one category, under its own name."""
    category = await read(lambda tx: catalog.find_category(tx, category_slug))
    if category.slug != category_slug:
        return moved_for_good(category_path(category.slug))
    return await _list(read_filters(category.slug), category)


async def _list(filters: Filters, category: CategoryView | None) -> Response:
    async def look(tx: Transaction) -> dict[str, Any]:
        return await _listed(tx, filters, category)

    async def show(values: dict[str, Any]) -> Response:
        status = 422 if filters.errors else 200
        if filters.query.names_its_products:
            shows_only(labelled=values["page"].items)
        return await page("shop/products/list.html", status=status, page_past_the_end=True, **values)

    return await _for_many(look, show)


@blueprint.get("/products/search")
async def search() -> Response:
    """The shelf alone; HTMX writes the address of the whole page into the address bar."""
    filters = read_filters()

    async def look(tx: Transaction) -> dict[str, Any]:
        return await _listed(tx, filters, await catalog.category_if_any(tx, filters.typed["category"]))

    values = await read(look)
    response = await page("shop/products/_results.html", status=422 if filters.errors else 200, **values)
    if not filters.errors:
        response.headers["HX-Push-Url"] = filters.address(values["category"])
    return response


@blueprint.get("/search/suggestions")
async def suggestions() -> Response:
    """What the box of the header offers for the words typed so far. Each answer is one person's: none is kept."""
    text = request.args.get("q", "").strip()[:LONGEST_TEXT]
    return await page("shop/_suggestions.html", q=text, found=await read(lambda tx: suggest(tx, text)))


@blueprint.get("/products/<name>")
async def product(name: str) -> Response:
    """A product's page under its slug and id; what has only the id, or an earlier slug, leads there."""

    async def look(tx: Transaction) -> dict[str, Any]:
        if (category := await _category_called(tx, name)) is not None:
            return {"moved": category_path(category.slug)}
        shown = await catalog.find_shown(tx, product_id_in(name))
        if (path := product_path(shown.product)) != request.path:
            return {"moved": path}
        return {"shown": shown, "related": await related_products(tx, shown.product, RELATED)}

    async def show(values: dict[str, Any]) -> Response:
        if "moved" in values:
            return moved_for_good(values["moved"])
        account, shown = current_account(), values["shown"]
        shows_only(counted=[shown.product], labelled=values["related"])
        admin_stock = shown.product if account is not None and account.is_admin else None
        details = Markup(clean(shown.details))  # noqa: S704  cleaned just now, whoever wrote it
        return await page(
            "shop/products/product.html",
            product=shown.product,
            details=details,
            choices=option_choices(shown.product),
            admin_stock=admin_stock,
            **_for_search_engines(shown),
            **values,
        )

    return await _for_many(look, show)


def _for_search_engines(shown: Shown) -> dict[str, Any]:
    """What a product's page says for programs. A drawing is no picture for a preview; an upload is."""
    picture: Any = current_app.jinja_env.globals["picture"]
    uploaded = next((each.path for each in shown.pictures if each.path.startswith(UPLOADED)), "")
    return {
        "canonical": product_path(_first_of_family(shown.product)),
        "structured": product_data(shown.product, [picture(each.path) for each in shown.pictures]),
        "share_picture": picture(uploaded) if uploaded else "",
    }


def _first_of_family(product: ProductView) -> ProductView | Member:
    """What search engines know the product by: a family has one address, which its site map names."""
    return (product.family.first if product.family else None) or product


async def _category_called(tx: Transaction, name: str) -> CategoryView | None:
    """The category whose address lacks its last slash."""
    is_product = is_public_id(product_id_in(name)) or name.startswith(catalog.BY_SKU)
    return None if is_product else await catalog.category_if_any(tx, name)


async def _for_many(look: Look, show: Callable[[dict[str, Any]], Awaitable[Response]]) -> Response:
    """Look and show in one read; strangers are shown what another one was shown a moment ago."""
    owner = cart_owner()
    if current_account() is not None:
        return await show(await read(look))
    count = 0 if owner == Owner() else await read(lambda tx: cart_count(tx, owner))

    async def render() -> Response:
        return await show({**await read(look), "cart_count": count})

    return await shared(count, render)


async def _listed(tx: Transaction, filters: Filters, category: CategoryView | None) -> dict[str, Any]:
    """What a list of products shows: the page that was found, and how many there are of each category."""
    shelves = await catalog.categories(tx)
    found: Page[ProductView] = Page([], 1, filters.query.per_page, 0)
    counts = {each.id: each.product_count for each in shelves}
    if not filters.errors:
        found = await list_products(tx, filters.query)
        counts = await counts_by_category(tx, filters.query) if filters.is_narrowed else counts
    query = filters.typed
    here = {"path": category_path(category.slug), "query": {**query, "category": ""}} if category else None
    return {
        "page": found,
        "categories": shelves,
        "counts": counts,
        "category": category,
        "here": here or {"path": LIST, "query": query},
        "query": query,
        "errors": filters.errors,
        "canonical": _canonical(filters, category),
        "structured": list_data(category),
    }


def _canonical(filters: Filters, category: CategoryView | None) -> str:
    """The address that stands for a list however it is filtered and sorted; none for a search."""
    if filters.query.q or filters.errors:
        return ""
    path = category_path(category.slug) if category else LIST
    return f"{path}?page={filters.query.page}" if filters.query.page > 1 else path
