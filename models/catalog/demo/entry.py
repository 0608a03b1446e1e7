"""The shape of the demo shop's catalogue."""

from typing import NamedTuple


class DemoProduct(NamedTuple):
    """One product; `motif` and `tint` say what its picture shows and in which colour."""

    sku: str
    name: str
    price_cents: int
    motif: str
    tint: str
    description: str
    sizes: tuple[str, ...] = ()  # what is sold in sizes is a family; the SKU is that of the first one


class DemoCategory(NamedTuple):
    """A category with all that it holds; its tile shows `motif`."""

    slug: str
    name: str
    description: str
    motif: str
    products: tuple[DemoProduct, ...]
