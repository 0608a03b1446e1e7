"""The checkout's page at one step, with what is known so far and what the whole would cost."""

from collections.abc import Mapping, Sequence
from typing import Any

from quart import Response

from models.accounts.address_book import AddressBookEntry
from models.checkout.quotes import quote
from models.content import content_pages
from models.database import read
from web.app_context import settings
from web.checkout.checkout_backlog import are_orders_slow
from web.checkout.checkout_state import State
from web.checkout.checkout_steps import FIELDS, links
from web.checkout.reviewed import Change, carried
from web.rendering import page
from web.security.identity import current_account


async def step_page(
    state: State,
    step: str,
    *,
    typed: Mapping[str, Any] | None = None,
    errors: Mapping[str, str] | None = None,
    changes: Sequence[Change] = (),
    key: str = "",
    status: int = 200,
) -> Response:
    """One step. `typed` goes before what is known, `errors` beside their fields, `key` before the draft's.

    `changes` are what another tab did since the page was shown: they are told above everything, to be accepted.
    """
    known = {**_suggested(state, step), **state.answers, **(typed or {})}
    values = _sums(state, known)
    return await page(
        "shop/checkout/step.html",
        status=status,
        step=step,
        steps=links(step, state.first_open),
        form=dict.fromkeys(FIELDS, "") | known | {"shipping_method": values["method"].code if values["method"] else ""},
        errors=errors or {},
        changes=changes,
        addresses=state.addresses,
        is_guest=state.is_guest,
        checkout_key=key or state.key,
        reviewed=carried(state.cart, state.answers),
        test_payments=settings().test_payments,
        shows_tokens=settings().env == "development",
        terms_asked=await read(content_pages.terms_asked) if step == "review" else None,
        orders_are_slow=await are_orders_slow(),
        **values,
    )


def _suggested(state: State, step: str) -> dict[str, Any]:
    """What the shop knows of a customer before anything was answered."""
    account = current_account()
    known: dict[str, Any] = {"name": account.name if account is not None else ""}
    if not state.answers.get("line1"):
        suggested = state.suggested_address
        is_other = state.last_address and (suggested is None or suggested.parts != state.last_address)
        known |= {**state.last_address, "address_id": ""} if is_other else _chosen(suggested)
    if step == "payment" and "payment_token" not in state.answers and (bill := state.suggested_bill) is not None:
        known |= {"billing_different": "1", "billing_address_id": bill.id}
    return known


def _chosen(entry: AddressBookEntry | None) -> dict[str, str]:
    return {} if entry is None else {"address_id": entry.id}


def _sums(state: State, known: Mapping[str, Any]) -> dict[str, Any]:
    """The cart, the ways of shipping that fit, the chosen one (else the first) and what it all comes to."""
    told = quote(state.cart, state.methods, str(known.get("country", "")), known.get("shipping_method"))
    return {
        "cart": state.cart,
        "cart_count": state.cart.count,
        "methods": told.methods,
        "method": told.method,
        "shipping_cents": told.shipping_cents,
        "expected_total_cents": told.total_cents,
    }
