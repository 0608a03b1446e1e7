"""The steps of the checkout: what each one asks, which are done, and which comes next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import StringConstraints, ValidationError

from models.shipping.shipping_methods import ShippingMethodView
from web.checkout.checkout_input import Method, Token
from web.forms.address_input import ADDRESS_FIELDS, ShippingAddress
from web.forms.input_model import Email, Input, Text, field_errors

BILLING = "billing_"
BILLING_FIELDS = tuple(f"{BILLING}{name}" for name in ADDRESS_FIELDS)
Note = Annotated[Text, StringConstraints(max_length=1000)]


class AddressStep(ShippingAddress):
    """Where it goes, and where a guest's mail goes."""

    email: Email | None = None
    save_address: Literal["", "1"] = ""  # into the customer's book


class ShippingStep(Input):
    """How it travels."""

    shipping_method: Method


class PaymentStep(Input):
    """How it is paid, and whether the bill goes to another address, which is read apart."""

    payment_token: Token
    billing_different: Literal["", "1"] = ""
    billing_address_id: Annotated[str, StringConstraints(max_length=64)] = ""  # one of the book


class CheckoutForm(AddressStep, PaymentStep, ShippingStep):
    """Everything together. The key was made with the page; the total is the one the buyer saw."""

    note: Note = ""
    terms_accepted: Literal["", "1"] = ""
    checkout_key: Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{16,100}$")]
    expected_total_cents: int
    reviewed: str = ""  # what the page showed: `web.checkout.reviewed`


STEPS: dict[str, tuple[str, ...]] = {
    "address": ("email", "address_id", *ADDRESS_FIELDS),
    "shipping": ("shipping_method",),
    "payment": ("payment_token", "billing_different", "billing_address_id", *BILLING_FIELDS),
    "review": ("note", "terms_accepted"),
}
LABELS = {"address": "Address", "shipping": "Shipping", "payment": "Payment", "review": "Review"}
FIELDS = tuple(field for fields in STEPS.values() for field in fields)
OF_THE_PAGE = (
    "checkout_key",
    "expected_total_cents",
    "reviewed",
)  # every step's form carries them, only placing needs them


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step as the page shows it in its row of steps."""

    key: str
    label: str
    state: str  # done | now | todo


def first_open(answers: Mapping[str, Any], offered: Sequence[ShippingMethodView], *, is_guest: bool) -> str:
    """The first step that has not been answered, or not in a way that still holds."""
    if not answers.get("line1") or (is_guest and not answers.get("email")):
        return "address"
    if answers.get("shipping_method") not in {method.code for method in offered}:
        return "shipping"
    return "review" if answers.get("payment_token") else "payment"


def step_of(errors: Mapping[str, str]) -> str:
    """The step that shows these errors: the first that asks for one of the fields."""
    return next((step for step, fields in STEPS.items() if errors.keys() & set(fields)), "review")


def unharmed(errors: Mapping[str, str]) -> list[str]:
    """The fields of the steps that have none of these errors."""
    return [name for fields in STEPS.values() if not errors.keys() & set(fields) for name in fields]


def links(current: str, reached: str) -> list[StepLink]:
    """The row of steps: those before `reached` are done."""
    order = list(STEPS)
    states = {step: "done" if order.index(step) < order.index(reached) else "todo" for step in order}
    return [StepLink(step, LABELS[step], "now" if step == current else states[step]) for step in order]


def step_after(step: str) -> str:
    """Where Continue leads."""
    order = list(STEPS)
    return order[order.index(step) + 1]


def without_bill(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values but for the address on the bill."""
    return {name: value for name, value in values.items() if name not in BILLING_FIELDS}


def billing_of(values: Mapping[str, Any]) -> tuple[dict[str, str] | None, dict[str, str]]:
    """The other address on the bill, None if it is the same; and what is wrong with it, by field."""
    if values.get("billing_different") != "1":
        return None, {}
    given = {name: values.get(f"{BILLING}{name}", "") for name in ADDRESS_FIELDS}
    try:
        return ShippingAddress.model_validate(given).model_dump(), {}
    except ValidationError as error:
        return None, {f"{BILLING}{each.field}": each.message for each in field_errors(error)}


def told_of_bill(address: Mapping[str, str] | None) -> dict[str, str]:
    """The address on the bill as the form's fields, to be kept with the other answers."""
    return {f"{BILLING}{name}": text for name, text in (address or {}).items()}
