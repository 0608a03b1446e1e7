"""Accounts, carts and orders."""

from typing import Literal

from pydantic import Field

from web.api.schemas.common_schemas import Document, Id, Moment, Money

Status = Literal["pending", "reserved", "confirmed", "shipped", "delivered", "cancelled"]
CancelReason = Literal["out_of_stock", "payment_declined", "payment_expired", "customer", "admin"]


class UserDocument(Document):
    """An account."""

    id: Id
    email: str
    name: str
    role: Literal["customer", "admin"]
    must_change_password: bool
    email_verified_at: Moment | None = Field(description="null until a mail to the address was answered")
    created_at: Moment


class TokenPair(Document):
    """What a login gives: a short access token, and a token to get the next one with, once."""

    access_token: str
    refresh_token: str
    token_type: Literal["Bearer"]
    expires_in: int = Field(description="seconds")


class CartItemDocument(Document):
    """One product in a cart, at today's price."""

    id: Id
    product_id: Id
    sku: str
    name: str
    quantity: int
    unit_price: Money
    line_total: Money
    available: int
    previous_price: Money | None = Field(description="what it was when it was put in, when that differs")
    problem: str | None


class CartDocument(Document):
    """What somebody is about to order. Nothing is held by it."""

    id: Id | None
    cart_token: str | None = Field(default=None, description="once, when a guest's cart is made")
    version: int
    items: list[CartItemDocument]
    subtotal: Money
    warnings: list[str]


class OrderLineDocument(Document):
    """So many of one product, with the name and price of that day."""

    product_id: Id
    sku: str
    name: str
    quantity: int
    unit_price: Money
    line_total: Money


class AddressDocument(Document):
    """Where it goes."""

    name: str
    line1: str
    line2: str = ""
    city: str
    region: str = ""
    postal_code: str
    country: str
    phone: str = ""


class SavedAddress(AddressDocument):
    """One entry of an address book."""

    id: Id
    default_shipping: bool
    default_billing: bool


class PaymentDocument(Document):
    """The state of the money."""

    method: str
    status: Literal["pending", "captured", "declined", "unknown", "refunded"]


class ProgressDocument(Document):
    """What is being done now, the place in line, and an estimate from measured times."""

    step: str
    state: Literal["queued", "running", "waiting", "done"]
    queue_position: int | None
    estimated_seconds: int | None


class Event(Document):
    """One line of an order's diary."""

    sequence: int
    type: str
    status: Status
    at: Moment
    detail: str


class OrderLinks(Document):
    """Where to go from here."""

    self: str
    events: str
    cancellation: str
    html: str


class ShipmentDocument(Document):
    """The parcel."""

    carrier: str
    tracking: str
    shipped_at: Moment


class OrderDocument(Document):
    """An order. `decided` is true from `confirmed` or `cancelled` on; `version` grows by one with every change."""

    id: Id
    number: str = Field(examples=["CW-10023"])
    status: Status
    decided: bool
    cancel_reason: CancelReason | None
    version: int
    lines: list[OrderLineDocument]
    subtotal: Money
    shipping: Money
    total: Money
    refunded: Money
    shipping_address: AddressDocument
    shipping_method: str
    shipment: ShipmentDocument | None
    email: str
    note: str
    payment: PaymentDocument
    progress: ProgressDocument
    events: list[Event]
    created_at: Moment
    updated_at: Moment
    links: OrderLinks
    access_token: str | None = Field(default=None, description="of a guest's order, in the answer to POST /orders only")


class SummaryLinks(Document):
    """Where the whole order is."""

    self: str
    html: str


class OrderSummary(Document):
    """One order in a list."""

    id: Id
    number: str
    status: Status
    decided: bool
    cancel_reason: CancelReason | None
    version: int
    items: int = Field(description="units")
    total: Money
    created_at: Moment
    updated_at: Moment
    links: SummaryLinks


class AdminOrderSummary(OrderSummary):
    """One order in the admin's list."""

    email: str
    under_review: bool


class HouseNote(Document):
    """What somebody of the shop wrote about an order."""

    author: str
    text: str
    at: Moment


class AdminOrder(OrderDocument):
    """An order as the people of the shop see it."""

    under_review: bool
    moves: list[Status] = Field(description="what a person can make it now")
    notes: list[HouseNote]
