"""What crawlers and browsers ask for by fixed names: robots.txt, the site map in pages, and the icons."""

from quart import Blueprint, Response, current_app, render_template

from models.catalog import catalog
from models.content.content_pages import all_pages
from models.content.site_map import PER_FILE, mapped_count, mapped_products
from models.database import Transaction, read
from models.shared.errors import NotFound
from web.cache.page_cache import shared
from web.shop.structured_data import public
from web.shop_addresses import LIST, category_path, named_path

blueprint = Blueprint("search_engines", __name__)

AN_HOUR = "public, max-age=3600"
LONGEST_NUMBER = 7  # digits
XML = "application/xml; charset=utf-8"
ICONS = {"favicon.ico": "icons/favicon.ico", "apple-touch-icon.png": "icons/touch-180.png"}
PRIVATE = ("/admin", "/account", "/api/", "/auth/", "/cart", "/checkout", "/orders", "/products/search", "/search/")


@blueprint.get("/robots.txt")
async def robots() -> Response:
    """Who reads for a search engine is kept to what everybody sees."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in PRIVATE), f"Sitemap: {public('/sitemap.xml')}", ""]
    return Response("\n".join(lines), content_type="text/plain; charset=utf-8", headers={"Cache-Control": AN_HOUR})


@blueprint.get("/sitemap.xml")
async def site_map() -> Response:
    """The list of the site map's files."""

    async def render() -> Response:
        files = max(1, -(-await read(mapped_count) // PER_FILE))
        return await _xml(
            "shop/sitemap_index.xml", [public(f"/sitemap-{number}.xml") for number in range(1, files + 1)]
        )

    return await shared(0, render)


@blueprint.get("/sitemap-<name>.xml")
async def site_map_file(name: str) -> Response:
    """One of its files, by its number: in the first one, the pages that are no products too."""
    number = int(name) if name.isascii() and name.isdigit() and len(name) < LONGEST_NUMBER else 0

    async def look(tx: Transaction) -> list[tuple[str, int | None]]:
        pages: list[tuple[str, int | None]] = []
        if number == 1:
            pages = [("/", None), (LIST, None)]
            pages += [(category_path(each.slug), None) for each in await catalog.categories(tx)]
            pages += [(f"/pages/{each.slug}", each.updated_at) for each in await all_pages(tx) if each.body]
        products = await mapped_products(tx, number)
        return pages + [(named_path(each.slug, each.id), each.updated_at) for each in products]

    async def render() -> Response:
        pages = await read(look)
        if not pages:
            raise NotFound("The site map has no such file.")
        return await _xml("shop/sitemap.xml", [(public(path), at) for path, at in pages])

    return await shared(0, render)


@blueprint.get("/favicon.ico")
async def favicon() -> Response:
    return _icon("favicon.ico")


@blueprint.get("/apple-touch-icon.png")
async def touch_icon() -> Response:
    return _icon("apple-touch-icon.png")


def _icon(name: str) -> Response:
    """Where the icon of this fixed name lies."""
    found = str(current_app.jinja_env.globals["asset"](ICONS[name]))  # type: ignore[operator]
    return Response("", status=302, headers={"Location": found, "Cache-Control": AN_HOUR})


async def _xml(template: str, pages: list[str] | list[tuple[str, int | None]]) -> Response:
    text = await render_template(template, pages=pages)
    return Response(text, content_type=XML, headers={"Cache-Control": AN_HOUR})
