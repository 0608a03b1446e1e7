"""What a page of the checkout showed, carried by the page itself, and what is different when it comes back.

An order is what its buyer saw. The cart's lines and prices and the answers of the steps travel with the page as one
hidden field; whatever another tab has changed since is told, and has to be accepted.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from models.carts.cart_views import CartLine, CartView
from models.checkout.checkout import SeenLine
from models.shared.money_text import money
from models.shipping.countries import address_lines
from models.shipping.shipping_methods import ShippingMethodView
from web.checkout.checkout_steps import BILLING, BILLING_FIELDS
from web.forms.address_input import ADDRESS_FIELDS

LONGEST = 40_000  # characters of the field: 100 lines and two addresses fit well
WATCHED = ("email", *ADDRESS_FIELDS, "shipping_method", "payment_token", "billing_different", *BILLING_FIELDS)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The cart by its version and lines, and the answers, as the buyer saw them."""

    version: int
    lines: tuple[SeenLine, ...]
    answers: dict[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is different now, in words."""

    what: str
    now: str


def carried(cart: CartView, answers: Mapping[str, Any]) -> str:
    """The hidden field of a page that shows this."""
    lines = [[line.product_id, line.quantity, line.unit_price_cents] for line in cart.items]
    told = {name: answers[name] for name in WATCHED if isinstance(answers.get(name), str) and answers[name]}
    text = json.dumps({"version": cart.version, "lines": lines, "answers": told}, separators=(",", ":"))
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_reviewed(text: object) -> Reviewed | None:
    """What the page had shown; None if that cannot be read."""
    if not isinstance(text, str) or len(text) > LONGEST:
        return None
    try:
        told = json.loads(urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        lines = tuple(SeenLine(str(id_), int(quantity), int(cents)) for id_, quantity, cents in told["lines"])
        answers = {str(name): str(value) for name, value in told["answers"].items()}
        return Reviewed(int(told["version"]), lines, answers)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def differences(
    seen: Reviewed,
    cart: CartView,
    answers: Mapping[str, Any],
    methods: list[ShippingMethodView],
    names: Mapping[str, str],
) -> list[Change]:
    """What changed since the page was shown. `names` are those of products that are not in the cart any more."""
    return [*_lines(seen, cart, names), *_answers(seen.answers, answers, methods)]


def _lines(seen: Reviewed, cart: CartView, names: Mapping[str, str]) -> list[Change]:
    before = {line.product_id: line for line in seen.lines}
    found = [change for line in cart.items for change in _line(before.pop(line.product_id, None), line)]
    gone = [Change(names.get(line.product_id, "A product"), f"taken out ({line.quantity})") for line in before.values()]
    return found + gone


def _line(before: SeenLine | None, now: CartLine) -> list[Change]:
    if before is None:
        return [Change(now.name, f"added: {now.quantity} at {money(now.unit_price_cents)}")]
    found = []
    if before.quantity != now.quantity:
        found.append(Change(now.name, f"{now.quantity} instead of {before.quantity}"))
    if before.unit_price_cents != now.unit_price_cents:
        found.append(
            Change(now.name, f"{money(now.unit_price_cents)} instead of {money(before.unit_price_cents)} each")
        )
    return found


def _answers(before: Mapping[str, str], now: Mapping[str, Any], methods: list[ShippingMethodView]) -> list[Change]:
    """Answers that were changed; one that was given for the first time is no change."""
    labels = {method.code: method.name for method in methods}
    found = []
    if before.get("line1") and _address(before) != _address(now):
        found.append(Change("Shipping address", _address(now)))
    if before.get("email") and before["email"] != now.get("email", ""):
        found.append(Change("Contact", str(now.get("email", ""))))
    if before.get("shipping_method") and before["shipping_method"] != (code := str(now.get("shipping_method", ""))):
        found.append(Change("Shipping method", labels.get(code, code) or "to be chosen"))
    if before.get("payment_token"):
        if before["payment_token"] != now.get("payment_token", ""):
            found.append(Change("Payment", "another card"))
        if _bill(before) != _bill(now):
            found.append(Change("Billing address", _bill(now) or "the same as the shipping address"))
    return found


def _bill(told: Mapping[str, Any]) -> str:
    return _address(told, BILLING) if told.get("billing_different") == "1" else ""


def _address(told: Mapping[str, Any], prefix: str = "") -> str:
    """The address in one line."""
    if not told.get(f"{prefix}line1"):
        return ""
    phone = told.get(f"{prefix}phone")
    return ", ".join([*address_lines(told, prefix), *([phone] if phone else [])])
