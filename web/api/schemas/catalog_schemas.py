"""Categories, products and their stock."""

from typing import Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Id, Moment, Money


class CategoryDocument(Document):
    """A shelf of the shop."""

    id: Id
    slug: str
    name: str
    description: str
    product_count: int = Field(description="products on sale in it")


class CategoryNameDocument(Document):
    """The shelf a product stands in."""

    id: Id
    slug: str
    name: str


class Availability(Document):
    """How many could be ordered now."""

    available: int
    state: Literal["in_stock", "low", "out"]


class ProductDocument(Document):
    """Something the shop sells."""

    id: Id
    sku: str
    slug: str
    name: str
    description: str
    price: Money
    category: CategoryNameDocument
    status: Literal["active", "retired"]
    image_url: str
    stock: Availability
    created_at: Moment
    updated_at: Moment


class StockDocument(Document):
    """The numbers of one product's stock."""

    product_id: Id
    sku: str
    name: str
    on_hand: int
    reserved: int
    available: int
    low_stock_threshold: int
    version: int
    updated_at: Moment


class MovementDocument(Document):
    """One line of the stock ledger, with the balances after it."""

    sequence: int
    at: Moment
    kind: Literal["initial", "restock", "adjust", "hold", "release", "ship", "return"]
    on_hand_change: int
    reserved_change: int
    on_hand: int
    reserved: int
    actor: str
    note: str
    order_id: Id | None
