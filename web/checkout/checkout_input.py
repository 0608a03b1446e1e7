"""What a checkout needs to know, from the API's body and the page's form alike."""

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from models.checkout.checkout import Checkout
from web.forms.address_input import ShippingAddress
from web.forms.input_model import Email, Input, MoneyInput, Text

Token = Literal["tok_ok", "tok_declined", "tok_timeout", "tok_slow", "tok_error"]
Method = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,20}$")]  # whether there is such a one, placing says


class TestCard(Input):
    """The built-in provider's card."""

    __test__ = False

    method: Literal["test_card"]
    token: Token


EXAMPLE: dict[str, Any] = {
    "shipping_address": {
        "name": "Ann Buyer",
        "line1": "1 Mill Lane",
        "city": "Portland",
        "postal_code": "97201",
        "country": "US",
    },
    "payment": {"method": "test_card", "token": "tok_ok"},
    "email": "ann@example.com",
}


class PlaceOrder(Input, json_schema_extra={"examples": [EXAMPLE]}):
    """The body of `POST /orders`."""

    shipping_address: ShippingAddress | None = None
    address_id: str | None = Field(default=None, max_length=64)
    shipping_method: Method = "standard"
    expected_total: MoneyInput | None = Field(default=None, description="what the buyer saw; another total is a 409")
    expected_cart_version: int | None = Field(
        default=None, ge=0, le=2**31 - 1, description="the cart's version that the buyer saw; another one is a 409"
    )
    payment: TestCard
    email: Email | None = None
    note: Annotated[Text, StringConstraints(max_length=1000)] = ""
    terms_accepted: bool = Field(
        default=False, description="whether the buyer accepts the terms of sale; has to be true where the shop asks"
    )


class AnotherPayment(Input):
    """The body of `POST /orders/{id}/payment`."""

    payment: TestCard


class OrderLookup(Input):
    """Which order, by its number, and the address it was ordered with."""

    number: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]
    email: Email


def fingerprint(*parts: object) -> str:
    """SHA-256 of the request in canonical form: equal requests, and only those, have equal ones."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def checkout_of(key: str, wanted: PlaceOrder, address: dict[str, str]) -> Checkout:
    """The validated request, for the models."""
    given = wanted.model_dump(include={"expected_total", "expected_cart_version"})
    unbound = {name for name, value in given.items() if value is None}  # as keys of before them were kept
    unbound |= {"terms_accepted"}
    return Checkout(
        key=key,
        fingerprint=fingerprint(wanted.model_dump(mode="json", exclude=unbound)),
        shipping_method=wanted.shipping_method,
        shipping_address=address,
        payment_method=wanted.payment.method,
        payment_token=wanted.payment.token,
        expected_total_cents=wanted.expected_total.amount if wanted.expected_total else None,
        refuses_moved_prices=True,
        reviewed_version=wanted.expected_cart_version,
        note=wanted.note,
        terms_accepted=wanted.terms_accepted,
    )
