"""What the search box offers while somebody types: a few products and the categories whose names begin like that."""

from dataclasses import dataclass

from models.catalog.catalog import CategoryView, ProductView, categories
from models.catalog.product_lists import ProductQuery, list_products
from models.database import Transaction
from models.shared.letters import fold

SHORTEST = 3  # letters; fewer would offer half of the shop
MOST_PRODUCTS = 5
MOST_CATEGORIES = 3


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is offered; `total` is how many products the whole search finds."""

    products: list[ProductView]
    categories: list[CategoryView]
    total: int


async def suggest(tx: Transaction, text: str) -> Suggestions:
    """The best matches of what was typed so far; nothing before the third letter.

    Raises:
        Invalid: the text is longer than a search may be.
    """
    if len(text.strip()) < SHORTEST:
        return Suggestions([], [], 0)
    found = await list_products(tx, ProductQuery(q=text, per_page=MOST_PRODUCTS))
    named = [category for category in await categories(tx) if _is_named(category.name, text)]
    return Suggestions(found.items, named[:MOST_CATEGORIES], found.total)


def _is_named(name: str, typed: str) -> bool:
    """Whether each word that was typed begins a word of the name."""
    words = _words(name)
    return all(any(word.startswith(each) for word in words) for each in _words(typed) or ["\0"])


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in fold(text)).split()
