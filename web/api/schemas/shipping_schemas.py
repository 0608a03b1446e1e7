"""Countries, ways of shipping and quotes."""

from typing import Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Money
from web.api.schemas.shopping_schemas import CartItemDocument

Part = Literal["postal_code", "city", "region"]


class CountryDocument(Document):
    """A country, and what an address in it needs."""

    code: str = Field(description="two letters of ISO 3166-1", examples=["US"])
    name: str = Field(examples=["United States"])
    order: list[Part] = Field(description="in which order the parts are written there")
    used: list[Part] = Field(description="what addresses there have")
    needed: list[Part] = Field(description="what no address there can do without")
    labels: dict[Part, str] = Field(
        description="what the parts are called there",
        examples=[{"postal_code": "ZIP code"}],
    )
    needs_city_or_region: bool = Field(description="whether one of these two says where it is")
    postal_code_pattern: str = Field(description="a regular expression; empty where any text will do")
    postal_code_example: str


class CountryList(Document):
    """All countries, in the order of their names."""

    items: list[CountryDocument]


class ShippingMethodDocument(Document):
    """A way of shipping. Without countries it goes everywhere."""

    code: str
    name: str
    promise: str = Field(description="when it arrives, in words")
    countries: list[str]
    price: Money
    free_from: Money | None = Field(description="the sum of goods from which it costs nothing")
    cost: Money = Field(description="for the caller's cart, now")


class ShippingMethodList(Document):
    """The ways on offer, in the order the shop shows them."""

    items: list[ShippingMethodDocument]


class QuoteDocument(Document):
    """What an order of the cart would cost now. `total` is what `expected_total` of `POST /orders` binds."""

    country: str
    shipping_method: str
    items: list[CartItemDocument]
    subtotal: Money
    shipping: Money
    total: Money
    can_be_ordered: bool = Field(description="whether everything is in stock and on sale; `warnings` say what is not")
    warnings: list[str]
    shipping_methods: list[ShippingMethodDocument] = Field(description="all that go there")
