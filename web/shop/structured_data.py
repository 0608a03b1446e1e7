"""What search engines read of a page beside its words: products, offers and breadcrumbs as JSON-LD of schema.org."""

from collections.abc import Sequence
from typing import Any

from models.catalog.catalog import CategoryLabel, CategoryView, ProductView
from models.catalog.family_views import Family, Member
from web.app_context import settings
from web.shop_addresses import LIST, category_path, product_path

CURRENCY = "USD"
AVAILABILITY = {"in_stock": "InStock", "low": "LimitedAvailability", "out": "OutOfStock"}
# What schema.org can say products differ by, by the usual names of options.
VARIES_BY = {"size": "size", "color": "color", "colour": "color", "material": "material", "pattern": "pattern"}
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
    """A product with its offer, and where it stands; `pictures` are addresses, the first one first.

    One of a family stands in its group, with all members on sale.
    """
    url = public(product_path(product))
    described = {"description": product.description} if product.description else {}
    its = {
        "@type": "Product",
        "name": product.name,
        **described,
        "sku": product.sku,
        "url": url,
        "category": product.category.name,
        "image": [public(picture) for picture in pictures],
        "offers": _offer(product),
    }
    if product.family is not None:
        its = _group(product, product.family, its)
    return _graph(its, _crumbs([product.category], (product.name, url)))


def _group(product: ProductView, family: Family, its: Data) -> Data:
    """The family with this product and the others, each by what it differs in."""
    names = [option.name for option in family.options]
    variants = [{**its, **_differing(names, family.values)}]
    for member in family.members:
        if member.id != product.id:
            variants.append(
                {
                    "@type": "Product",
                    "name": f"{family.name}, {', '.join(member.values)}",
                    "sku": member.sku,
                    "url": public(product_path(member)),
                    "image": its["image"],
                    **{name: its[name] for name in ("description",) if name in its},
                    **_differing(names, member.values),
                    "offers": _offer(member),
                }
            )
    return {
        "@type": "ProductGroup",
        "name": family.name,
        "productGroupID": family.id,
        "url": public(product_path(family.first or product)),
        "variesBy": [
            f"https://schema.org/{VARIES_BY[name.lower()]}" if name.lower() in VARIES_BY else name for name in names
        ],
        "hasVariant": variants,
    }


def _differing(names: Sequence[str], values: Sequence[str]) -> Data:
    """Its values of the options: those that schema.org has a word for, and the others as further properties."""
    pairs = list(zip(names, values, strict=True))
    known: Data = {VARIES_BY[name.lower()]: value for name, value in pairs if name.lower() in VARIES_BY}
    other = [
        {"@type": "PropertyValue", "name": name, "value": value}
        for name, value in pairs
        if name.lower() not in VARIES_BY
    ]
    return {**known, "additionalProperty": other} if other else known


def _offer(product: ProductView | Member) -> Data:
    return {
        "@type": "Offer",
        "url": public(product_path(product)),
        "price": f"{product.price_cents // 100}.{product.price_cents % 100:02d}",
        "priceCurrency": CURRENCY,
        "availability": f"https://schema.org/{AVAILABILITY[product.stock_state]}",
        "itemCondition": "https://schema.org/NewCondition",
    }


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
