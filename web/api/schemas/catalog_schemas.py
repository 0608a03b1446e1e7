"""Categories, products and their stock."""

from typing import Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Id, Moment, Money


class CategoryDocument(Document):
    """A category."""

    id: Id
    slug: str
    name: str
    description: str
    product_count: int = Field(description="products on sale in it")


class CategoryNameDocument(Document):
    """The category of a product."""

    id: Id
    slug: str
    name: str


class Availability(Document):
    """How many can be ordered now."""

    available: int
    state: Literal["in_stock", "low", "out"]


class ChosenValue(Document):
    """The value that a product has of an option of its family."""

    name: str
    value: str


class FamilyOptionDocument(ChosenValue):
    """An option that the products of a family differ by, with the value of this product."""

    values: list[str] = Field(description="all values, in the order in which they are offered")


class SiblingDocument(Document):
    """Another product on sale of the same family."""

    id: Id
    sku: str
    slug: str
    options: list[ChosenValue]
    price: Money
    stock: Availability


class FamilyOfProduct(Document):
    """The family of a product: what its members differ by, and the others of them."""

    id: Id
    name: str
    options: list[FamilyOptionDocument]
    siblings: list[SiblingDocument]


class ProductDocument(Document):
    """A product."""

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
    family: FamilyOfProduct | None = Field(description="null for a product of its own")
    created_at: Moment
    updated_at: Moment


class StockDocument(Document):
    """The stock numbers of one product."""

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
    """One movement in the stock ledger, with the resulting balances."""

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


class PlannedProductDocument(Document):
    """A product before and after a change of several; `problem` says why it cannot be, empty if it can."""

    id: Id
    sku: str
    version: int
    price: Money
    new_price: Money
    on_hand: int
    new_on_hand: int
    low_stock_threshold: int
    new_low_stock_threshold: int
    problem: str


class BulkChangeDocument(Document):
    """What a change of several products does, or would do."""

    is_done: bool
    items: list[PlannedProductDocument]


class ImportedValue(Document):
    """One value that a line changes; prices in minor units."""

    column: str
    before: str | int | None
    after: str | int | None


class ImportedProduct(Document):
    """What one line of a file changes."""

    line: int
    sku: str
    is_new: bool
    changes: list[ImportedValue]


class WrongCell(Document):
    """What is wrong with one cell of a file."""

    line: int
    column: str
    message: str


class ImportDocument(Document):
    """What a file of products does, or would do; `plan` names exactly that."""

    is_done: bool
    plan: str
    lines: list[ImportedProduct]
    errors: list[WrongCell]
