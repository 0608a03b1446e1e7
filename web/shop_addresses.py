"""The addresses of products and categories: readable, and holding what finds them whatever they are called later.

a product     /products/alder-stoneware-mug-01j9…     its slug, a dash, its id
a category    /products/kitchen/                      its slug, between slashes
"""

from typing import Protocol

from models.shared.public_ids import is_public_id

LIST = "/products"


class Addressed(Protocol):
    """What has a page among the products."""

    @property
    def id(self) -> str: ...

    @property
    def slug(self) -> str: ...


def product_path(product: Addressed) -> str:
    """The path of a product's page."""
    return named_path(product.slug, product.id)


def named_path(slug: str, public_id: str) -> str:
    """The path of the page of the product with this slug and id."""
    return f"{LIST}/{slug}-{public_id}"


def category_path(slug: str) -> str:
    """The path of a category's page."""
    return f"{LIST}/{slug}/"


def product_id_in(name: str) -> str:
    """The id at the end of a product's address, old or new; else the name as it is."""
    _, _, last = name.rpartition("-")
    return last if is_public_id(last) else name
