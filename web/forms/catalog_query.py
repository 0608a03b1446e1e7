"""The filters of the products page, as people type them into it or into the address bar."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from quart import request

from models.catalog.catalog import CategoryView
from models.catalog.product_lists import LAST_PAGE, RELEVANCE, SORTS, ProductQuery
from models.catalog.search.product_search import LONGEST_TEXT
from models.shared.errors import Invalid
from web.shop_addresses import LIST, category_path

DOLLARS = re.compile(r"\$?\s*(\d{1,6})(?:[.,](\d{1,2}))?")
PRICES = ("min_price", "max_price")


class NoPrice(ValueError):
    """The text is no amount of dollars."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for: `typed` for the form and the links, `query` for the catalogue, or what is wrong by field."""

    typed: dict[str, Any]
    query: ProductQuery
    errors: dict[str, str]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but the category decides what is listed."""
        query = self.query
        return bool(query.q or query.in_stock) or query.min_price is not None or query.max_price is not None

    def address(self, category: CategoryView | None) -> str:
        """The page that shows the same; `category` is the one the filters name, if there is one of that name."""
        path = category_path(category.slug) if category else LIST
        left = {name: value for name, value in self.typed.items() if value and not (category and name == "category")}
        kept = [(name, "1" if value is True else value) for name, value in left.items()]
        if self.query.page > 1:
            kept.append(("page", str(self.query.page)))
        return f"{path}?{urlencode(kept, errors='replace')}" if kept else path


def read_filters(category: str = "") -> Filters:
    """The filters of this request. A bad page is page 1 and a bad order is none; bad prices are errors.

    A `category` that the page's own path names stands before the query's.
    """
    given = request.args
    typed: dict[str, Any] = {
        "q": given.get("q", "").strip()[:LONGEST_TEXT],
        "category": category or given.get("category", "").strip()[:LONGEST_TEXT],
        **{name: given.get(name, "").strip()[:20] for name in PRICES},
        "in_stock": given.get("in_stock", "").lower() in ("1", "true", "on", "yes"),
        "sort": given.get("sort", "") if given.get("sort") in (*SORTS, RELEVANCE) else "",
    }
    errors: dict[str, str] = {}
    cents = {name: _price(name, typed[name], errors) for name in PRICES}
    if errors:
        return Filters(typed, ProductQuery(), errors)
    try:
        return Filters(typed, ProductQuery(**{**typed, **cents}, page=_page(given.get("page", ""))), {})
    except Invalid as refusal:
        return Filters(typed, ProductQuery(), {error.field: error.message for error in refusal.errors})


def _price(name: str, text: str, errors: dict[str, str]) -> int | None:
    try:
        return cents_of(text)
    except NoPrice:
        errors[name] = "Enter an amount such as 25 or 19.90."
        return None


def cents_of(text: str) -> int | None:
    """`$19.90` is 1990; nothing is None. Raises `NoPrice`."""
    if not text:
        return None
    found = DOLLARS.fullmatch(text)
    if found is None or not text.isascii():
        raise NoPrice(text)
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))


def _page(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        return 1
    return min(max(int(text), 1), LAST_PAGE) if len(text) <= len(str(LAST_PAGE)) else LAST_PAGE
