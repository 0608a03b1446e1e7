"""Families of products, as admins see them."""

from typing import Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Id, Moment, Money


class FamilySummaryDocument(Document):
    """A family in a list."""

    id: Id
    name: str
    option_names: list[str]
    member_count: int = Field(description="its products, retired ones too")


class OptionDocument(Document):
    """An option that the products of a family differ by."""

    name: str
    values: list[str] = Field(description="in the order in which they are offered")


class MemberDocument(Document):
    """A product of a family, with its value of each option, in their order."""

    product_id: Id
    sku: str
    name: str
    values: list[str]
    price: Money
    status: Literal["active", "retired"]
    on_hand: int
    available: int


class FamilyDocument(Document):
    """A family with all its products, retired ones too."""

    id: Id
    name: str
    options: list[OptionDocument]
    members: list[MemberDocument]
    version: int
    created_at: Moment
    updated_at: Moment
