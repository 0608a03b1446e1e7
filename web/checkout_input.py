"""What a checkout needs to know, from the API's body and the page's form alike."""

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from models.checkout import Checkout
from web.input import Email, Input, Line, RequiredLine, Text, one_line, says

Token = Literal["tok_ok", "tok_declined", "tok_timeout", "tok_slow", "tok_error"]
Method = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]{1,20}$")]  # whether there is such a one, placing says


def _country(text: str) -> str:
    """The two letters of ISO 3166, in capitals."""
    if not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise PydanticCustomError("country", "Use the two letters of the country, such as US.")
    return text.upper()


Place = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120), AfterValidator(one_line)]
City = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120), AfterValidator(one_line)]
PostalCode = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20), AfterValidator(one_line)
]
Phone = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), AfterValidator(one_line)]
Country = Annotated[
    str, StringConstraints(strip_whitespace=True), AfterValidator(_country), says(pattern="^[A-Za-z]{2}$")
]


class ShippingAddress(Input):
    """Where it goes."""

    name: RequiredLine
    line1: RequiredLine
    line2: Line = ""
    city: City
    region: Place = ""
    postal_code: PostalCode
    country: Country
    phone: Phone = ""


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
    payment: TestCard
    email: Email | None = None
    note: Annotated[Text, StringConstraints(max_length=1000)] = ""


def fingerprint(*parts: object) -> str:
    """SHA-256 of the request in canonical form: equal requests, and only those, have equal ones."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def checkout_of(key: str, wanted: PlaceOrder, address: dict[str, str]) -> Checkout:
    """The validated request, for the models."""
    return Checkout(
        key=key,
        fingerprint=fingerprint(wanted.model_dump(mode="json")),
        shipping_method=wanted.shipping_method,
        shipping_address=address,
        payment_method=wanted.payment.method,
        payment_token=wanted.payment.token,
        note=wanted.note,
    )
