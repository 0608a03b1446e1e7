"""The forms of the checkout, read against what its earlier steps were told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.accounts.address_book import AddressBookEntry
from models.checkout.checkout import Checkout
from models.shared.errors import Invalid
from web.checkout.checkout_input import fingerprint
from web.checkout.checkout_state import State
from web.checkout.checkout_steps import (
    BILLING,
    OF_THE_PAGE,
    AddressStep,
    CheckoutForm,
    PaymentStep,
    ShippingStep,
    billing_of,
    told_of_bill,
    without_bill,
)
from web.checkout.reviewed import Reviewed, read_reviewed
from web.forms.address_input import ADDRESS_FIELDS, saved_address
from web.forms.form_reader import read_values, sent_values
from web.forms.input_model import Input

ASKED: dict[str, type[Input]] = {"address": AddressStep, "shipping": ShippingStep, "payment": PaymentStep}
NEEDED = "This field is required."
NO_SUCH_WAY = "This shipping method does not go there. Choose another."
NO_SUCH_ADDRESS = "There is no such saved address. Choose another, or write one."
OF_FORMS_ONLY = {"reviewed", "save_address", "billing_address_id", "terms_accepted"}  # no part of what is ordered


@dataclass(frozen=True, slots=True)
class PageForm:
    """Everything an order needs, from the page and the steps before it."""

    form: CheckoutForm
    bill: dict[str, str] | None  # another address than the parcel's
    seen: Reviewed | None  # None from a form that says everything itself

    @property
    def email(self) -> str:
        return self.form.email or ""

    @property
    def key(self) -> str:
        """The order's key: a second press of the same form is the same order."""
        return self.form.checkout_key

    def wanted(self) -> Checkout:
        """What is ordered, for the models."""
        form = self.form
        return Checkout(
            key=form.checkout_key,
            fingerprint=fingerprint(form.model_dump(mode="json", exclude=OF_FORMS_ONLY), self.bill),
            shipping_method=form.shipping_method,
            shipping_address=form.model_dump(include=set(ADDRESS_FIELDS)),
            payment_method="test_card",
            payment_token=form.payment_token,
            note=form.note,
            terms_accepted=form.terms_accepted == "1",
            expected_total_cents=form.expected_total_cents,
            billing_address=self.bill,
            reviewed_lines=self.seen.lines if self.seen else None,
        )


async def read_order_form(state: State) -> tuple[PageForm | None, dict[str, str]]:
    """What the steps were told together with what came with this form; or what is wrong, by field."""
    sent, errors = await sent_fields(state)
    values = {**state.known, **sent, "terms_accepted": sent.get("terms_accepted", "")}  # said anew with each press
    form, wrong = read_values(CheckoutForm, without_bill(values))
    bill, wrong_bill = billing_of(values)
    errors |= wrong | wrong_bill
    if form is not None and state.is_guest and not form.email:
        errors["email"] = NEEDED
    seen = read_reviewed(sent.get("reviewed"))
    is_whole = "line1" in sent and "reviewed" not in sent
    if form is None or errors or (seen is None and not is_whole):
        return None, errors or {"__all__": "Please review your order once more."}
    return PageForm(form, bill, seen), {}


async def sent_fields(state: State) -> tuple[dict[str, Any], dict[str, str]]:
    """The form, with the saved addresses it may name in place of typed ones."""
    sent = await sent_values()
    errors: dict[str, str] = {}
    for field, prefix in (("address_id", ""), ("billing_address_id", BILLING)):
        address_id = sent.pop(field, "")
        if address_id and (not prefix or sent.get("billing_different") == "1"):
            parts, wrong = saved_parts(state, address_id, field)
            sent |= {f"{prefix}{name}": text for name, text in parts.items()}
            errors |= wrong
    return sent, errors


async def read_step(state: State, step: str) -> tuple[dict[str, Any], dict[str, str]]:
    """What a step was told, or what is wrong with it."""
    sent = {name: value for name, value in (await sent_values()).items() if name not in OF_THE_PAGE}
    if step == "address":
        return _address(state, sent)
    if step == "payment":
        return _payment(state, sent)
    form, errors = read_values(ShippingStep, sent)
    if form is None:
        return {}, errors
    fits = form.shipping_method in {each.code for each in state.offered(state.answers.get("country", ""))}
    return form.model_dump(), {} if fits else {"shipping_method": NO_SUCH_WAY}


def _address(state: State, sent: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    if address_id := sent.pop("address_id", ""):
        parts, errors = saved_parts(state, address_id, "address_id")
        return parts | {"address_id": address_id}, errors
    form, errors = read_values(AddressStep, sent)
    if form is None:
        return {}, errors
    return form.model_dump() | {"address_id": ""}, {"email": NEEDED} if state.is_guest and not form.email else {}


def _payment(state: State, sent: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    address_id = sent.pop("billing_address_id", "")
    form, errors = read_values(PaymentStep, without_bill(sent))
    if form is None:
        return {}, errors
    if address_id and form.billing_different == "1":
        parts, errors = saved_parts(state, address_id, "billing_address_id")
        return form.model_dump() | told_of_bill(parts) | {"billing_address_id": address_id}, errors
    bill, errors = billing_of(sent)
    return form.model_dump() | told_of_bill(bill) | {"billing_address_id": ""}, errors


def saved_parts(state: State, address_id: object, field: str) -> tuple[dict[str, str], dict[str, str]]:
    """The address of the book with this id, or what is wrong with naming it."""
    found: AddressBookEntry | None = state.saved(str(address_id))
    if found is None:
        return {}, {field: NO_SUCH_ADDRESS}
    try:
        return saved_address(found.parts), {}
    except Invalid as refusal:
        return {}, {field: refusal.detail}


def own_words(sent: Mapping[str, Any]) -> dict[str, str]:
    """The fields of a form that are texts."""
    return {name: text for name, text in sent.items() if isinstance(text, str)}
