"""What search engines read of a page beside its words: products, offers and breadcrumbs as JSON-LD of schema.org."""

from collections.abc import Sequence
from typing import Any

from models.catalog.catalog import CategoryLabel, CategoryView, ProductView
from web.app_context import settings
from web.shop_addresses import LIST, category_path, product_path

CURRENCY = "USD"
AVAILABILITY = {"in_stock": "InStock", "low": "LimitedAvailability", "out": "OutOfStock"}
Data = dict[str, Any]


def public(path: str) -> str:
    """The whole address of a path, under the name the shop is known by, whatever name it was asked by."""
    return path if path.startswith(("http://", "https://")) else settings().public_url.rstrip("/") + path


def home_data() -> Data:
    """The shop, and how to search it."""
    search = {"@type": "EntryPoint", "urlTemplate": public(f"{LIST}?q={{search_term_string}}")}
    action = {"@type": "SearchAction", "target": search, "query-input": "required name=search_term_string"}
    return _graph({"@type": "WebSite", "name": "Cartwright", "url": public("/"), "potentialAction": action})


def list_data(category: CategoryView | None) -> Data:
    """Where a list of products stands."""
    return _graph(_crumbs([] if category is None else [category]))


def product_data(product: ProductView, pictures: list[str]) -> Data:
    """A product with its offer, and where it stands; `pictures` are addresses, the first one first."""
    url = public(product_path(product))
    offer = {
        "@type": "Offer",
        "url": url,
        "price": f"{product.price_cents // 100}.{product.price_cents % 100:02d}",
        "priceCurrency": CURRENCY,
        "availability": f"https://schema.org/{AVAILABILITY[product.stock_state]}",
        "itemCondition": "https://schema.org/NewCondition",
    }
    described = {"description": product.description} if product.description else {}
    its = {
        "@type": "Product",
        "name": product.name,
        **described,
        "sku": product.sku,
        "url": url,
        "category": product.category.name,
        "image": [public(picture) for picture in pictures],
        "offers": offer,
    }
    return _graph(its, _crumbs([product.category], (product.name, url)))


def _crumbs(categories: Sequence[CategoryLabel | CategoryView], last: tuple[str, str] | None = None) -> Data:
    trail = [("Products", public(LIST))]
    trail += [(each.name, public(category_path(each.slug))) for each in categories]
    trail += [last] if last else []
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _graph(*things: Data) -> Data:
    return {"@context": "https://schema.org", "@graph": list(things)}
