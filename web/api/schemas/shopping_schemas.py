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
    role: Literal["customer", "admin"] = Field(description="admin: one of the people of the shop")
    staff_role: Literal["owner", "catalogue", "orders", "support", "read_only"] | None = Field(
        default=None, description="what an admin may do; a customer has none"
    )
    must_change_password: bool
    email_verified_at: Moment | None = Field(description="null until a mail to the address was answered")
    created_at: Moment


class TokenPair(Document):
    """The tokens of a login: a short-lived access token, and a refresh token that can be used once."""

    access_token: str
    refresh_token: str
    token_type: Literal["Bearer"]
    expires_in: int = Field(description="seconds")


class CartItemDocument(Document):
    """One line of a cart, at the current price."""

    id: Id
    product_id: Id
    sku: str
    name: str
    quantity: int
    unit_price: Money
    line_total: Money
    available: int
    previous_price: Money | None = Field(description="what it was when it was put in, when that differs")
    problem: str | None = Field(description="why the line cannot be ordered as it is; it does not count then")
    problem_code: Literal["no_longer_sold", "sold_out", "not_enough"] | None


class CartDocument(Document):
    """A cart. It reserves no stock."""

    id: Id | None
    cart_token: str | None = Field(default=None, description="once, when a guest's cart is made")
    version: int
    items: list[CartItemDocument]
    subtotal: Money = Field(description="of the lines that can be ordered")
    can_be_ordered: bool = Field(description="false while the cart is empty or a line has a problem")
    warnings: list[str]


class LeftOutDocument(Document):
    """What of an order did not go back into the cart."""

    product_id: Id
    name: str
    quantity: int
    reason: Literal["no_longer_sold", "sold_out", "not_enough", "cart_full"]


class RefilledCart(Document):
    """The cart after an order's lines were put back in, and what was left out."""

    cart: CartDocument
    left_out: list[LeftOutDocument]


class OrderLineDocument(Document):
    """An order line, with the product's name and price at the time of the order."""

    product_id: Id
    sku: str
    name: str
    quantity: int
    unit_price: Money
    line_total: Money


class AddressDocument(Document):
    """A postal address."""

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
    """The state of the payment."""

    method: str
    status: Literal["pending", "captured", "declined", "unknown", "refunded"]


class ProgressDocument(Document):
    """The current step, the queue position, and an estimate from measured times."""

    step: str
    state: Literal["queued", "running", "waiting", "done"]
    queue_position: int | None
    estimated_seconds: int | None


class Event(Document):
    """One order event."""

    sequence: int
    type: str
    status: Status
    at: Moment
    detail: str


class OrderLinks(Document):
    """Links of an order."""

    self: str
    events: str
    cancellation: str
    payment: str
    cart: str
    html: str


class ShipmentDocument(Document):
    """The shipment of an order."""

    carrier: str
    tracking: str
    tracking_url: str | None = Field(description="of a carrier that is known here")
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
    can_retry_payment: bool = Field(description="whether `POST links.payment` may try another card")
    progress: ProgressDocument
    events: list[Event]
    created_at: Moment
    updated_at: Moment
    links: OrderLinks
    access_token: str | None = Field(default=None, description="of a guest's order, in the answer to POST /orders only")


class SummaryLinks(Document):
    """The link to the full order."""

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
    payment_status: Literal["pending", "captured", "declined", "unknown", "partly_refunded", "refunded"]


class HouseNote(Document):
    """An internal note on an order."""

    author: str
    text: str
    at: Moment


class AdminOrder(OrderDocument):
    """An order in full, for admins."""

    under_review: bool
    moves: list[Status] = Field(description="what a person can make it now")
    notes: list[HouseNote]
